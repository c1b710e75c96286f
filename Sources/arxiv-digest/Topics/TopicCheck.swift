import ArXiv
import JSONText
import Records

/// What a topic's query finds among the papers of a week, for other programs.
struct TopicCheck {
  private let topic: Topic
  private let onDisk: [ArXivID]
  /// What the query finds; nil where records do not hold what it asks for.
  private let explanation: QueryExplanation?
  private let obstacle: QueryError?

  /// Holds a query against papers, whatever topic found them.
  ///
  /// Throws `QueryError` for a query that configuration would have refused.
  init(_ topic: Topic, _ papers: [Paper]) throws {
    self.topic = topic
    onDisk = papers.filter { $0.topics.contains(topic.slug) }.map(\.id)
    let query = try TopicQuery(topic.query)
    obstacle = query.localObstacle
    explanation =
      obstacle == nil ? query.explanation(of: papers.map { SearchablePaper($0) }) : nil
  }

  /// Writes the check: `onDisk` are the papers that arXiv found, `matched` those that match here.
  func write(to object: inout JSONObject) {
    topic.write(to: &object)
    object.set("onDisk", onDisk.map(\.description))
    object.set("notChecked", obstacle?.message)
    guard let explanation else { return }
    object.set("matched", explanation.papers.map(\.description))
    object.set("parts", explanation.branches.map { $0.write })
    object.set(
      "matches",
      explanation.papers.flatMap { id in
        (explanation.matches[id] ?? []).map { match in { match.write(to: &$0, of: id) } }
      })
  }
}

extension Topic {
  /// Writes the topic for other programs.
  func write(to object: inout JSONObject) {
    object.set("slug", slug)
    object.set("name", name)
    object.set("query", query)
  }
}

extension QueryBranch {
  fileprivate func write(to object: inout JSONObject) {
    object.set("depth", depth)
    object.set("part", source)
    object.set("negated", isNegated)
    object.set("papers", papers.map(\.description))
    if let only { object.set("only", only) }
  }
}

extension QueryMatch {
  fileprivate func write(to object: inout JSONObject, of id: ArXivID) {
    object.set("id", id.description)
    object.set("term", term)
    object.set("before", before)
    object.set("words", words)
    object.set("after", after)
  }
}
