import Records

/// Something that speaks against believing that all papers of a topic are there.
package struct TopicDoubt: Sendable, Equatable, CustomStringConvertible {
  /// The topic's slug.
  package let slug: String
  /// What it is, in one sentence.
  package let reason: String
  /// True where the last fetch read a file, so that only another source can help.
  package let isOfFile: Bool

  /// What speaks against the last fetch of a topic; nothing where it was never fetched, because then
  /// nobody takes it for complete.
  static func doubts(on topic: Topic, _ receipt: Coverage?) -> [TopicDoubt] {
    guard let receipt else { return [] }
    guard receipt.isFor(topic) else {
      return [TopicDoubt(topic, "its query has changed since the last fetch", receipt)]
    }
    return receipt.isWhole ? [] : receipt.objections.map { TopicDoubt(topic, $0, receipt) }
  }

  private init(_ topic: Topic, _ reason: String, _ receipt: Coverage) {
    slug = topic.slug
    self.reason = reason
    isOfFile = receipt.source == "file"
  }

  package var description: String { "\(slug): \(reason)" }
}
