import Foundation
package import Records

/// How one page of the digest is laid out, section by section, as Markdown for a static site.
///
/// Every text on it that came from arXiv or a model is escaped here, and only an accepted verdict's
/// text is ever asked for.
package struct PageLayout: Sendable {
  /// The page's folder on the site without its underscore, such as `sd`.
  package let slug: String
  private let name: String
  private let week: Week
  private let topics: [Topic]
  /// True for the page of all papers.
  private let isOfAll: Bool

  /// Lays out the page of a topic; `topics` are all topics in the order of `digest.json`.
  package init(topic: Topic, week: Week, topics: [Topic]) {
    self.init(slug: topic.slug, name: topic.name, week: week, topics: topics, isOfAll: false)
  }

  /// Lays out the page of all papers.
  package static func all(week: Week, topics: [Topic]) -> PageLayout {
    PageLayout(slug: "all", name: "全て", week: week, topics: topics, isOfAll: true)
  }

  private init(slug: String, name: String, week: Week, topics: [Topic], isOfAll: Bool) {
    self.slug = slug
    self.name = name
    self.week = week
    self.topics = topics
    self.isOfAll = isOfAll
  }

  /// Where the page stands on the site, such as `_sd/2024-07-26.md`.
  package var path: String { "_\(slug)/\(week).md" }

  /// True where a paper belongs on the page.
  package func shows(_ paper: Paper) -> Bool { isOfAll || paper.topics.contains(slug) }

  /// What stands before the first paper.
  package var head: String {
    let span = "(\(week) ~ \(week.lastDay))"
    return """
      ---
      title: \(FrontMatter.scalar("\(MarkdownText(name).plain) \(span)"))
      date: \(week)
      ---

      \(MarkdownText(name).atLineStart)に関する論文まとめ \(span)

      """
  }

  /// The part of the page that shows one paper, the same on every page.
  package func section(_ entry: DigestPage.Entry) -> String {
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

  /// What a reader sees of the texts that were written about a paper.
  package static func shown(
    _ entry: DigestPage.Entry
  ) -> (title: String, bullets: [String], remark: String) {
    func shown(_ text: String) -> String { MarkdownText(text).plain }
    let verdict = entry.verdict
    return (shown(verdict.title), verdict.bullets.map(shown), shown(verdict.remark))
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
