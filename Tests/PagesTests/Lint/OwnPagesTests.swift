import Records
import TestSupport
import Testing

@testable import Pages

/// Our own pages are what the rules are held against, whatever stands on them.
@Suite("Our own pages, looked through")
struct OwnPagesTests {
  /// A text of the hostile alphabet of which something is left for a reader to see.
  private func text(_ dice: inout Dice) -> String {
    while true {
      let text = dice.text(of: HostileTextTests.alphabet, upTo: 12)
      if !HostileTextTests.plain(text).isEmpty { return text }
    }
  }

  /// A page of one entry, every text of which is hostile.
  private func page(_ texts: [String]) throws -> DigestPage {
    let paper = Shelf.paper(title: texts[0], authors: [texts[1]], comment: texts[2])
    let verdict = Shelf.verdict(title: texts[3], bullets: Array(texts[4...7]), remark: texts[8])
    let entry = try #require(DigestPage.Entry(paper, verdict))
    let topic = Topic(slug: "sd", name: texts[9], query: "all:x")
    return DigestPage(topic: topic, week: Shelf.week, entries: [entry, entry], topics: [topic])
  }

  @Test("read back to the same characters, hold no error, and are not touched by a fix")
  func hostile() throws {
    var dice = Dice(seed: 20_240_726)
    for _ in 0..<500 {
      let texts = (0..<10).map { _ in text(&dice) }
      let markdown = try page(texts).markdown
      let lint = PageLint(try PageText(Array(markdown.utf8)))
      #expect(lint.page.sections.count == 2)
      let section = try #require(lint.page.sections.first)
      let parts =
        [section.title, section.authors, section.comment.first, section.japaneseTitle]
        + section.bullets.map(\.first) + section.remark.map(Optional.init)
      let shown = parts.map { HostileTextTests.plain($0?.shown ?? "") }
      #expect(shown == texts[0...8].map(HostileTextTests.plain), "\(markdown)")
      let errors = lint.findings.filter { $0.severity == .error || $0.fix.isSafe }
      #expect(errors == [], "\(markdown)")
      #expect(lint.fixed == lint.page.text)
    }
  }

  @Test("that anybody wrote are mended once and for all, and lose no letter")
  func random() throws {
    var dice = Dice(seed: 20_240_727)
    let pieces =
      HostileTextTests.alphabet
      + [
        "\n", "\n\n", "### [", "](http://arxiv.org/abs/2407.20021)\n\n", "**", "- ", "---\n", "港",
        "\u{3000}",
      ]
      + ["**Comment:** ", "**トピック:** ", "title: ", "\n- - -\n"]
    for _ in 0..<2_000 {
      let page = Sheaf().head + Sheaf().heading + "\n" + dice.text(of: pieces, upTo: 40)
      let lint = PageLint(try PageText(Array(page.utf8)))
      let fixed = PageLint(lint.fixed)
      #expect(fixed.fixed == lint.fixed, "\(page.debugDescription)")
      #expect(!fixed.findings.contains { $0.fix.isSafe }, "\(page.debugDescription)")
      #expect(letters(lint.fixed) == letters(lint.page.text), "\(page.debugDescription)")
    }
  }

  /// The letters of a page, which no fix takes away or adds.
  private func letters(_ text: PageText) -> [Unicode.Scalar] {
    text.lines.flatMap(\.scalars).filter(\.properties.isAlphabetic)
  }
}
