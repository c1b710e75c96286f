import Records
import Testing

@testable import Pages

@Suite("Markup on a page")
struct MarkupLintTests {
  /// Where a text is put.
  enum Slot: Sendable {
    case heading, title, authors, bullet, remark, comment
  }

  /// A text in a place, with the codes of what is found there and the text after the fix.
  struct Case: Sendable, CustomTestStringConvertible {
    let slot: Slot
    let text: String
    let codes: [String]
    /// The text after the safe fixes.
    let fixed: String

    init(_ slot: Slot, _ text: String, _ codes: [String], _ fixed: String) {
      (self.slot, self.text, self.codes, self.fixed) = (slot, text, codes, fixed)
    }

    /// Something that only a writer can decide, and so stays.
    static func doubtful(_ slot: Slot, _ text: String, _ code: String) -> Case {
      Case(slot, text, [code], text)
    }

    var testDescription: String { "\(slot): \(text)" }

    /// A page with a text in the case's place.
    func page(_ text: String) -> String {
      Sheaf.with { sheaf in
        switch slot {
        case .heading: sheaf.heading = "### [\(text)](http://arxiv.org/abs/2407.20021)"
        case .title: sheaf.title = "**\(text)**"
        case .authors: sheaf.authors = text
        case .bullet: sheaf.bullets[1] = "- \(text)"
        case .remark: sheaf.remark = text
        case .comment: sheaf.comment = "**Comment:** \(text)"
        }
      }
    }
  }

  @Test(
    "that a site acts on is found, and its signs are escaped",
    arguments: liquid + html + tables + emphasis + pairs + brackets + lineStarts)
  func live(example: Case) throws {
    let (findings, fixed) = try Sheaf.lint(example.page(example.text))
    #expect(findings.map(\.code).sorted() == example.codes.sorted())
    #expect(fixed == example.page(example.fixed))
    let isDoubtful = example.text == example.fixed
    #expect(findings.allSatisfy { $0.severity == (isDoubtful ? .warning : .error) })
    #expect(findings.allSatisfy { $0.fix.isSafe == !isDoubtful })
    #expect(try Sheaf.lint(fixed).findings.count == (isDoubtful ? findings.count : 0))
  }

  private static let liquid = [
    Case(.remark, "{{ site.title }} だね", ["liquid"], "&#123;{ site.title }} だね"),
    Case(.bullet, "{% raw %} の文", ["liquid"], "&#123;% raw %} の文"),
    Case(.comment, "a {{ b", ["liquid"], "a &#123;{ b"),
    Case(.title, #"\{{ の題"#, ["liquid"], "&#123;{ の題"),
    Case(.title, "{{{ の題", ["liquid"], "&#123;&#123;{ の題"),
    Case(.authors, "{: .cls}", ["attribute"], "&#123;: .cls}"),
    Case(.remark, "{::comment}だね{:/}", ["attribute"], "&#123;::comment}だね{:/}"),
  ]

  private static let html = [
    Case(
      .remark, "<script>alert(1)</script> だね", ["html", "html"], #"\<script>alert(1)\</script> だね"#),
    Case(.bullet, "List<int> を使う", ["html"], #"List\<int> を使う"#),
    Case(.heading, "A <T> b", ["html"], #"A \<T> b"#),
    Case(.title, "<港> の題", ["html"], #"\<港> の題"#),
    Case(.remark, "<!-- だね", ["html"], #"\<!-- だね"#),
    Case(.comment, "<https://example.org>", ["html"], #"\<https://example.org>"#),
    .doubtful(.bullet, "&copy; の文", "entity"), .doubtful(.remark, #"率は5\% だね"#, "backslash"),
  ]

  private static let tables = [
    Case(.title, "p(x|y)の推定", ["table"], #"p(x\|y)の推定"#),
    Case(.authors, "First | Author", ["table"], #"First \| Author"#),
    Case(.bullet, "|a|b| の文", ["table"], #"\|a\|b\| の文"#),
    Case(.remark, "a | b だね", ["table"], #"a \| b だね"#), Case(.comment, "a|b", ["table"], #"a\|b"#),
  ]

  private static let emphasis = [
    Case(.heading, "A *star* b", ["emphasis"], #"A \*star\* b"#),
    Case(.title, "*星* の題", ["emphasis"], #"\*星\* の題"#),
    Case(.title, "星 **二つ** の題", ["emphasis"], #"星 \*\*二つ\*\* の題"#),
    Case(.authors, "_First_ Author", ["emphasis"], #"\_First\_ Author"#),
    Case(.comment, "see *here*", ["emphasis"], #"see \*here\*"#),
    Case(.bullet, "__init__ の文", ["emphasis"], #"\_\_init\_\_ の文"#),
    Case(.bullet, "2*3*4 の文", ["emphasis"], #"2\*3\*4 の文"#),
    Case(.remark, "a*b*c だね", ["emphasis"], #"a\*b\*c だね"#),
    .doubtful(.remark, "これは*すごい*ね", "emphasis"), .doubtful(.bullet, "**重要** な文", "emphasis"),
    .doubtful(.remark, "これは _すごい_ ね", "emphasis"),
  ]

  private static let pairs = [
    Case(.heading, "A `b` c", ["code-span"], #"A \`b\` c"#),
    Case(.title, "``a`b`` の題", ["code-span"], #"\`\`a\`b\`\` の題"#),
    Case(.heading, "A ~~b~~ c", ["strikethrough"], #"A \~\~b\~\~ c"#),
    Case(.authors, "$$x^2$$", ["math"], #"\$\$x^2\$\$"#),
    .doubtful(.remark, "`code` だね", "code-span"), .doubtful(.bullet, "$$x$$ の文", "math"),
    .doubtful(.remark, "~~嘘~~ だね", "strikethrough"),
  ]

  private static let brackets = [
    Case(.heading, "A ] b", ["bracket"], #"A \] b"#),
    Case(.heading, "A [ b", ["bracket"], #"A \[ b"#),
    Case(.heading, "A [x](y)", ["link"], #"A \[x\](y)"#),
    Case(.heading, "^1 a", ["footnote"], "&#94;1 a"),
    Case(.heading, "A [^1]", ["footnote"], #"A \[^1\]"#),
    Case(.bullet, "[ ] 済んだ文", ["checkbox"], #"\[ \] 済んだ文"#),
    Case(.bullet, "[x] 済んだ文", ["checkbox"], #"\[x\] 済んだ文"#),
    Case(.remark, "![i](j) だね", ["image"], #"!\[i\](j) だね"#),
    Case(.remark, "[x](javascript:y) だね", ["link"], #"\[x\](javascript:y) だね"#),
    Case(.remark, "[x]: y", ["reference"], #"\[x\]: y"#),
    .doubtful(.remark, "[ここ](https://example.org)だね", "link"),
  ]

  private static let lineStarts = [
    Case(.authors, "01. First Author", ["numbered-list"], #"01\. First Author"#),
    Case(.authors, "1) First Author", ["numbered-list"], #"1\) First Author"#),
    Case(.remark, "# 見出し", ["heading"], "\\# 見出し"), Case(.remark, "> 引用", ["quote"], #"\> 引用"#),
    Case(.bullet, "> 引用の文", ["quote"], #"\> 引用の文"#), Case(.bullet, "- 中の文", ["list"], #"\- 中の文"#),
    Case(.bullet, "1. 中の文", ["numbered-list"], #"1\. 中の文"#),
    Case(.remark, "^", ["block-end"], "&#94;"),
    Case(.remark, "1. 五つ目", ["numbered-list"], #"1\. 五つ目"#),
    Case(.authors, ": First Author", ["definition"], #"\: First Author"#),
    Case(.remark, "~~~ 港", ["code-fence"], #"\~\~\~ 港"#),
  ]

  @Test(
    "is not seen where a text is shown as it is written",
    arguments: [
      (Slot.heading, "[CLS] and p(x|y) of A* with snake_case"),
      (.heading, #"On \alpha, C++ & R\&D"#),
      (.title, "A*探索の題"), (.title, "a < b と p<0.05 の題"), (.title, "2 ^ 3 の題"),
      (.authors, "F. Author, (1) Second Author"), (.bullet, "R$5 と 100% と ~5 の文"),
      (.bullet, #"\_\_init\_\_ と \*星\* の文"#), (.bullet, "1.5倍の文"), (.bullet, "-5% の文"),
      (.remark, "a * b は *印 だね"), (.remark, "`印 だね"), (.remark, "{a} と }} だね"), (.remark, "#1 だね"),
      (.remark, "=== だね"), (.remark, "x > y だね"), (.comment, "&lt;b&gt; and &amp;copy; and &#42;"),
      (.comment, "https://example.org/a_b_c, 5 pages [12]"), (.comment, "- a, 1. b, # c"),
    ])
  func plain(slot: Slot, text: String) throws {
    let page = Case(slot, text, [], text).page(text)
    let (findings, fixed) = try Sheaf.lint(page)
    #expect(findings.filter { $0.code != "backslash" } == [])
    #expect(fixed == page)
  }

  @Test("beside the entries is the site's own, but for what breaks it")
  func freeText() throws {
    let page = Sheaf().page
      .replacing("に関する論文まとめ", with: "*の* [まとめ](../) {{ site.title }}")
      .replacing("(../../sd)", with: "({{ site.url }}/sd)")
      .replacing("cs.LG", with: "cs.LG {% x")
    let (findings, fixed) = try Sheaf.lint(page)
    #expect(
      findings.map { "\($0.line) \($0.severity.rawValue) \($0.code)" } == [
        "6 warning liquid", "26 warning liquid", "26 error liquid",
      ])
    #expect(fixed == page.replacing("{% x", with: "&#123;% x"))
  }

  @Test("is told with its place, what a reader would see, and the line as it should be")
  func finding() throws {
    let page = Sheaf.with { $0.bullets[2] = "- 確率 p(x|y) を *2*3*4* で求める <T>" }
    let (findings, _) = try Sheaf.lint(page)
    let fix = PageFinding.Fix.line(#"- 確率 p(x\|y) を *2\*3\*4* で求める \<T>"#)
    #expect(findings.map(\.line) == [19, 19, 19, 19])
    #expect(
      findings.first
        == PageFinding(
          line: 19, column: 9, code: "table", severity: .error,
          message: "Jekyll makes a table of the paragraph, and the | vanishes",
          fix: findings.first?.fix ?? fix))
  }

  @Test("in great numbers is told, and not looked through for ever")
  func tooMany() throws {
    let page = Sheaf.with { $0.remark = "港" + String(repeating: " *a <b", count: 10_000) }
    let (findings, fixed) = try Sheaf.lint(page)
    #expect(findings.map(\.code) == ["too-many-signs"])
    #expect(findings.map(\.severity) == [.error])
    #expect(fixed == page)
  }
}
