import Records
import Testing

@testable import Pages

@Suite("Text in Markdown")
struct MarkdownTextTests {
  /// A text from outside, with what it becomes in each place of a page.
  struct Case: Sendable, CustomTestStringConvertible {
    /// The text.
    let text: String
    /// In the middle of a line.
    let inline: String
    /// Inside a link or bold text.
    let inTitle: String
    /// At the start of a line.
    let atLineStart: String

    /// A text that becomes the same everywhere.
    init(_ text: String, _ escaped: String) {
      (self.text, inline, inTitle, atLineStart) = (text, escaped, escaped, escaped)
    }

    /// A text that needs more care at the start of a line.
    init(_ text: String, _ escaped: String, atLineStart: String) {
      (self.text, inline, inTitle, self.atLineStart) = (text, escaped, escaped, atLineStart)
    }

    /// A text that needs more care where it is the first of a link, of bold text or of a line.
    init(_ text: String, opening: String, inline: String) {
      (self.text, self.inline, inTitle, atLineStart) = (text, inline, opening, opening)
    }

    /// A text that needs no escape.
    static func plain(_ text: String) -> Case { Case(text, text) }

    var testDescription: String { text.debugDescription }
  }

  @Test(
    "a text is escaped where it would become markup, and nowhere else",
    arguments: signs + emphasis + links + html + liquid + typography + lineStarts + space)
  func escape(example: Case) {
    let text = MarkdownText(example.text)
    #expect(text.inline == example.inline)
    #expect(text.inTitle == example.inTitle)
    #expect(text.atLineStart == example.atLineStart)
  }

  private static let signs = [
    Case.plain(""), .plain("潮汐表のための小さなモデル"), .plain("C++"), .plain("AT&T"), .plain("100%"),
    .plain("いいね！(^^)"), .plain("a: b; c"), .plain("a - b. c"), .plain("“a” – b — c…"),
    .plain("R$5"), .plain("$x_1$"), .plain("x > y"), .plain("a = b + c - d"), .plain("5 # 6"),
    .plain("a.b, c/d @e"), .plain("e@ f"), .plain("a:/b"), .plain("ww.w"),
    .plain(#"\aname"#), .plain(#"\alpha と \textbf"#), .plain(#"港\の"#), .plain(#"a\ b"#),
    Case(#"\textbf{x}"#, #"\textbf{x}"#), Case(#"\_"#, #"\\\_"#), Case(#"\\"#, #"\\\\"#),
    Case(#"\\name"#, #"\\\name"#), Case(#"\{x\}"#, #"\\{x\\}"#), Case(#"\(x\)"#, #"\\(x\\)"#),
    Case(#"\*"#, #"\\\*"#), Case(#"\&amp;"#, #"\\&amp;amp;"#), Case(#"末尾\"#, #"末尾\\"#),
    Case("$$x^2$$", #"\$\$x^2\$\$"#), Case("$$$", #"\$\$\$"#), Case("p(x|y)", #"p(x\|y)"#),
    Case("|a|b|", #"\|a\|b\|"#), Case("~~x~~", #"\~\~x\~\~"#), Case("~5%", #"\~5%"#),
  ]

  private static let emphasis = [
    Case("*em*", #"\*em\*"#), Case("a*b*c", #"a\*b\*c"#), Case("2*3*4", #"2\*3\*4"#),
    Case("**x**", #"\*\*x\*\*"#), Case("***", #"\*\*\*"#), Case("`code`", #"\`code\`"#),
    Case("```", #"\`\`\`"#), Case("_em_", #"\_em\_"#), Case("a _b_ c", #"a \_b\_ c"#),
    Case("__init__", #"\_\_init\_\_"#), Case("a__b", #"a\_\_b"#), Case("x_", #"x\_"#),
    Case("_", #"\_"#), Case("(a_)", #"(a\_)"#), Case("_ _ _", #"\_ \_ \_"#),
    .plain("snake_case"), .plain("第_1_章"), .plain("x_1_2"),
  ]

  private static let links = [
    Case("[x](y)", #"\[x\](y)"#), Case("![i](j)", #"!\[i\](j)"#), Case("[x]", #"\[x\]"#),
    Case("[CLS] token", #"\[CLS\] token"#), Case("[ ] 済", #"\[ \] 済"#), Case("]", #"\]"#),
    Case("[", #"\["#), Case("[^1]", #"\[^1\]"#), Case("[a]: http://b", #"\[a\]: http\://b"#),
    Case("^1", opening: "&#94;1", inline: "^1"), Case("^", opening: "&#94;", inline: "^"),
    Case(" ^[", opening: #"&#94;\["#, inline: #"^\["#), .plain("x^2"),
    Case("https://example.org/a_b", #"https\://example.org/a_b"#),
    Case("(www.example.org)", #"(www\.example.org)"#), Case("WWW.a.b", #"WWW\.a.b"#),
    Case("mail@example.org", "mail&#64;example.org"), Case("a@@b", "a&#64;&#64;b"),
  ]

  private static let html = [
    .plain("a < b"), .plain("<= 5"), .plain("<"), Case("p<0.05", #"p\<0.05"#),
    Case("<1@a.b>", #"\<1&#64;a.b>"#), Case("&a_b;", #"&amp;a_b;"#),
    Case("&a:b.c-d;", "&amp;a:b.c-d;"),
    .plain("a && b"), .plain("& c;"), .plain("&;"), .plain("R&D"),
    Case("a<b", #"a\<b"#), Case("<script>", #"\<script>"#), Case("</b>", #"\</b>"#),
    Case("<T>", #"\<T>"#), Case("List<int>", #"List\<int>"#), Case("<!--x-->", #"\<!-\-x-\->"#),
    Case("<?php", #"\<?php"#), Case("<https://a.b>", #"\<https\://a.b>"#),
    Case("<港>", #"\<港>"#), Case("<é>", #"\<é>"#), Case("<_x>", #"\<\_x>"#),
    Case("&amp;", "&amp;amp;"), Case("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
    Case("&copy;", "&amp;copy;"),
    Case("&#60;", "&amp;#60;"), Case("&#x3C;", "&amp;#x3C;"), .plain("&copy 2024"),
  ]

  private static let liquid = [
    Case("{{ x }}", "&#123;{ x }}"), Case("{{", "&#123;{"), Case("{{{", "&#123;&#123;{"),
    Case("{%", "&#123;%"), Case("{% raw %}", "&#123;% raw %}"), Case("{{%", "&#123;&#123;%"),
    Case("{: .cls}", "&#123;: .cls}"), Case("{::comment}", "&#123;::comment}"),
    Case(#"\{{"#, #"\\&#123;{"#), Case(#"\{%"#, #"\\&#123;%"#), Case("{\u{0}{", "&#123;{"),
    Case("{\u{7F}%", "&#123;%"), Case("{{<x>}}", #"&#123;{\<x>}}"#),
    .plain("}}"), .plain("%}"), .plain("{a}"), .plain("{"), .plain("{ {"), .plain("{\u{200B}{"),
  ]

  private static let typography = [
    Case("a -- b --- c", #"a -\- b -\-\- c"#), Case("a ... b", #"a .\.\. b"#),
    Case("\"引用\" と don't", #"\"引用\" と don\'t"#), Case("<< 2", #"\<< 2"#),
    Case("<<a>>", #"\<\<a>\>"#), Case("a >> b", #"a >\> b"#), .plain("a -> b"),
    Case(#"\'"#, #"\\\'"#), Case("'", #"\'"#),
  ]

  private static let lineStarts = [
    Case("# x", "# x", atLineStart: "\\# x"), Case("#1", "#1", atLineStart: "\\#1"),
    Case("> x", "> x", atLineStart: #"\> x"#), Case("- x", "- x", atLineStart: #"\- x"#),
    Case("-5%", "-5%", atLineStart: #"\-5%"#), Case("---", #"-\-\-"#, atLineStart: #"\-\-\-"#),
    Case("- - -", "- - -", atLineStart: #"\- - -"#), Case("+ x", "+ x", atLineStart: #"\+ x"#),
    Case("===", "===", atLineStart: #"\==="#), Case(": x", ": x", atLineStart: #"\: x"#),
    Case("* x", #"\* x"#), Case("1. x", "1. x", atLineStart: #"1\. x"#),
    Case("10. x", "10. x", atLineStart: #"10\. x"#), Case("1) x", "1) x", atLineStart: #"1\) x"#),
    Case("1.5倍", "1.5倍", atLineStart: #"1\.5倍"#), Case("0.", "0.", atLineStart: #"0\."#),
    .plain("1"), .plain("2024年"), .plain("(1) x"), .plain("１．x"), .plain("x - y"),
    Case("-\u{3000}x", "-\u{3000}x", atLineStart: "\\-\u{3000}x"),
    Case("    # x", "# x", atLineStart: "\\# x"), Case("\u{3000}- x", "- x", atLineStart: #"\- x"#),
    Case("\u{0}> x", "> x", atLineStart: #"\> x"#),
  ]

  private static let space = [
    Case(" x ", "x"), Case("\t\n x\r\n", "x"), Case("\u{3000}x\u{3000}", "x"),
    Case(" \u{3000}", ""),
    Case("a  b\t\tc", "a b c"), Case("a\nb", "a b"), Case("a\r\n\r\nb", "a b"),
    Case("a\u{85}b", "a b"),
    Case("a\u{2028}b\u{2029}c", "a b c"), Case("a\u{B}b\u{C}c", "a b c"), .plain("a\u{A0}b"),
    Case("a \u{A0}\u{3000}b", "a b"),
    Case("a\u{3000}b", "a\u{3000}b"), Case("a\u{0}b\u{8}c\u{1B}d\u{7F}e", "abcde"),
    Case("a\n# b\n\n- c\n1. d", "a # b - c 1. d"), Case("\u{1}", ""), Case("a\u{9B}b", "ab"),
    .plain("👩‍💻とé"),
  ]

  @Test(
    "joined lines keep their inner spaces, and each line end is one space",
    arguments: [
      ("5 pages,\n  2 figures", "5 pages,   2 figures"), ("a\nb", "a b"), ("a\n\nb", "a  b"),
      ("a\r\nb", "a b"), ("a\r\n\r\nb", "a  b"), ("a\rb", "a b"), ("a\u{2028}b", "a b"),
      ("a  b\tc", "a  b c"), ("\n a \n", "a"), (" \n ", ""), ("a\n- b *c*", #"a - b \*c\*"#),
    ])
  func joined(text: String, expected: String) {
    #expect(MarkdownText(text, joiningLines: true).inline == expected)
  }

  @Test("of white space the first character stays, what shows nothing goes, and all else stays")
  func everyCharacter() {
    for code in (0...0x3100).map(UInt32.init) + [0xFEFF, 0xFFFD, 0x1F600] {
      guard let scalar = Unicode.Scalar(code), !scalar.isASCIIPunctuation else { continue }
      let sign = String(scalar)
      let shown = scalar == "\t" || scalar.endsLine ? " " : scalar.isHiddenControl ? "" : sign
      let plain = MarkdownText("\(sign)港\(sign)\(sign)é\(sign)").plain
      let joined = MarkdownText("\(sign)港\(sign)\(sign)é\(sign)", joiningLines: true).plain
      let isSpace = scalar.isWhiteSpace
      let wanted = isSpace ? "港\(shown)é" : "\(shown)港\(shown)\(shown)é\(shown)"
      let wantedJoined = isSpace ? "港\(shown)\(shown)é" : wanted
      #expect(plain.utf8.elementsEqual(wanted.utf8), "U+\(String(code, radix: 16))")
      #expect(joined.utf8.elementsEqual(wantedJoined.utf8), "U+\(String(code, radix: 16))")
    }
  }
}
