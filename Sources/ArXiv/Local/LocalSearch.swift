import Foundation
package import Records

/// Topics and weeks that records are held against here, where a source cannot search by itself.
package struct LocalSearch: Sendable {
  /// A topic's query, ready to be held against papers.
  package struct Matcher: Sendable {
    /// The archives outside of which no paper can match; nil where there is no such bound.
    package let archives: Set<String>?
    /// True for a paper that the query means.
    package let matches: @Sendable (SearchablePaper) -> Bool

    /// Takes a bound and a test.
    package init(
      archives: Set<String>? = nil, matches: @escaping @Sendable (SearchablePaper) -> Bool
    ) {
      self.archives = archives
      self.matches = matches
    }

    /// Understands a topic's query as arXiv does; throws `QueryError` where that is not possible.
    package init(_ topic: Topic) throws(QueryError) {
      let query = try TopicQuery(topic.query)
      if let obstacle = query.localObstacle { throw obstacle }
      self.init(archives: query.archives, matches: query.matches)
    }
  }

  /// The weeks that papers are wanted of.
  package let weeks: [Week]
  private let topics: [Topic]
  private let matchers: [(slug: String, matcher: Matcher)]
  /// Why a topic cannot be looked for, by its slug.
  private let failures: [String: String]

  /// Takes all topics and weeks of a run, so that one harvest serves them all.
  ///
  /// `read` makes the test of a topic; what it throws is told in the receipts of that topic.
  package init(
    topics: [Topic], weeks: [Week],
    read: @escaping @Sendable (Topic) throws -> Matcher = { try Matcher($0) }
  ) {
    var matchers: [(String, Matcher)] = []
    var failures: [String: String] = [:]
    for topic in topics {
      do { matchers.append((topic.slug, try read(topic))) } catch {
        let reason = (error as? QueryError)?.message ?? "\(error)"
        failures[topic.slug] = "the query cannot be evaluated here: \(reason)"
      }
    }
    self.topics = topics
    self.weeks = weeks.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    self.matchers = matchers
    self.failures = failures
  }

  /// Why nothing was looked for of a topic in a week; nil where it was.
  func obstacle(to topic: Topic, in week: Week) -> String? {
    guard topics.contains(topic), weeks.contains(week) else {
      return "nothing was looked for of the topic in this week, which the run had not named"
    }
    return failures[topic.slug]
  }

  /// The archives outside of which no topic can match; nil where there is no such bound.
  var archives: Set<String>? {
    matchers.reduce(into: Set<String>?([])) { all, next in
      guard let more = next.matcher.archives else { return all = nil }
      all?.formUnion(more)
    }
  }

  /// The slugs of the topics that a paper belongs to, in the topics' order.
  func slugs(of paper: Paper) -> [String] {
    guard !matchers.isEmpty else { return [] }
    let paper = SearchablePaper(paper)
    return matchers.filter { $0.matcher.matches(paper) }.map(\.slug)
  }

  /// The weeks that an instant falls into.
  func weeks(of date: Date) -> [Week] { weeks.filter { $0.contains(date) } }
}

extension Topic {
  /// What a receipt says of a query that was not sent but evaluated here.
  func localQuery(in week: Week) -> String {
    "(\(query)), submitted \(week) to \(week.lastDay), evaluated here"
  }
}
