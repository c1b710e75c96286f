import Foundation
package import Records

/// One page of the digest: a topic's accepted papers of a week, as Markdown for a static site.
///
/// Every text on it that came from arXiv or a model is escaped here, and only an accepted verdict's
/// text is ever asked for.
package struct DigestPage: Sendable {
  /// A paper with the text that may be published about it.
  package struct Entry: Sendable {
    /// The paper as arXiv describes it.
    let paper: Paper
    /// The accepted verdict.
    let verdict: Verdict

    /// Pairs a paper with its verdict; nil unless the verdict is on this paper and accepts it.
    package init?(_ paper: Paper, _ verdict: Verdict?) {
      guard let verdict, verdict.id == paper.id, verdict.status == .accepted else { return nil }
      self.paper = paper
      self.verdict = verdict
    }
  }

  /// The page's folder on the site without its underscore, such as `sd`.
  package let slug: String
  private let name: String
  private let week: Week
  private let entries: [Entry]
  private let topics: [Topic]

  /// Lays out the page of a topic; `topics` are all topics in the order of `digest.json`.
  package init(topic: Topic, week: Week, entries: [Entry], topics: [Topic]) {
    self.init(
      slug: topic.slug, name: topic.name, week: week,
      entries: entries.filter { $0.paper.topics.contains(topic.slug) }, topics: topics)
  }

  /// Lays out the page of all papers.
  package static func all(week: Week, entries: [Entry], topics: [Topic]) -> DigestPage {
    DigestPage(slug: "all", name: "全て", week: week, entries: entries, topics: topics)
  }

  private init(slug: String, name: String, week: Week, entries: [Entry], topics: [Topic]) {
    self.slug = slug
    self.name = name
    self.week = week
    self.entries = entries.sorted { Paper.isBefore($0.paper, $1.paper) }
    self.topics = topics
  }

  /// Where the page stands on the site, such as `_sd/2024-07-26.md`.
  package var path: String { "_\(slug)/\(week).md" }

  /// The papers on the page, in its order.
  package var papers: [ArXivID] { entries.map(\.paper.id) }

  /// True where the page would have nothing to show.
  package var isEmpty: Bool { entries.isEmpty }

  /// The page.
  package var markdown: String {
    let span = "(\(week) ~ \(week.lastDay))"
    let head = """
      ---
      title: \(FrontMatter.scalar("\(MarkdownText(name).plain) \(span)"))
      date: \(week)
      ---

      \(MarkdownText(name).atLineStart)に関する論文まとめ \(span)

      """
    return head + entries.map(section).joined()
  }

  /// The part of the page that shows one paper; nil where it does not stand there.
  package func section(of id: ArXivID) -> String? {
    entries.first { $0.paper.id == id }.map(section)
  }

  private func section(_ entry: Entry) -> String {
    let paper = entry.paper
    let verdict = entry.verdict
    let title = MarkdownText(verdict.title).inTitle
    let bullets = verdict.bullets.map { "- \(MarkdownText($0).atLineStart)" }
    let comment = paper.comment.map {
      "**Comment:** \(MarkdownText($0, joiningLines: true).inline)"
    }
    return """


      - - -

      ### [\(MarkdownText(paper.title).inTitle)](http://arxiv.org/abs/\(paper.id))

      \(title.isEmpty ? "" : "**\(title)**")

      \(MarkdownText(paper.authors.joined(separator: ", ")).atLineStart)

      \(bullets.joined(separator: "\n"))

      \(MarkdownText(verdict.remark).atLineStart)

      \(comment ?? "")

      \(facts(of: paper))

      """
  }

  /// The last line of a section: topics, categories and submission time.
  private func facts(of paper: Paper) -> String {
    let links = topics.filter { paper.topics.contains($0.slug) }
      .map { "[\(MarkdownText($0.name).inTitle)](../../\($0.slug))" }
    let categories = paper.categories.map { MarkdownText($0).inline }
    let style = Date.ISO8601FormatStyle()
      .year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: false)
    // To the minute: the seconds of `02:28:32` are cut, not rounded.
    let time = paper.published.formatted(style).prefix("2024-07-26 02:28".count)
    return "**トピック:** \(links.joined(separator: ", ")), "
      + "**カテゴリ:** \(categories.joined(separator: ", ")), **投稿日時:** \(time)"
  }
}
