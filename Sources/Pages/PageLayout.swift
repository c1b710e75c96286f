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
  /// The topics' slugs, each with the link to its pages.
  private let links: [(slug: String, markdown: [UInt8])]
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
    links = topics.map { topic in
      var link = Array("[".utf8)
      MarkdownText(topic.name).write(to: &link, at: .title)
      link += "](../../\(topic.slug))".utf8
      return (topic.slug, link)
    }
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
    String(decoding: section(of: entry.paper, ShownTexts(entry)), as: UTF8.self)
  }

  /// The bytes of the part that shows one paper, by what is shown of the texts about it.
  package func section(of paper: Paper, _ texts: ShownTexts) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(2048)
    page += "\n\n- - -\n\n### [".utf8
    MarkdownText(paper.title).write(to: &page, at: .title)
    page += "](http://arxiv.org/abs/".utf8
    page += paper.id.text.utf8
    page += ")\n\n".utf8
    if !texts.title.bytes.isEmpty {
      page += "**".utf8
      texts.title.write(to: &page, at: .title)
      page += "**".utf8
    }
    page += "\n\n".utf8
    MarkdownText(paper.authors.joined(separator: ", ")).write(to: &page, at: .lineStart)
    page += "\n\n".utf8
    for (index, bullet) in texts.bullets.enumerated() {
      page += (index == 0 ? "- " : "\n- ").utf8
      bullet.write(to: &page, at: .lineStart)
    }
    page += "\n\n".utf8
    texts.remark.write(to: &page, at: .lineStart)
    page += "\n\n".utf8
    if let comment = paper.comment {
      page += "**Comment:** ".utf8
      MarkdownText(comment, joiningLines: true).write(to: &page, at: .inline)
    }
    page += "\n\n".utf8
    writeFacts(of: paper, to: &page)
    page += "\n".utf8
    return page
  }

  /// Writes the last line of a section: topics, categories and submission time.
  private func writeFacts(of paper: Paper, to page: inout [UInt8]) {
    page += "**トピック:** ".utf8
    for (index, link) in links.filter({ paper.topics.contains($0.slug) }).enumerated() {
      if index > 0 { page += ", ".utf8 }
      page += link.markdown
    }
    page += ", **カテゴリ:** ".utf8
    for (index, category) in paper.categories.enumerated() {
      if index > 0 { page += ", ".utf8 }
      MarkdownText(category).write(to: &page, at: .inline)
    }
    page += ", **投稿日時:** ".utf8
    // To the minute: the seconds of `02:28:32` are cut, not rounded.
    let time = paper.published.iso8601.utf8.prefix("2024-07-26T02:28".utf8.count)
    page += time.map { $0 == UInt8(ascii: "T") ? 0x20 : $0 }
  }
}
