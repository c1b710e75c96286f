import ArXiv
import Records

/// Puts into words what a topic's query finds among the papers of a week.
struct TopicCheckText {
  /// The topic.
  let topic: Topic
  /// The papers of the week, whatever topic found them.
  let papers: [Paper]
  /// The command that fetches the topic again.
  let fetch: String

  /// What is told of the topic, on several lines; `searchable` are the same papers.
  ///
  /// Throws `QueryError` for a query that configuration would have refused.
  func text(of searchable: [SearchablePaper]) throws -> String {
    let query = try TopicQuery(topic.query)
    if let obstacle = query.localObstacle {
      return "\(topic.slug) \(topic.name): not checked; \(obstacle.message)\n"
        + obstacle.caretLines(in: topic.query, indent: "  ")
    }
    return text(of: query.explanation(of: searchable))
  }

  private func text(of explanation: QueryExplanation) -> String {
    let meant = Set(explanation.papers)
    func papers(_ isOnDisk: Bool, _ isMeant: Bool) -> [Paper] {
      self.papers.filter {
        $0.topics.contains(topic.slug) == isOnDisk && meant.contains($0.id) == isMeant
      }
    }
    let sections = [
      tree(explanation),
      list(papers(true, true), explanation, title: "found and matched:"),
      list(papers(true, false), explanation, title: Self.unmatched),
      list(papers(false, true), explanation, title: Self.unfound, tail: "to search anew: \(fetch)"),
    ]
    return ([summary(explanation)] + sections.filter { !$0.isEmpty }).joined(separator: "\n\n")
  }

  private static let unmatched =
    "found, but not matched by the query here; arXiv's search is wider than this check, or the query "
    + "or the paper has changed since:"
  private static let unfound =
    "matched, but not found for this topic; the query has changed since it was fetched, or arXiv's "
    + "search is narrower than this check:"

  private func summary(_ explanation: QueryExplanation) -> String {
    let onDisk = papers.count { $0.topics.contains(topic.slug) }
    return "\(topic.slug) \(topic.name): \(explanation.papers.count) of the week's \(papers.count) "
      + "papers match the query; \(onDisk) are on disk for the topic"
  }

  private func tree(_ explanation: QueryExplanation) -> String {
    let rows = explanation.branches.map { branch in
      let indent = String(repeating: "  ", count: branch.depth)
      return (
        papers: "\(branch.papers.count)", only: branch.only.map { "\($0)" } ?? "-",
        source: indent + (branch.isNegated ? "ANDNOT " : "") + branch.source
      )
    }
    return ([("papers", "only here", "part of the query")] + rows).map { papers, only, source in
      "  \(Self.right(papers, 6))  \(Self.right(only, 9))  \(source)"
    }.joined(separator: "\n")
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func list(
    _ papers: [Paper], _ explanation: QueryExplanation, title: String, tail: String? = nil
  ) -> String {
    guard !papers.isEmpty else { return "" }
    let blocks = papers.map { paper in
      let matches = explanation.matches[paper.id] ?? []
      return (["  " + heading(paper)] + matches.map { "    " + Self.line($0) })
        .joined(separator: "\n")
    }
    return ([title] + blocks + (tail.map { [$0] } ?? [])).joined(separator: "\n")
  }

  private func heading(_ paper: Paper) -> String {
    let others = paper.topics.filter { $0 != topic.slug }
    let title = paper.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(paper.id) \(title)" + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))")
  }

  private static func line(_ match: QueryMatch) -> String {
    "\(match.term): \(match.before)[\(match.words)]\(match.after)"
  }
}
