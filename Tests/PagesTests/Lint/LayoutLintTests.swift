import Records
import Testing

@testable import Pages

@Suite("The layout of a page")
struct LayoutLintTests {
  /// A page, with what is found and the page after the safe fixes.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let page: String
    /// Line, severity and code of each finding.
    let findings: [String]
    let fixed: String

    /// A page that differs from a good one by a change, and what the fix makes of the change.
    init(
      _ name: String, _ findings: [String], _ change: (inout Sheaf) -> Void,
      fixed: ((inout Sheaf) -> Void)? = nil
    ) {
      testDescription = name
      page = Sheaf.with(change)
      self.findings = findings
      self.fixed = fixed.map { Sheaf.with($0) } ?? page
    }
  }

  @Test("is held against that of our own pages", arguments: parts + lines + heads)
  func layout(example: Case) throws {
    let (findings, fixed) = try Sheaf.lint(example.page)
    #expect(
      findings.map { "\($0.line) \($0.severity.rawValue) \($0.code)" } == example.findings)
    #expect(fixed == example.fixed)
    let left = findings.filter { !$0.fix.isSafe }.map(\.code)
    #expect(try Sheaf.lint(fixed).findings.map(\.code) == left)
    #expect(try Sheaf.lint(fixed).fixed == fixed)
  }

  private static let parts = [
    Case("whole", []) { _ in },
    Case("no comment", []) { $0.comment = "" },
    Case("no Japanese title", ["11 error missing-japanese-title"]) { $0.title = "" },
    Case("empty bold title", ["13 error rule"]) { $0.title = "****" },
    Case("no authors", ["11 error missing-authors"]) { $0.authors = "" },
    Case("no remark", ["11 error missing-remark"]) { $0.remark = "" },
    Case("no facts", ["11 warning missing-facts"]) { $0.facts = "" },
    Case("a title that is not bold", ["13 warning not-bold"]) { $0.title = "潮汐表の題" },
    Case("no link", ["11 error missing-link"]) { $0.heading = "### Small Models" },
    Case("no words to click on", ["11 error missing-title"]) {
      $0.heading = "### [](http://arxiv.org/abs/2407.20021)"
    },
    Case("a title with a hole", ["11 warning title-gap"]) {
      $0.heading = $0.heading.replacing("Small ", with: "Small  ")
    },
    Case("a title without its end", ["11 warning title-gap"]) {
      $0.heading = $0.heading.replacing("Tables]", with: "]")
    },
    Case("a link elsewhere", ["11 warning not-arxiv"]) {
      $0.heading = "### [a](https://example.org/2407.20021)"
    },
    Case("an address that runs a script", ["11 error address"]) {
      $0.heading = "### [a](javascript:b)"
    },
    Case("a rule in the entry", ["22 error rule"]) { $0.remark = "***\n\n" + $0.remark },
    Case("a line without a place", ["28 warning stray-line"]) { $0.facts += "\n\n追記" },
  ]

  private static let lines = [
    Case("full-width space behind a dash", ["18 error list-mark"]) {
      $0.bullets[1] = "-　二つ目の文"
    } fixed: { _ in
    },
    Case("a mark that Markdown does not know", ["17 error list-mark"]) {
      $0.bullets[0] = "・一つ目の文"
    } fixed: { _ in
    },
    Case("no space behind a dash", ["20 error list-mark"]) {
      $0.bullets[3] = "-四つ目の文"
    } fixed: { _ in
    },
    Case("a full-width number", ["17 error list-mark"]) {
      $0.bullets = ["１．一つ目の文"]
    } fixed: {
      $0.bullets = ["- 一つ目の文"]
    },
    Case("numbers in place of dashes", ["17 warning list-mark"]) { $0.bullets = ["1. 一つ目の文"] },
    Case("an item inside an item", ["19 error indented"]) {
      $0.bullets[2] = "  - 三つ目の文"
    } fixed: { _ in
    },
    Case("a remark inside an item", ["22 error indented"]) {
      $0.remark = "   " + $0.remark
    } fixed: { _ in
    },
    Case("code in place of names", ["15 error indented"]) {
      $0.authors = "    " + $0.authors
    } fixed: { _ in
    },
    Case("code in place of a bullet", ["17 error indented"]) {
      $0.bullets[0] = "-      一つ目の文"
    } fixed: { _ in
    },
    Case("blanks inside the stars", ["13 error bold-space"]) {
      $0.title = "** 潮汐表のための小さなモデル **"
    } fixed: { _ in
    },
    Case("no blank line below the list", ["21 error missing-blank"]) {
      $0.bullets[3] += "\n" + $0.remark
      $0.remark = ""
    } fixed: {
      $0.remark += "\n\n"
    },
    Case("no blank line between comment and facts", ["25 error missing-blank"]) {
      $0.comment += "\n" + $0.facts
      $0.facts = ""
    } fixed: {
      $0.facts += "\n\n"
    },
    Case("no blank line below the title", ["14 error missing-blank"]) {
      $0.title += "\n" + $0.authors
      $0.authors = ""
    } fixed: {
      $0.authors += "\n\n"
    },
    Case("a rule right below a text", ["27 error setext-heading"]) {
      $0.facts += "\n---"
    } fixed: {
      $0.facts += "\n\n---"
    },
    Case("no space behind the number signs", ["11 error heading-mark"]) {
      $0.heading = $0.heading.replacing("### ", with: "###")
    } fixed: { _ in
    },
  ]

  /// A page whose title has a value in the front matter.
  private static func titled(_ value: String) -> String {
    Sheaf().head.replacing("合成データ (2024-07-26 ~ 2024-08-01)\ndate", with: "\(value)\ndate")
  }

  private static func yaml(_ value: String, _ fixed: String) -> Case {
    Case("title: \(value)", ["2 error yaml"]) {
      $0.head = titled(value)
    } fixed: {
      $0.head = titled(fixed)
    }
  }

  private static func good(_ value: String) -> Case {
    Case("title: \(value)", []) { $0.head = titled(value) }
  }

  private static let heads = [
    yaml("[CLS] の題", #""[CLS] の題""#), yaml("題: 副題", #""題: 副題""#), yaml("題 # 1", #""題 # 1""#),
    yaml("*星*", #""*星*""#), yaml("{{ x }}", #""{{ x }}""#), yaml("&amp; の題", #""&amp; の題""#),
    yaml("2024", #""2024""#), yaml("- 題", #""- 題""#), yaml("| 題", #""| 題""#), yaml("@題", #""@題""#),
    good("3D生成 (2024)"), good("SSI/DID/VC"), good(#""a: \"b\"""#), good("'it''s'"),
    good(#""a" # b"#),
    good("a:b"), good("a#b"),
    Case("an open quote", ["2 error yaml"]) { $0.head = titled(#""題"#) },
    Case("a quote that means nothing", ["2 error yaml"]) { $0.head = titled(#""\alpha \q""#) },
    Case("text behind a quote", ["2 error yaml"]) { $0.head = titled(#""題" の話"#) },
    Case("HTML in the title", ["2 warning html"]) { $0.head = titled("a <script>b</script>") },
    Case("no day", ["3 error date"]) {
      $0.head = $0.head.replacing("date: 2024-07-26", with: "date: 2024-02-31")
    },
  ]

  @Test("keeps what stands in the front matter beside title and date")
  func otherKeys() throws {
    let page = Sheaf().page.replacing(
      "date:",
      with: "tags: [a, b]\nauthor:\n  - x: y\nurl: \"{{ x }}\"\n# c: [d\ntime: 10:30:00 # e\ndate:")
    let (findings, fixed) = try Sheaf.lint(page)
    #expect(findings == [])
    #expect(fixed == page)
  }

  @Test("has front matter that is closed")
  func frontMatter() throws {
    let open = try Sheaf.lint(Sheaf().page.replacing("07-26\n---", with: "07-26\n"))
    #expect(
      open.findings.map { "\($0.line) \($0.severity.rawValue) \($0.code)" } == [
        "1 error front-matter"
      ])
    let none = try Sheaf.lint(Sheaf.with { $0.head = "" })
    #expect(
      none.findings.map { "\($0.line) \($0.severity.rawValue) \($0.code)" } == [
        "1 warning front-matter"
      ])
  }

  @Test("has one entry for a paper")
  func duplicate() throws {
    let other = Sheaf.with { $0.head = "\n- - -\n\n" }
    let (findings, _) = try Sheaf.lint(Sheaf().page + other)
    #expect(findings.map(\.message) == ["2407.20021 has an entry on line 11 too"])
  }

  @Test("loses blanks that nobody sees, and lines that only look empty")
  func blanks() throws {
    let page = Sheaf.with { $0.title += " \t" }.replacing("四つ目の文\n\n", with: "四つ目の文\n\u{3000}\n")
    let (findings, fixed) = try Sheaf.lint(page)
    #expect(
      findings.map { "\($0.line) \($0.severity.rawValue) \($0.code)" }
        == ["13 warning trailing-space", "21 error trailing-space"])
    #expect(fixed == Sheaf().page)
  }

  @Test("keeps its line ends and its byte order mark")
  func lineEnds() throws {
    let page =
      "\u{FEFF}" + Sheaf.with { $0.comment += "\n" + $0.facts }.replacing("\n", with: "\r\n")
    let fixed =
      "\u{FEFF}" + Sheaf.with { $0.comment += "\n\n" + $0.facts }.replacing("\n", with: "\r\n")
    #expect(try Sheaf.lint(page).fixed == fixed)
  }
}
