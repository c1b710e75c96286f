package import Records

/// One page of the digest in memory: a topic's accepted papers of a week.
package struct DigestPage: Sendable {
  /// A paper with the text that may be published about it.
  package struct Entry: Sendable {
    /// The paper as arXiv describes it.
    package let paper: Paper
    /// The accepted verdict.
    let verdict: Verdict

    /// Pairs a paper with its verdict; nil unless the verdict is on this paper and accepts it.
    package init?(_ paper: Paper, _ verdict: Verdict?) {
      guard let verdict, verdict.id == paper.id, verdict.status == .accepted else { return nil }
      self.paper = paper
      self.verdict = verdict
    }
  }

  private let layout: PageLayout
  private let entries: [Entry]

  /// Puts the papers on a page that belong there, in the digest's order.
  package init(_ layout: PageLayout, entries: [Entry]) {
    self.layout = layout
    self.entries = entries.filter { layout.shows($0.paper) }
      .sorted { Paper.isBefore($0.paper, $1.paper) }
  }

  /// The page of a topic; `topics` are all topics in the order of `digest.json`.
  package init(topic: Topic, week: Week, entries: [Entry], topics: [Topic]) {
    self.init(PageLayout(topic: topic, week: week, topics: topics), entries: entries)
  }

  /// Where the page stands on the site, such as `_sd/2024-07-26.md`.
  package var path: String { layout.path }

  /// The page.
  package var markdown: String { layout.head + entries.map(layout.section).joined() }
}
