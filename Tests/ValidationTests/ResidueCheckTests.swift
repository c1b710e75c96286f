import Records
import Testing
import Validation

@Suite("Residue in a text")
struct ResidueCheckTests {
  private static let fence = "a code fence is left in the text"
  private static let mark = "the text begins with a list mark"
  private static let heading = "the text begins as a heading"
  private static let think = "a <think> mark is left in the text"

  private static func copied(_ heading: String) -> String {
    "the text begins with the prompt's heading '\(heading)'"
  }

  @Test(
    "a code fence is an error",
    arguments: [
      TextCase.bad("```json 潮の表", "code-fence", fence),
      .bad("潮の表 ```", in: "remark", "code-fence", fence),
      .bad("潮の~~~表", in: "title", "code-fence", fence),
      .bad("````潮の表", "code-fence", fence),
      .good("`tide` を呼び出す"), .good("``tide`` を呼び出す"), .good("潮は~~たぶん~~満ちる"),
    ])
  func codeFence(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a list mark at the start is an error",
    arguments: [
      "- 潮を学ぶ", "* 潮を学ぶ", "+ 潮を学ぶ", "-\u{3000}潮を学ぶ", "– 潮を学ぶ", "— 潮を学ぶ",
      " - 潮を学ぶ", "・潮を学ぶ", "• 潮を学ぶ", "●潮を学ぶ", "○潮を学ぶ", "■潮を学ぶ", "◆潮を学ぶ",
      "※潮を学ぶ", "①潮を学ぶ", "⑳潮を学ぶ", "1. 潮を学ぶ", "10. 潮を学ぶ", "1.潮を学ぶ", "1) 潮を学ぶ",
      "1)潮を学ぶ", "1）潮を学ぶ", "1、潮を学ぶ", "１．潮を学ぶ", "２）潮を学ぶ", "３、潮を学ぶ",
      "４. 潮を学ぶ", "1. TideNetで学ぶ",
    ])
  func listMark(text: String) throws {
    try TextCase.bad(text, "list-mark", Self.mark).check()
    try TextCase.bad(text, in: "remark", "list-mark", Self.mark).check()
  }

  @Test(
    "a number, a sign or a name at the start is no list mark",
    arguments: [
      "3倍に高速化", "1.5倍", "1.5倍の速さで学ぶ", "１．５倍の速さで学ぶ", "2.4倍", "-5%の改善", "−5%の改善",
      "+3ポイントの改善", "C++を用いた実装", "2.x系での実装", "2、3の港で試す", "２、３の港で試す",
      "40の港で試す", "2024年の記録を使う", "100. 番目の港まで試す", "1-2時間で学ぶ", "1/2に減らす",
      "*-代数を用いる", "潮 - 月の引力を学ぶ", "潮と*の関係を学ぶ", "潮・月の関係を学ぶ", "(1) 潮を学ぶ",
      "一、潮を学ぶ", "～5%の改善", "…ついに港へ",
    ])
  func noListMark(text: String) throws {
    try TextCase.good(text).check()
  }

  @Test(
    "a heading of the prompt is an error",
    arguments: [
      TextCase.bad("# 潮の表", "prompt-heading", heading),
      .bad("### 結果を示す", "prompt-heading", heading),
      .bad("#役割", "prompt-heading", heading),
      .bad("役割: 潮を学ぶ", in: "remark", "prompt-heading", copied("役割")),
      .bad("役割：潮を学ぶ", in: "remark", "prompt-heading", copied("役割")),
      .bad(" 守ること:短くする", in: "remark", "prompt-heading", copied("守ること")),
      .bad("守ること", in: "title", "prompt-heading", copied("守ること")),
      .bad(" # 守ること", "prompt-heading", copied("守ること")),
      .good("役割を分けて潮を学ぶ"), .good("TideNetの役割: 港を満たす"), .good("C# で書いた"),
      .good("守ることと学ぶこと"),
    ])
  func promptHeading(example: TextCase) throws {
    try example.check()
  }

  @Test("an empty heading is no heading that a text could copy")
  func emptyHeading() throws {
    let sheet = Sheet().with { $0.headings = ["", "役割"] }.with(": 潮を学ぶ", in: "bullets[0]")
    #expect(try #require(Validator.verdict(on: sheet.manuscript)).findings == [])
  }

  @Test(
    "what a model thought aloud is an error",
    arguments: [
      TextCase.bad("<think>潮とは</think>潮を学ぶ", "think-block", think),
      .bad("潮を学ぶ</think>", in: "remark", "think-block", think),
      .bad("<Thinking>潮を学ぶ", in: "title", "think-block", think),
      .bad("</THINKING>潮を学ぶ", "think-block", think),
      .good("潮 < 港 と考える"), .good("Think before Tide を読む"), .good("<潮>を学ぶ"),
    ])
  func thinkBlock(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a character that shows nothing is an error",
    arguments: [
      TextCase.bad("潮を\u{1B}[31m学ぶ", "control-character", control("1B")),
      .bad("潮\tを学ぶ", "control-character", control("9")),
      .bad("潮を学ぶ\u{7}", in: "remark", "control-character", control("7")),
      .bad("潮を\u{202E}学ぶ", in: "title", "control-character", control("202E")),
      .bad("潮を\u{2066}学ぶ\u{2069}", "control-character", control("2066")),
      .good("家族👨‍👩‍👧で潮を学ぶ"),
      .good("潮を　学ぶ"),
    ])
  func controlCharacter(example: TextCase) throws {
    try example.check()
  }

  private static func control(_ code: String) -> String {
    "the text holds the control character U+\(code)"
  }
}
