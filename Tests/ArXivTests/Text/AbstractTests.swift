import Testing

@testable import ArXiv

@Suite("Wrapped abstracts")
struct AbstractTests {
  @Test(
    "an abstract is one line for each paragraph",
    arguments: [
      ("", ""), (" \n ", ""), ("One.", "One."), ("  One.\n", "One."),
      ("  One line\nand another.\n", "One line and another."),
      ("  One.\n  Two.\n", "One.\nTwo."), ("One.\n  Two.", "One.\nTwo."),
      ("  One\n goes on.\n", "One goes on."), ("One.\n\n\nTwo.", "One.\nTwo."),
      ("One  or\u{A0} two.", "One or two."), ("One.\r\n  Two.\r\n", "One.\nTwo."),
    ])
  func abstract(text: String, lines: String) {
    #expect(text.unwrappedAbstract == lines)
  }

  @Test("white space of every kind collapses, and nothing else does")
  func collapsed() {
    for code in (0...0x3100).map(UInt32.init) + [0xFEFF, 0xFFFD, 0x1F600] {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let (sign, isSpace) = (String(scalar), scalar.properties.isWhitespace)
      let text = "\(sign)港\(sign)\(sign)é\(sign) b\(sign)"
      let wanted = isSpace ? "港 é b" : "\(sign)港\(sign)\(sign)é\(sign) b\(sign)"
      #expect(text.collapsed.utf8.elementsEqual(wanted.utf8), "U+\(String(code, radix: 16))")
    }
  }
}
