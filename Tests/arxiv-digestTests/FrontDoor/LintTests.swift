import Foundation
import TestSupport
import Testing

@Suite("The built program's look at pages")
struct LintTests {
  /// Runs the program in a folder.
  private func lint(_ words: [String], in folder: String) async throws -> RunningProgram.Outcome {
    try await Program.digest.run(["lint"] + words, in: folder)
      .replacing(Program.digest.path, with: "arxiv-digest")
  }

  /// Makes a folder with the shipped rules and prompts and some files.
  private func withPages<Result>(
    _ pages: [String: String], _ body: (String) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { folder in
      for name in ["digest.json", "prompts"] {
        try FileManager.default.copyItem(
          atPath: "\(Fixture.root)/\(name)", toPath: "\(folder)/\(name)")
      }
      for (path, text) in pages { try write(Data(text.utf8), to: "\(folder)/\(path)") }
      return try await body(folder)
    }
  }

  private func write(_ data: Data, to path: String) throws {
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  private func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  /// A page with three entries that have what was seen in a published archive.
  private static let archive = """
    ---
    title: 合成データ (2024-07-26 ~ 2024-08-01)
    date: 2024-07-26
    ---

    合成データに関する論文まとめ


    - - -

    ### [Counting p(x|y)](http://arxiv.org/abs/2407.00001)

    **p(x|y)の数え方**

    01. First Author, Second Author

    - 港の潮位を数えるのは難しい
    -　既存の手法は誤差が大きい
    - 条件つきの確率で数える手法を提案
    - 誤差を半分に抑えた

    港の癖まで学ぶなんて面白い！

    **Comment:** 5 pages | 2 figures

    **トピック:** [合成データ](../../sd), **カテゴリ:** cs.LG, **投稿日時:** 2024-07-29 13:57


    - - -

    ### [Models of order  with ](http://arxiv.org/abs/2407.00002)

    ****

    First Author

    - 港の潮位を数えるのは難しい
    - 既存の手法は誤差が大きい
    - 条件つきの確率で数える手法を提案
    - 誤差を半分に抑えた

    一行目の感想だよ
    二行目の感想だよ

    **トピック:** [合成データ](../../sd), **カテゴリ:** cs.LG, **投稿日時:** 2024-07-29 13:57


    - - -

    ### [Third Paper](http://arxiv.org/abs/2407.00003)

    **三つ目の論文**

    First Author

    - 港の潮位を数えるのは難しい
    - 既存の手法は誤差が大きい
    - {{ x }} の手法を提案

    役割: 面白い話だね

    **Comment:** This paper has been withdrawn by the authors.

    **トピック:** [合成データ](../../sd), **カテゴリ:** cs.LG, **投稿日時:** 2024-07-29 13:57

    """

  /// What is said of it, and the fix.
  private static let told = #"""
    _sd/a.md:13:6: error table: Jekyll makes a table of the paragraph, and the | vanishes
      fix: **p(x\|y)の数え方**
    _sd/a.md:15:3: error numbered-list: the line becomes a numbered list, and its number may change
      fix: 01\. First Author, Second Author
    _sd/a.md:18:1: error list-mark: '-　' makes no bullet: the line runs on behind the one above it
      fix: - 既存の手法は誤差が大きい
    _sd/a.md:24:22: error table: Jekyll makes a table of the paragraph, and the | vanishes
      fix: **Comment:** 5 pages \| 2 figures
    _sd/a.md:31:6: warning title-gap: words seem to be missing from the title, a formula perhaps
      by hand: compare the title with arXiv's
    _sd/a.md:33:3: error empty-text: the text is empty
      by hand: rewrite the Japanese title
    _sd/a.md:33:3: error rule: a horizontal line, or stars, stand where the title should be
      by hand: write the title between the stars
    _sd/a.md:42:1: error several-lines: the text has more than one line
      by hand: rewrite the remark
    _sd/a.md:56:3: error bullet-count: there are 3 bullets, a page shows four
      by hand: write four bullets
    _sd/a.md:58:3: error liquid: Jekyll puts the value of '{{ x }}' in its place, which mostly is nothing
      fix: - &#123;{ x }} の手法を提案
    _sd/a.md:60:1: error prompt-heading: the text begins with a heading of the prompt: '役割'
      by hand: rewrite the remark
    _sd/a.md:62:14: error withdrawn: the paper was withdrawn: This paper has been withdrawn by the authors.
      by hand: take the entry out

    """#

  @Test("tells of each place what a reader would see, and the fix, with status 2")
  func archive() async throws {
    try await withPages(["_sd/a.md": Self.archive]) { folder in
      let outcome = try await lint(["_sd"], in: folder)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(2), output: Self.told,
            errors: """
              1 page with 3 papers: 11 errors, 1 warning; --fix puts 5 right
              next: arxiv-digest lint --fix _sd

              """))
      #expect(try read("\(folder)/_sd/a.md") == Self.archive)
    }
  }

  @Test(
    "puts right what is safe, byte for byte, and only once",
    arguments: [("", "\n"), ("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n")])
  func fix(mark: String, end: String) async throws {
    func page(_ text: String) -> String { mark + text.replacing("\n", with: end) }
    let fixed = Self.archive.replacing("**p(x|y)", with: "**p(x\\|y)")
      .replacing("01. F", with: "01\\. F").replacing("-　", with: "- ")
      .replacing("pages | 2", with: "pages \\| 2").replacing("{{ x", with: "&#123;{ x")
    try await withPages(["a.md": page(Self.archive)]) { folder in
      let path = "\(folder)/a.md"
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      for count in [5, 0] {
        let outcome = try await lint(["--fix", "a.md"], in: folder)
        #expect(outcome.status == .exit(2))
        #expect(!outcome.output.contains("  fix: "))
        #expect(outcome.output.contains("a.md:42:1: error several-lines: "))
        #expect(
          outcome.errors == (count == 0 ? "" : "a.md: 5 put right\n")
            + "1 page with 3 papers: 6 errors, 1 warning; \(count) put right\n"
            + "next: arxiv-digest lint --fix a.md  # once that is mended\n")
        #expect(try read(path) == page(fixed))
      }
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o640)
    }
  }

  @Test("finds nothing on the page of the sample week, which it does not touch")
  func own() async throws {
    let site = Fixture.path("sample-week/site")
    let page = try read("\(site)/_sd/2024-07-26.md")
    try await withPages(["site/_sd/2024-07-26.md": page]) { folder in
      for words in [["site"], ["site", "--fix"]] {
        let outcome = try await lint(words, in: folder)
        #expect(outcome.status == .exit(0))
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("1 page with 8 papers: 0 errors, 0 warnings"))
        #expect(outcome.errors.hasSuffix("\nnext: publish the pages\n"))
      }
      #expect(try read("\(folder)/site/_sd/2024-07-26.md") == page)
    }
  }

  @Test("ends with status 0 where only warnings are left")
  func warnings() async throws {
    let page = try read(Fixture.path("sample-week/site/_sd/2024-07-26.md"))
    let doubtful = page.replacing(
      "**Comment:** Author Preprint", with: "**Comment:** &copy; Author")
    try await withPages(["a.md": doubtful]) { folder in
      let outcome = try await lint(["a.md"], in: folder)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            output: """
              a.md:24:14: warning entity: the character that '&copy;' names is shown, if there is one
                by hand: write &amp; for the ampersand to have it shown as it is written

              """,
            errors: "1 page with 8 papers: 0 errors, 1 warning\nnext: publish the pages\n"))
    }
  }

  @Test("takes files and folders, and passes over what is no page, with a note")
  func folders() async throws {
    let page = try read(Fixture.path("sample-week/site/_sd/2024-07-26.md"))
    let pages = [
      "b/2.md": page, "b/1/x.md": page, "b/.git/x.md": "{{", "b/notes.txt": "{{",
      "b/README.md": "# Notes\n",
      "a.md": page,
    ]
    try await withPages(pages) { folder in
      let files = FileManager.default
      try files.createDirectory(atPath: "\(folder)/empty", withIntermediateDirectories: false)
      try files.createSymbolicLink(atPath: "\(folder)/b/link.md", withDestinationPath: "../a.md")
      let outcome = try await lint(["b", "a.md", "empty"], in: folder)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            errors: """
              note: b/link.md: a symbolic link, which is not followed
              note: b/README.md: no paper in it
              note: empty: no .md file in it
              3 pages with 24 papers: 0 errors, 0 warnings
              next: publish the pages

              """))
    }
  }

  @Test("goes on behind a file that cannot be read, with status 1")
  func unreadable() async throws {
    try await withPages(["a.md": Self.archive]) { folder in
      #expect(mkfifo("\(folder)/pipe.md", 0o600) == 0)
      let outcome = try await lint(["gone", "pipe.md", "a.md"], in: folder)
      #expect(outcome.status == .exit(1))
      #expect(outcome.output == Self.told.replacing("_sd/a.md", with: "a.md"))
      #expect(
        outcome.errors == """
          gone: cannot be read: No such file or directory
          pipe.md: cannot be read: it is no regular file
          1 page with 3 papers: 11 errors, 1 warning; --fix puts 5 right; 2 paths failed
          next: arxiv-digest lint gone pipe.md a.md  # once that is mended

          """)
    }
  }

  @Test("leaves a file alone that is not UTF-8")
  func encoding() async throws {
    try await withPages([:]) { folder in
      let bytes = Data(Self.archive.utf8) + [0xFF, 0x0A]
      try write(bytes, to: "\(folder)/a.md")
      let outcome = try await lint(["a.md", "--fix"], in: folder)
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.output == """
          a.md:65:1: error encoding: the line is not UTF-8: letters are shown wrongly, and Jekyll may build nothing
            by hand: save the file as UTF-8

          """)
      #expect(try Data(contentsOf: URL(filePath: "\(folder)/a.md")) == bytes)
    }
  }

  @Test("writes through a link, which stays one")
  func link() async throws {
    try await withPages(["pages/a.md": Self.archive]) { folder in
      let link = "\(folder)/link.md"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "pages/a.md")
      _ = try await lint(["--fix", "link.md"], in: folder)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "pages/a.md")
      #expect(try read("\(folder)/pages/a.md").contains("**p(x\\|y)"))
    }
  }

  @Test("says so where a page is protected", .enabled(if: getuid() != 0, "root may write anything"))
  func protected() async throws {
    try await withPages(["a.md": Self.archive]) { folder in
      let path = "\(folder)/a.md"
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      let outcome = try await lint(["--fix", "a.md"], in: folder)
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.hasPrefix("a.md: cannot be written: it is protected. The page is as it was"))
      #expect(try read(path) == Self.archive)
    }
  }

  @Test("does without the prompts and the rules of a digest, and says so")
  func noPrompts() async throws {
    try await withTemporaryFolder { folder in
      try write(Data(Self.archive.utf8), to: "\(folder)/a.md")
      let outcome = try await lint(["a.md"], in: folder)
      #expect(outcome.status == .exit(2))
      let notes = outcome.errors.split(separator: "\n").prefix { $0.hasPrefix("note: ") }
      let begins = [
        "note: the rules are the shipped ones: digest.json: not found in ",
        "note: what is copied from the prompts is not looked for: prompts: not found in ",
        "note: terms of the glossary are not looked for: prompts/glossary.json: not found in ",
      ]
      #expect(notes.count == begins.count)
      #expect(zip(notes, begins).allSatisfy { $0.hasPrefix($1) }, "\(notes)")
      #expect(!outcome.output.contains("prompt-heading"))
    }
  }

  @Test("looks at each page once, however often it is named")
  func once() async throws {
    let page = try read(Fixture.path("sample-week/site/_sd/2024-07-26.md"))
    try await withPages(["s/_sd/a.md": page, "s/b.md": page]) { folder in
      let outcome = try await lint(["s", "s/_sd", "s/_sd/../b.md", "\(folder)/s/b.md"], in: folder)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            errors: "2 pages with 16 papers: 0 errors, 0 warnings\nnext: publish the pages\n"))
    }
  }

  @Test("finds a line of the prompts in a bullet")
  func echo() async throws {
    let line = "要旨に書かれていることだけを書く。"
    #expect(try read(Fixture.root + "/prompts/summarize.md").contains("- \(line)"))
    let page = Self.archive.replacing("誤差を半分に抑えた", with: line)
    try await withPages(["a.md": page]) { folder in
      let outcome = try await lint(["a.md"], in: folder)
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.output.contains(
          "a.md:20:3: error prompt-echo: the text repeats the instructions"))
    }
  }

  @Test("of what holds no paper at all ends with status 1")
  func nothing() async throws {
    try await withPages(["notes/README.md": "# Notes\n"]) { folder in
      let outcome = try await lint(["notes"], in: folder)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(1),
            errors: """
              note: notes/README.md: no paper in it
              arxiv-digest: lint: no paper was found
              0 pages with 0 papers: 0 errors, 0 warnings
              next: arxiv-digest help lint  # says what it reads

              """))
    }
  }

  /// Puts some validation into the digest of a folder.
  private func set(_ validation: String, in folder: String) throws {
    let path = "\(folder)/digest.json"
    let text = try read(path)
    let start = try #require(text.firstIndex(of: "{"))
    let changed = "{\n  \"validation\": \(validation)," + text[text.index(after: start)...]
    try write(Data(changed.utf8), to: path)
  }

  @Test("goes by the levels that digest.json sets")
  func levels() async throws {
    try await withPages(["_sd/a.md": Self.archive]) { folder in
      try set(#"{ "levels": { "prompt-heading": "off", "bullet-count": "warning" } }"#, in: folder)
      let outcome = try await lint(["_sd"], in: folder)
      let wanted = Self.told.replacing("error bullet-count", with: "warning bullet-count")
        .split(separator: "\n", omittingEmptySubsequences: false)
      let place = try #require(wanted.firstIndex { $0.contains("prompt-heading") })
      #expect(
        outcome.output == (wanted[..<place] + wanted[(place + 2)...]).joined(separator: "\n"))
      #expect(outcome.errors.hasPrefix("1 page with 3 papers: 9 errors, 2 warnings; "))
    }
  }

  @Test("stops at a mistake in digest.json, with status 64")
  func mistake() async throws {
    try await withPages(["a.md": Self.archive]) { folder in
      try set(#"{ "levels": { "no-such-check": "off" } }"#, in: folder)
      let outcome = try await lint(["--fix", "a.md"], in: folder)
      #expect(outcome.status == .exit(64))
      #expect(outcome.output == "")
      #expect(
        outcome.errors.hasPrefix("arxiv-digest: digest.json:2: validation.levels.no-such-check"))
      #expect(try read("\(folder)/a.md") == Self.archive)
    }
  }
}
