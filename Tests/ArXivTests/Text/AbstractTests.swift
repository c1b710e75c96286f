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
}
