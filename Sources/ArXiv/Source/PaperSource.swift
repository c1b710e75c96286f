package import Records

/// Where papers come from: arXiv's search, its harvesting interface, or a file.
///
/// Whatever the source, the records are the same.
package struct PaperSource: Sendable {
  /// The source's name in receipts: `api`, `oai` or `file`.
  package let name: String

  /// Brings the papers of some topics that were submitted in a week, part by part as they arrive.
  ///
  /// What a part holds is kept before the next is asked for. A topic that cannot be had for a reason
  /// of its own ends with a receipt that has doubts; what every topic would meet is thrown.
  package let harvest:
    @Sendable (
      _ requests: [TopicRequest], _ week: Week,
      _ deliver: @escaping @Sendable (Harvest) async throws -> Void
    ) async throws -> Void

  /// Looks single papers up, whatever their week and topic: those that are there, without topics.
  package let lookUp: @Sendable (_ ids: [ArXivID]) async throws -> [Paper]
}

/// A topic whose papers are wanted.
package struct TopicRequest: Sendable, Equatable {
  /// The topic.
  package let topic: Topic
  /// The receipt of a fetch that was broken off and is to be gone on with; nil to begin anew.
  package let earlier: Coverage?
  /// The papers of the topic and week that are on disk, with their versions.
  package let known: [ArXivID: Int]
  /// How many papers a week of the topic usually has; nil where nobody knows.
  package let usual: Int?

  /// Asks for a topic.
  package init(
    topic: Topic, earlier: Coverage? = nil, known: [ArXivID: Int] = [:], usual: Int? = nil
  ) {
    self.topic = topic
    self.earlier = earlier
    self.known = known
    self.usual = usual
  }
}

/// A part of what a source brings.
package struct Harvest: Sendable, Equatable {
  /// Papers, each with the slugs of the topics that it belongs to.
  package var papers: [Paper]
  /// The receipts so far, one for each topic that the part says something about.
  package var receipts: [Coverage]
  /// What an operator should know, one sentence each.
  package var notes: [String]

  /// Puts a part together.
  package init(papers: [Paper] = [], receipts: [Coverage] = [], notes: [String] = []) {
    self.papers = papers
    self.receipts = receipts
    self.notes = notes
  }
}
