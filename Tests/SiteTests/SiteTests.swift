import Foundation
import Pages
import Records
import TestSupport
import Testing

/// Real sites of digest pages, read in a real browser; only `make site-test` has the programs.
@Suite("Sites", .siteTest, .serialized, .timeLimit(.minutes(5)))
struct SiteTests {
  private static let topics = [
    Topic(slug: "fl", name: "連合学習", query: "all:x"),
    Topic(slug: "sd", name: "合成データ", query: "all:x"),
  ]
  private static let path = "_sd/2024-07-26.md"
  private static let environment = ProcessInfo.processInfo.environment

  @Test("the sample page shows what its lines say", arguments: SiteBuilder.allCases)
  func sample(builder: SiteBuilder) async throws {
    let markdown = try Fixture.text("sample-week/site/\(Self.path)")
    try await Site.with([(Self.path, markdown)], by: builder) { site in
      let page = try await site.page(Self.path)
      #expect(page.title == "合成データ (2024-07-26 ~ 2024-08-01)")
      #expect(page.nodes == PlainMarkdown.nodes(of: markdown))
      #expect(page.sections.count == 8)
      try await site.paint(Self.path, as: "sample")
    }
  }

  @Test("a hostile text arrives as it is, wherever it stands", arguments: SiteBuilder.allCases)
  func hostileTexts(builder: SiteBuilder) async throws {
    let texts = HostileText.all.flatMap(ShelvedPaper.Texts.around) + Self.emptyTexts
    let differences = try await differences(of: texts, by: builder)
    #expect(differences == [], "\(differences.joined(separator: "\n"))")
  }

  @Test("any two signs arrive as they are, wherever they stand", arguments: SiteBuilder.allCases)
  func pairs(builder: SiteBuilder) async throws {
    let texts = HostileText.pairs.map(ShelvedPaper.Texts.filled)
    let differences = try await differences(of: texts, by: builder)
    #expect(differences == [], "\(differences.joined(separator: "\n"))")
  }

  @Test("random texts arrive as they are", arguments: SiteBuilder.allCases)
  func randomTexts(builder: SiteBuilder) async throws {
    let seed = try #require(UInt64(Self.environment["SITE_SEED"] ?? "20240726"), "SITE_SEED")
    var dice = Dice(seed: seed)
    let texts = (0..<600).map { _ in ShelvedPaper.Texts.random(&dice) }
    let differences = try await differences(of: texts, by: builder, picture: "hostile")
    #expect(differences == [], "SITE_SEED=\(seed)\n\(differences.joined(separator: "\n"))")
  }

  /// Something has no characters, or one that shows nothing.
  private static let emptyTexts = [
    ShelvedPaper.Texts(title: "\u{1}"), .init(japaneseTitle: "\u{1}"), .init(authors: []),
    .init(authors: [""]), .init(remark: " "), .init(comment: nil), .init(comment: ""),
    .init(comment: "\n\u{0}"), .init(categories: []), .init(categories: [""]),
  ]

  /// Builds the page of papers of these texts, and tells where a browser shows another than was meant.
  private func differences(
    of texts: [ShelvedPaper.Texts], by builder: SiteBuilder, picture: String? = nil
  ) async throws -> [String] {
    let papers = texts.enumerated().map { ShelvedPaper(number: $0.offset, texts: $0.element) }
    let page = DigestPage(
      topic: Self.topics[1], week: ShelvedPaper.week,
      entries: try papers.map { try $0.entry(topics: Self.topics) }, topics: Self.topics)
    var differences: [String] = []
    try await Site.with([page], by: builder) { site in
      let found = try await site.page(page.path)
      differences = PageDifference.between(found, and: papers, topics: Self.topics)
      if let picture { try await site.paint(page.path, as: picture) }
    }
    return differences
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs a suite only where the programs are that `make site-test` installs.
  static var siteTest: Self {
    .enabled(
      if: ProcessInfo.processInfo.environment["SITE_TESTS"] == "1",
      "make site-test runs these, with jekyll, hugo and chromium")
  }
}
