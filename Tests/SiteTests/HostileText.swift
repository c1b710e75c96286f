/// Texts that one of the readers on the way to a page takes for more than text.
enum HostileText {
  /// All of them; each must arrive as it stands here.
  static let all = liquid + html + spans + lineStarts + blocks + addresses + typography + characters

  /// Every two signs side by side.
  static let pairs: [String] = {
    let signs = #"\`*_{}[]()#+-.!|~<>&;:%$^="'/?@, a9潮"#.unicodeScalars
    return signs.flatMap { one in signs.map { "\(one)\($0)" } }
      .filter { !SeenText.line($0).isEmpty }
  }()

  /// Pieces of which random texts are made.
  static let alphabet =
    #"\`*_{}[]()#+-.!|~<>&;:%$^="'/?@,aZ9潮é１　"#.unicodeScalars.map { String($0) } + [
      "{{", "}}", "{%", "%}", "{{<", "{{%", "{:", "{::", "&amp;", "&#123;", "&lt", "<b>", "</",
      "<!--", "-->", "$$", "__", "**", "```", "~~", "~~~", "--", "...", "<<", ">>", "](", "][",
      "[^",
      "]:", "http://", "https://a.jp", "www.", "a@b.jp", "1.", "1)", "- ", "# ", "| ", "> ", ": ",
      " ", " ", "\n", "\r\n", "\t", "\\\n", "\u{0}", "\u{7F}", "\u{85}", "\u{A0}", "\u{200B}",
      "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{301}", "\u{200D}", "👩", "x", "word ", "潮汐",
    ]

  /// Jekyll's template language runs before Markdown, Hugo's shortcodes too.
  private static let liquid = [
    "{{", "}}", "{%", "%}", "{{ x }}", "{{ site.title }}", "{{x", "x }}", "{%- raw -%}",
    "{% raw %}",
    "{% endraw %}", "{% if %}", "{% include x %}", "{% comment %}", "{% liquid assign a = 1 %}",
    "{{'a' | upcase}}", "{{{x}}}", "{{{{", "{{%", "{%%}", "{{{%", "\\{{", "\\{%", "\\\\{{",
    "{\u{0}{", "{\u{7F}% x", "{ {", "{ %", "{\u{200B}%",
    "{{< x >}}", "{{% x %}}", "{{</* x */>}}", "{{<", ">}}", "{{- x -}}", "{{/* x */}}",
    "HAHAHUGOSHORTCODE0s0HBHB", "HUGOMORE42", "<!--more-->", "<!-- more -->",
  ]

  private static let html = [
    "<b>", "<T>", "</b>", "</article>", "<script>document.title = 1</script>", "List<int>",
    "<img src=x onerror=alert(1)>", "<iframe src=//example.org>", "<港>", "<é>", "<!-- x",
    "<!-- x -->",
    "<!doctype html>", "<![CDATA[ x ]]>", "<? php ?>", "<?", "<_x>", "<:x>", "<a:b>", "</ b>",
    "<br/>",
    "<textarea>", "<plaintext>", "<style>", "<table><tr><td>", "<hr>", "<h3>", "<li>", "a < b",
    "a<b",
    "<= 5", "<3", "<", ">", "x>y", "<-", "->", "=>", "<=>", "<<x>>", "<< x >>", ">>", "<\\b>",
    "\\<b>",
    "AT&T", "&", "&&", "&amp;", "&lt;b&gt;", "&copy;", "&copy 2024", "&copy", "&#65;", "&#x41;",
    "&#X41;", "&#0;", "&#xD800;", "&#99999999;", "&#60;script&#62;", "&#123;&#123;", "&nbsp;",
    "&x;",
    "&amp;lt;", "&amp;amp;", "\\&amp;", "&;", "&#;", "&#x;", "&_lt;", "&a.b;", "&a:b;", "&a-b;",
    "&a_b;", "&CounterClockwiseContourIntegral;", "&there4;", "&名;", "&\u{200B}amp;", "&l\u{1}t;",
  ]

  private static let spans = [
    "*em*", "a*b*c", "2*3*4", "**x**", "***", "****", "* * *", "*", "_em_", "__init__",
    "snake_case",
    "a__b", "___", "_ _ _", "_", "(a_)", "第_1_章", "_x", "x_", "é_é_é", "`code`", "``", "```", "` `",
    "```ruby", "~~x~~", "~x~", "~~~", "~~~ x", "~", "==x==", "++x++", "^x^", "^", "^1", "^[x]",
    "[^1]",
    "[^1]: x", "[x](y)", "![i](j)", "!", "![", "[x]", "[CLS] token", "[", "]", "[]", "[](", "](x)",
    "[x][y]", "[x]: http://example.org", "[x]: <y> \"z\"", "[[x]]", "[ ] t", "[x] t", "(x)", ")",
    "(",
    "$x_1$", "$$x^2$$", "$$", "$$$", "$$$$", "$", "\\(x\\)", "\\[x\\]", "\\alpha", "\\name",
    "\\textbf{x}", "\\", "\\\\", "\\\\\\", "\\_", "\\*", "\\{x\\}", "\\ x", "\\-", "\\|", "\\~",
    "\\&",
    "\\@", "\\\"", "\\/", "\\!", "\\^", "\\:", "x\\", "p(x|y)", "|", "||", "|a|b|", "|a", "| - |",
    "|---|---|", ":-:|:-:", "a | b", "{x}", "{", "}", "{}", "{#id}", "{.x}", "{a=b}", "# x {#id}",
    "{: .cls}", "{: #id}", "{:.cls}", "x{:.cls}", "{:toc}", "{:/}", "{::nomarkdown}", "{::comment}",
    "{::options x /}", "{:/comment}", "{:refdef: .cls}", "{ : .cls}", "*[abbr]: x", "*[x]",
    ":smile:",
    ":+1:", "#1", "@user", "#tag", "C++", "C#", "%", "100%", "%20", "^_^", "(^^)", "-_-", "T_T",
    ";)",
  ]

  private static let lineStarts = [
    "# x", "## x", "#", "###### x", "####### x", "# x #", "> x", ">", ">x", ">>> x", "- x", "-",
    "+ x",
    "+", "* x", "-5%", "+5%", "1. x", "10. x", "01. x", "1.", "1) x", "1)", "1.5倍", "0.", "１．x",
    "123456789. x", "1234567890) x", "a. x", "(1) x", "---", "- - -", "-- x", "--", "-\u{3000}x",
    "===", "=", "= x", "==", ": x", ":", ":::", "::: x", "::", "    x", "\tx", "\u{3000}x",
    "\u{A0}x", "\u{A0}- x", "\u{200B}- x", "\u{FEFF}# x", "\u{200B}", "! x", "%% x", "; x", "/ x",
    "// x", "... x", "@x", "'", "\"", "“x”", "・x", "※", "\u{0}# x", "\u{AD}- x",
  ]

  private static let blocks = [
    "x\n# y", "x\n\n- y", "x\n===", "x\n---", "x\n\n    y", "x\r\n> y", "x\r1. y", "x\u{85}# y",
    "x\u{2028}# y", "x\u{2029}- y", "x\u{B}y\u{C}z", "x\ty", "x  \ny", "x  ", "x\\\ny", "\n",
    "\n\nx",
    "x\n{: .cls}", "x\n: y", "x\n\n: y", "x\n| - |\n| y |", "x\n[y]: z", "+++\nx = 1\n+++",
    "---\ntitle: x\n---", "x\n```\ny",
  ]

  private static let addresses = [
    "http://example.org", "https://example.org/a_b?c=d&e=f#g", "https://example.org/~x/(y)",
    "ftp://example.org", "HTTP://EXAMPLE.ORG", "//example.org", "http://", "https://github.com/x.",
    "www.example.org", "WWW.example.org", "wwww.example.org", "www.", "(www.example.org)",
    "mail@example.org", "mailto:mail@example.org", "a.b+c@example.org", "_a@example.org", "a@b",
    "@", "{a,b}@example.org", "<http://example.org>", "<mail@example.org>", "<1@example.org>",
    "<.@example.org>", "<-x@example.org>", "<#x@example.org>", "<1http://example.org>",
    "tel:5551234", "xmpp:a@example.org", "javascript:alert(1)", "data:text/html,x", "file:///x",
    "http://例え.jp", "see:http://example.org", "*http://example.org*", "~www.example.org",
  ]

  /// What a builder would set more beautifully than it was written.
  private static let typography = [
    "a -- b", "a --- b", "a---b", "a--b", "----", "-----", "a - b", "a ... b", "a...", "....", "..",
    ". . .", "don't", "'x'", "\"x\"", "''x''", "'90s", "rock 'n' roll", "5'4\"", "\"'x'\"", "''",
    "\"\"",
    "\"引用\"と'引用'", "(c)", "(C)", "(r)", "(tm)", "+-", "1/2", "3x3", "a,,b", "<<x>>", "<<", "x >> y",
    "!=", "-->", "<--", "<->", "a -> b", "?!", "``x''", "``x\"", ",,x''", "§", "™", "–", "—", "…",
    "’",
  ]

  private static let characters = [
    "\u{0}x", "x\u{8}y\u{1B}[31mz", "x\u{7F}y", "x\u{9B}y", "x\u{202E}y\u{202C}",
    "\u{2066}x\u{2069}",
    "x\u{200E}y", "x\u{200F}y", "x\u{61C}y", "x\u{FEFF}y", "x\u{AD}y", "x\u{200B}y", "x\u{2060}y",
    "x\u{A0}y", "x\u{A0}", "x\u{3000}y", "x \u{A0}\u{3000}y", "x  y", "x \t y", "\u{FFFD}",
    "x\u{FFFE}y", "x\u{FFFF}y", "x\u{1FFFF}y", "x\u{E000}y", "x\u{10FFFD}y",
    "👩‍💻とé", "e\u{301}", "\u{301}x", "が", "か\u{3099}", "🇯🇵", "1️⃣", "#️⃣ x", "*️⃣", "ﬁ", "ﷺ", "𝒳", "한국어",
    "العربية", "עברית", "，。！？", "（x）", "「x」", "＜ｂ＞", "＊x＊", "＿x＿", "｜x｜", "［x］（y）",
    ".", "!?", "-", "/", ",", "'", "~!@#$%^&*()_+`-={}|[]\\:\";'<>?,./",
    String(repeating: "x", count: 500), String(repeating: "長", count: 300),
    String(repeating: "[", count: 60), String(repeating: "*", count: 61),
    String(repeating: "_x", count: 40), String(repeating: "<", count: 40),
    String(repeating: "\\", count: 41), String(repeating: "`", count: 33),
  ]
}
