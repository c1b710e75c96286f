import Testing

@testable import Pages

@Suite("The text of a page")
struct PageTextTests {
  @Test(
    "gives back the bytes that it was read from",
    arguments: [
      "", "a", "a\n", "\n", "a\n\nb", "a\r\nb\r\n", "a\r\nb\nc", "\u{FEFF}a\n", "\u{FEFF}",
      "a\rb\n", "a\r",
      "é\u{301}\n", "\u{2028}\u{85}\n",
    ])
  func roundTrip(text: String) throws {
    #expect(try PageText(Array(text.utf8)).bytes == Array(text.utf8))
  }

  @Test("has numbered lines without their ends")
  func lines() throws {
    let text = try PageText(Array("\u{FEFF}a\r\n\n b ".utf8))
    #expect(text.lines.map(\.number) == [1, 2, 3])
    #expect(text.lines.map(\.text) == ["a", "", " b "])
    #expect(text.lines.map(\.end) == ["\r\n", "\n", ""])
    #expect(text.lines.map(\.isBlank) == [false, true, false])
    #expect(String(text.lines[2].content) == "b")
  }

  @Test("is UTF-8, or else the first line that is not is named")
  func encoding() {
    #expect(throws: PageText.NotText(line: 2)) {
      try PageText([0x61, 0x0A, 0xE3, 0x81, 0x0A, 0xFF])
    }
  }
}

@Suite("Raw Markdown")
struct MarkdownUnitsTests {
  @Test(
    "stands for the characters that were meant",
    arguments: [
      (#"a\*b"#, "a*b"), (#"\aname"#, #"\aname"#), (#"\\_"#, #"\_"#), ("&amp;", "&"),
      ("&#123;{", "{{"), ("&#x3C;b>", "<b>"), ("&copy;", "&copy;"), ("&;", "&;"), ("&#;", "&#;"),
      ("&#xD800;", "&#xD800;"), (#"\"#, #"\"#), ("*em*", "*em*"), ("&amp;amp;", "&amp;"), ("", ""),
      ("é\u{301}", "é\u{301}"),
    ])
  func shown(raw: String, expected: String) {
    #expect(Array(MarkdownUnits(Array(raw.unicodeScalars)).shown.utf8) == Array(expected.utf8))
  }
}
