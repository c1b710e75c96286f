import Testing

@testable import Validation

@Suite("Hostile texts")
struct HostileTextTests {
  @Test(
    "hostile texts are judged without a crash",
    arguments: [
      "\u{0}", String(repeating: "9", count: 2000), String(repeating: "（", count: 2000),
      "10^{400}と10^{-399}と10^",
      "1,", "1.", "{,}", "\\", "\\u", "\\u12", "$", "$$$", "^{", "5^", "10^{", "\u{FFFF}\u{10FFFF}",
      "e\u{301}\u{301}\u{301}", "é",
      String(repeating: "あ", count: 5000), String(repeating: "🌊", count: 999), "「", "」", "...",
      "・・・", "- - - -", "1. 2. 3.", "%", "割", "倍",
      "十倍百割千パーセント", "1億億億", "９９９９兆兆", "<", "</", "```", "~~~~~~", "- ```", "\r\n\r\n\r\n", "〜〜",
      "1〜", "〜2", "\u{E3}",
    ])
  func hostile(text: String) {
    for field in ["title", "bullets[1]", "remark"] {
      let sheet = Sheet().with { ($0.abstract, $0.paperTitle) = (text, text) }.with(text, in: field)
      #expect(Sheet.validator.verdict(on: sheet.manuscript) != nil)
      #expect(Sheet.validator.verdicts(on: [sheet.manuscript, sheet.manuscript]).count == 2)
    }
  }
}
