/// The bullets and the remark, as a model sends them.
package struct SummaryAnswer: Sendable, Equatable, Decodable {
  /// The identifier that the model echoes, so that an answer cannot land on another paper.
  package let id: String
  /// The bullets.
  package let bullets: [String]
  /// The casual one-line comment.
  package let remark: String
}

/// The Japanese titles of one or several papers, as a model sends them.
package struct TitlesAnswer: Sendable, Equatable, Decodable {
  /// One paper's title.
  package struct Item: Sendable, Equatable, Decodable {
    /// The identifier that the model echoes.
    package let id: String
    /// The title in Japanese.
    package let title: String
  }

  /// The titles in the model's order.
  package let titles: [Item]
}
