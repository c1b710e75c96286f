import TestSupport
import Testing

@testable import Pages

/// Random texts out of everything that Markdown, HTML, Liquid and YAML read as more than text.
@Suite("Hostile text")
struct HostileTextTests {
  private static let count = 2_000
  /// Everything that some parser acts on, and some letters.
  static let alphabet =
    #"\`*_{}[]()#+-.!|~<>&;:%$^="'/?@ aZ9潮é１"#.unicodeScalars.map { String($0) }
    + [
      "{{", "{%", "{:", "&amp;", "&#123;", "<b>", "</", "<!--", "$$", "__", "```", "~~~", "\n",
      "\r\n",
      "\t", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{301}", "\u{200D}", "1.", "- ", "# ", "--",
      "...",
      "<<", ">>", "://", "www.", "a@b",
    ]

  @Test("no random text becomes markup, and none is lost")
  func random() {
    var dice = Dice(seed: 20_240_726)
    for _ in 0..<Self.count {
      let text = dice.text(of: Self.alphabet, upTo: 24)
      let markdown = MarkdownText(text)
      let wanted = Self.plain(text)
      for (place, escaped) in [
        (Place.inline, markdown.inline), (.title, markdown.inTitle), (.line, markdown.atLineStart),
      ] {
        let reading = MarkdownReading(escaped, at: place)
        #expect(reading.problems == [], "\(text.debugDescription) \(place)")
        #expect(reading.text == wanted, "\(text.debugDescription) \(place)")
      }
    }
  }

  @Test("the reading itself knows what is dangerous")
  func reading() {
    for text in [
      "*", "`", "[", "]", "|", "~", "a_", "<b", "</", "<!", "<港", "{{", "{%", "{:", "$$", "&lt;",
      "\\", "\"", "'", "--", ">>", "...", "<1", "<-", "<<", "&a_b;", "http://", "www.", "a@b",
      "a\nb", "a\u{2028}b", "\u{0}", #"\{{"#, #"\{%"#,
    ] {
      #expect(MarkdownReading(text, at: .inline).problems.count > 0, "\(text.debugDescription)")
    }
    for text in ["# ", "> ", "-", "+", "=", ":", "^", "1.", "23)", " x"] {
      #expect(MarkdownReading(text, at: .line).problems.count == 1, "\(text)")
      #expect(MarkdownReading(text, at: .inline).problems == [], "\(text)")
    }
    #expect(MarkdownReading("^1", at: .title).problems.count == 1)
    #expect(MarkdownReading(#"a\*\\&amp;&#123;&#94;x_y"#, at: .line).text == #"a*\&{^x_y"#)
  }

  /// What a text should look like to a reader: control characters gone, white space collapsed.
  static func plain(_ text: String) -> String {
    let kept = text.unicodeScalars.filter {
      $0.properties.isWhitespace || !($0.value < 0x20 || $0.value == 0x7F)
    }
    return kept.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
      .joined(separator: " ")
  }
}
