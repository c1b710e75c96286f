package import JSONText

/// The bullets and the remark, as a model sends them.
package struct SummaryAnswer: Sendable, Equatable, JSONObjectReadable {
  /// The identifier that the model echoes, so that an answer cannot land on another paper.
  package let id: String
  /// The bullets.
  package let bullets: [String]
  /// The casual one-line comment.
  package let remark: String

  /// Puts an answer together.
  package init(id: String, bullets: [String], remark: String) {
    self.id = id
    self.bullets = bullets
    self.remark = remark
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    bullets = try fields.read("bullets")
    remark = try fields.read("remark")
  }
}

/// The Japanese titles of one or several papers, as a model sends them.
package struct TitlesAnswer: Sendable, Equatable, JSONObjectReadable {
  /// One paper's title.
  package struct Item: Sendable, Equatable, JSONObjectReadable {
    /// The identifier that the model echoes.
    package let id: String
    /// The title in Japanese.
    package let title: String

    /// Puts a title together.
    package init(id: String, title: String) {
      self.id = id
      self.title = title
    }

    package init(from fields: inout JSONFields) throws(JSONError) {
      id = try fields.read("id")
      title = try fields.read("title")
    }
  }

  /// The titles in the model's order.
  package let titles: [Item]

  /// Puts an answer together.
  package init(titles: [Item]) {
    self.titles = titles
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    titles = try fields.read("titles")
  }
}
