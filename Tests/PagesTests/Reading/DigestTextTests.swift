import Records
import Testing

@testable import Pages

@Suite("The reader of pages")
struct DigestTextTests {
  private func sections(_ page: String) throws -> [PageSection] {
    try DigestText(PageText(Array(page.utf8))).sections
  }

  /// The parts of an entry as a reader should see them.
  private func parts(_ section: PageSection) -> [String?] {
    func text(_ lines: [PagePart]) -> String { lines.map(\.shown).joined(separator: "/") }
    return [
      section.id?.text, section.title.shown, section.japaneseTitle?.shown, section.authors?.shown,
      section.bullets.map(text).joined(separator: "; "), text(section.remark),
      text(section.comment),
      section.facts.map { String($0.shown.prefix(6)) },
    ]
  }

  private static let whole = [
    "2407.20021", "Small Models for Tide Tables", "潮汐表のための小さなモデル", "First Author, Second Author",
    "一つ目の文; 二つ目の文; 三つ目の文; 四つ目の文", "港ごとの癖まで学ぶなんて！", "5 pages", "**トピック",
  ]

  @Test(
    "knows the parts of an entry, however they are written",
    arguments: [
      Sheaf().page, Sheaf().page.replacing("\n", with: "\r\n"), "\u{FEFF}" + Sheaf().page,
      Sheaf().page.replacing("\n\n", with: "\n\n\n"), Sheaf().page.replacing("\n\n", with: "\n"),
      Sheaf().page + "\n- - -\n", Sheaf.with { $0.head = "" },
      Sheaf.with { $0.heading = "#" + $0.heading }, Sheaf.with { $0.heading += " ###" },
      Sheaf.with { $0.heading = $0.heading.replacing("### ", with: "###") },
      Sheaf.with { $0.heading = $0.heading.replacing("/2407.20021", with: "/2407.20021v3") },
      Sheaf.with {
        $0.heading = $0.heading.replacing(
          "http://arxiv.org/abs/2407.20021", with: "https://arxiv.org/pdf/2407.20021v1.pdf#page=2")
      },
      Sheaf.with { $0.title = "潮汐表のための小さなモデル" }, Sheaf.with { $0.title = "** 潮汐表のための小さなモデル **" },
      Sheaf.with { $0.bullets = $0.bullets.map { $0.replacing("- ", with: "* ") } },
      Sheaf.with { $0.bullets = $0.bullets.map { $0.replacing("- ", with: "-　") } },
      Sheaf.with { $0.bullets = $0.bullets.map { $0.replacing("- ", with: "・") } },
      Sheaf.with { $0.bullets = $0.bullets.map { $0.replacing("- ", with: "1. ") } },
      Sheaf.with { $0.bullets = $0.bullets.map { $0.replacing("- ", with: "-") } },
      Sheaf.with { $0.bullets = $0.bullets.map { "  " + $0 } },
      Sheaf.with { $0.bullets = [$0.bullets.joined(separator: "\n\n")] },
      Sheaf.with { $0.remark += "  " }, Sheaf.with { $0.comment = "Comments: 5 pages" },
    ])
  func whole(page: String) throws {
    let sections = try sections(page)
    #expect(sections.map(parts) == [Self.whole])
  }

  @Test("finds what is missing, and takes nothing else in its place")
  func missing() throws {
    let page = Sheaf.with {
      ($0.title, $0.bullets, $0.remark, $0.comment, $0.facts) = ("****", [], "", "", "")
    }
    let parts = try #require(try sections(page).map(parts).first)
    #expect(
      parts == [
        "2407.20021", "Small Models for Tide Tables", "", "First Author, Second Author", "", "", "",
        nil,
      ])
  }

  @Test("sees the second line of a bullet, a remark and a comment")
  func severalLines() throws {
    let page = Sheaf.with {
      $0.bullets[0] += "\nその続き"
      $0.remark += "\n\n二行目"
      $0.comment += "\n2 figures"
    }
    let parts = try #require(try sections(page).map(parts).first)
    #expect(
      parts[4...6] == [
        "一つ目の文/その続き; 二つ目の文; 三つ目の文; 四つ目の文", "港ごとの癖まで学ぶなんて！/二行目", "5 pages/2 figures",
      ])
  }

  @Test("knows where each part stands")
  func places() throws {
    let section = try #require(try sections(Sheaf().page).first)
    #expect(section.line == 11)
    #expect([section.title.line, section.title.column] == [11, 6])
    #expect([section.address?.line, section.address?.column] == [11, 36])
    #expect([section.japaneseTitle?.line, section.japaneseTitle?.column] == [13, 3])
    #expect(
      section.bullets.map { [$0[0].line, $0[0].column] } == [
        [17, 3], [18, 3], [19, 3], [20, 3],
      ])
    #expect([section.comment[0].line, section.comment[0].column] == [24, 14])
    #expect(section.title.column(of: "Tide") == 23)
    #expect(section.title.column(of: "gone") == 6)
  }

  @Test("parts the entries of a page, whatever stands in them")
  func several() throws {
    let other = Sheaf.with {
      $0.head = "\n- - -\n\n"
      $0.heading = "### [Other [x](y)](http://arxiv.org/abs/hep-th/9711200)"
      $0.remark = "# 見出し"
    }
    let sections = try sections(Sheaf().page + other)
    #expect(sections.map(\.id?.text) == ["2407.20021", "hep-th/9711200"])
    #expect(sections.map { $0.remark.map(\.shown) } == [["港ごとの癖まで学ぶなんて！"], ["# 見出し"]])
    #expect(sections.last?.title.shown == "Other [x](y)")
  }

  @Test(
    "finds no entry where there is none",
    arguments: [
      "", "---\n", "# Notes\n\nA text.\n", "---\ntitle: a\n---\n\n## b\n", "- - -\n", "\n\n",
    ])
  func none(page: String) throws {
    #expect(try sections(page).isEmpty)
  }
}
