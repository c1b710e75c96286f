import Foundation
import Pages
import Records

/// A paper whose texts a test has chosen, with what a reader should see of it.
struct ShelvedPaper: Sendable {
  /// The week of all papers.
  static let week = Week(containing: submitted, startingOn: .friday)
  private static let submitted = Date(timeIntervalSince1970: 1_722_261_420)

  /// Counts the papers of a page.
  let number: Int
  /// The texts.
  let texts: Texts

  /// The texts that come from outside, by their places.
  struct Texts: Sendable {
    var title = "Small Models for Tide Tables"
    var japaneseTitle = "潮汐表のための小さなモデル"
    var authors = ["First Author", "Second Author"]
    var bullets = ["一つ目の文", "二つ目の文", "三つ目の文", "四つ目の文"]
    var remark = "港ごとの癖まで学ぶなんて！"
    var comment: String? = "5 pages, 2 figures"
    var categories = ["cs.LG", "I.2; J.1"]
  }

  /// The paper's address at arXiv.
  var address: String { "http://arxiv.org/abs/\(identifier)" }

  private var identifier: String { "2407.\(100_000 + number)" }

  /// The paper with its accepted verdict.
  func entry(topics: [Topic]) throws -> DigestPage.Entry {
    guard let id = ArXivID(identifier) else { throw SiteError("\(identifier) is no identifier") }
    let paper = Paper(
      id: id, version: 1, title: texts.title, abstract: "Not on the page.",
      authors: texts.authors, comment: texts.comment, categories: texts.categories,
      published: Self.submitted, updated: Self.submitted, topics: topics.map(\.slug))
    let verdict = Verdict(
      id: id, findings: [], title: texts.japaneseTitle, bullets: texts.bullets,
      remark: texts.remark)
    guard let entry = DigestPage.Entry(paper, verdict) else {
      throw SiteError("\(id) and its verdict make no entry")
    }
    return entry
  }

  /// The paper's section as a browser should show it.
  func section(topics: [Topic]) -> [PageNode] {
    let bullets = texts.bullets.map { PageNode.element("li", .text(SeenText.line($0))) }
    let title = SeenText.line(texts.japaneseTitle)
    return [
      .element("hr"), .element("h3", .link(SeenText.line(texts.title), to: address)),
    ] + (title.isEmpty ? [] : [.element("p", .element("strong", .text(title)))])
      + paragraph(texts.authors.joined(separator: ", "))
      + [.element("ul", attributes: [:], children: bullets)]
      + paragraph(texts.remark) + comment + [facts(topics)]
  }

  /// A paragraph of a text; none where nothing would stand in it.
  private func paragraph(_ text: String) -> [PageNode] {
    let seen = SeenText.line(text)
    return seen.isEmpty ? [] : [.element("p", .text(seen))]
  }

  private func facts(_ topics: [Topic]) -> PageNode {
    let categories = texts.categories.map(SeenText.line).joined(separator: ", ")
    let links = topics.map { PageNode.link(SeenText.line($0.name), to: "../../\($0.slug)") }
    return .element(
      "p", attributes: [:],
      children: [.element("strong", .text("トピック:")), .text(" ")]
        + links.map { [$0] }.joined(separator: [.text(", ")])
        + [
          .text(", "), .element("strong", .text("カテゴリ:")), .text(" \(categories), "),
          .element("strong", .text("投稿日時:")), .text(" 2024-07-29 13:57"),
        ])
  }

  private var comment: [PageNode] {
    guard let comment = texts.comment else { return [] }
    let seen = SeenText.joiningLines(comment)
    let words = PageNode.element("strong", .text("Comment:"))
    return [seen.isEmpty ? .element("p", words) : .element("p", words, .text(" \(seen)"))]
  }
}
