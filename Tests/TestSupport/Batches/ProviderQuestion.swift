package import Models

/// A question that came to a batch server, in a batch or by itself.
package struct ProviderQuestion: Sendable {
  /// The question's key; nil where it was asked online.
  package let key: String?
  /// The request that it would be online.
  package let body: JSON
  /// What it asks.
  package let asked: FakeDialect.Asked

  /// The identifiers in it, each once, in the order in which they come.
  package var papers: [String] {
    asked.user.matches(of: /[0-9]{4}\.[0-9]{4,5}/).reduce(into: []) { papers, match in
      if !papers.contains(String(match.0)) { papers.append(String(match.0)) }
    }
  }
}

/// What the test's model does about a question.
package enum BatchReply: Sendable {
  /// It says something, which is paid for.
  case says(FakeDialect.Said)
  /// The server fails.
  case fails(FakeDialect.Trouble)
}

/// An answer that was sent, and has its price.
package struct BatchServing: Sendable, Equatable {
  /// The batch that it is of; nil online.
  package let batch: String?
  /// The papers in the question.
  package let papers: [String]

  /// Notes an answer.
  package init(batch: String?, papers: [String]) {
    self.batch = batch
    self.papers = papers
  }
}
