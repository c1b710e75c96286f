import Records
import TestSupport
import Testing

@testable import Pages

/// Topics are named in the front matter, in the first line of a page, and in links.
@Suite("Topic names on sites", .siteTest, .serialized, .timeLimit(.minutes(5)))
struct TopicNameTests {
  /// What YAML 1.1 reads as something else than a text when it stands alone.
  private static let words = [
    "yes", "Yes", "YES", "no", "on", "Off", "y", "N", "true", "False", "null", "Null", "~", "1",
    "1.0", "-1", "+1", "0x1F", "0o17", "017", "1e3", "1_000", ".inf", "-.INF", ".nan", "1:30",
    "12:30:45", "2024-07-26", "2024-07-26 02:28:32", "=", "<<", "!!str x", "!ruby/object:X {}",
    "&a x", "*a", "? x", "a: b", "a:", ":a", "a #b", "#1", "%YAML 1.1", "@a", "---", "...", "- x",
    "\"q\"", "'q'", "it's", "|", ">", "|-", "[CLS] token", "[", "]", "{a}", "{", "}", ",", "a, b",
    "\\", "\\n", "\\u0041", "a\\", "3D生成", "C++", "x\u{85}y", "x\u{2028}y", "x\u{FEFF}y",
    "x\u{7F}y", "x\u{9B}y", "👩‍💻", "合成データ", "e\u{301}",
  ]

  @Test("a topic's name arrives as it is, wherever it stands", arguments: SiteBuilder.allCases)
  func names(builder: SiteBuilder) async throws {
    let topics = (Self.words + HostileText.all).filter { !SeenText.line($0).isEmpty }
      .enumerated().map { Topic(slug: "t\(1000 + $0.offset)", name: $0.element, query: "all:x") }
    let papers = topics.indices.map { ShelvedPaper(number: $0, texts: .init()) }
    let pages = try zip(topics, papers).map { topic, paper in
      DigestPage(
        topic: topic, week: ShelvedPaper.week, entries: [try paper.entry(topics: [topic])],
        topics: topics)
    }
    try await Site.with(pages, by: builder) { site in
      let found = try await site.pages()
      #expect(found.count == topics.count)
      for (index, topic) in topics.enumerated() {
        let title = "\(SeenText.line(topic.name)) (2024-07-26 ~ 2024-08-01)"
        let page = found.first { $0.sections.first?[1].address == papers[index].address }
        #expect(page.map { Array($0.title.utf8) } == Array(title.utf8), "\(topic): \(title)")
        let line = "\(SeenText.line(topic.name))に関する論文まとめ (2024-07-26 ~ 2024-08-01)"
        #expect(page?.head == [.element("p", .text(line))], "\(topic)")
        #expect(page?.sections == [papers[index].section(topics: [topic])], "\(topic)")
      }
    }
  }

  @Test("a scalar of the front matter arrives as it is", arguments: SiteBuilder.allCases)
  func scalars(builder: SiteBuilder) async throws {
    // HTML itself changes the controls below the space.
    let texts = (Self.words + HostileText.all).filter { text in
      text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    }
    let files = texts.enumerated().map { index, text in
      (
        path: "_t/\(1000 + index).md",
        text: "---\ntitle: \(FrontMatter.scalar(text))\n---\n\nx\(index)\n"
      )
    }
    try await Site.with(files, by: builder) { site in
      let found = try await site.pages()
      #expect(found.count == texts.count)
      let titles = Dictionary(grouping: found) { "\($0.nodes)" }.mapValues { $0.map(\.title) }
      for (index, text) in texts.enumerated() {
        let title = titles["\([PageNode.element("p", .text("x\(index)"))])"] ?? []
        #expect(title.map { Array($0.utf8) } == [Array(text.utf8)], "\(text): \(title)")
      }
    }
  }
}
