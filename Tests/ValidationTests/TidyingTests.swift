import Records
import Testing

@testable import Validation

@Suite("What is put right before a text is judged")
struct TidyingTests {
  @Test("a list mark of any kind at the start goes away", arguments: marks)
  func listMark(mark: String) {
    #expect(Tidying(mark + "潮を学ぶ").text == "潮を学ぶ")
    #expect(Tidying(mark + "潮を学ぶ").codes.last == "list-mark")
  }

  @Test("a number, a sign or a name at the start stays", arguments: starts)
  func noListMark(text: String) {
    #expect(Tidying(text).text == text)
    #expect(Tidying(text).codes == [])
  }

  @Test("the steps are taken in turn, and each that changes something is named", arguments: texts)
  func steps(text: String, tidied: String, codes: [String]) {
    let tidying = Tidying(text)
    #expect(Array(tidying.text.unicodeScalars) == Array(tidied.unicodeScalars))
    #expect(tidying.codes == codes)
  }

  @Test(
    "a text that was put right needs nothing more",
    arguments: texts.map(\.0) + marks.map { $0 + "潮" })
  func again(text: String) {
    let once = Tidying(text).text
    #expect(Tidying(once).text.utf8.elementsEqual(once.utf8))
  }

  @Test("every text of a manuscript is put right, and the fixes name its field")
  func manuscript() throws {
    let sheet = Sheet().with { sheet in
      sheet.title = "\n潮汐表のための小さなモデル"
      sheet.bullets = sheet.bullets?.map { "-\u{3000}" + $0 }
      sheet.remark = "```\n港ごとの癖まで学んでくれるなんて、釣り好きにはたまらないね！\n```"
    }
    let verdict = try #require(Sheet.validator.verdict(on: sheet.manuscript))
    #expect(
      verdict
        == Verdict(
          id: Sheet.id, findings: [],
          fixes: [Fix(code: "blank-line", field: "title")]
            + (0..<4).map { Fix(code: "list-mark", field: "bullets[\($0)]") }
            + [Fix(code: "code-fence", field: "remark"), Fix(code: "blank-line", field: "remark")],
          title: try #require(Sheet().title), bullets: try #require(Sheet().bullets),
          remark: try #require(Sheet().remark)))
  }

  @Test("where nothing was put right, the verdict says nothing of it")
  func nothing() {
    #expect(Sheet.validator.verdict(on: Sheet().manuscript)?.fixes == [])
    #expect(Sheet().manuscript.tidied.manuscript == Sheet().manuscript)
  }

  private static let marks = [
    "- ", "* ", "+ ", "-\u{3000}", "*\u{3000}", "– ", "— ", "－ ", " - ", "\u{3000}- ", "・", "・ ",
    "• ", "•", "‣ ", "◦ ", "●", "○",
    "■", "□ ", "◆", "◇", "※", "①", "⑳ ", "1. ", "10. ", "1.", "1) ", "1)", "1）", "1、", "１．", "２）",
    "３、", "４. ", "- 1. ",
    "- ・", "1. - ", "\n- ", "-\u{A0}",
  ]

  private static let starts = [
    "3倍に高速化", "1.5倍の速さ", "2.4倍", "-5%の改善", "−5%の改善", "+3ポイントの改善", "C++を用いた実装", "2.x系での実装",
    "2、3の港で試す", "40の港で試す", "2024年の記録", "100. 番目の港", "1-2時間で学ぶ", "1/2に減らす", "*-代数を用いる",
    "潮 - 月の引力", "潮と*の関係", "潮・月の関係", "(1) 潮を学ぶ", "一、潮を学ぶ", "～5%の改善", "…ついに港へ", "1.5", "潮", "TideNet",
    "「潮」を学ぶ", "（潮）", "$x$ を学ぶ", "`tide` を呼ぶ", "潮は~~たぶん~~満ちる", "1.TideNetで学ぶ",
  ]

  private static let texts: [(String, String, [String])] = [
    ("", "", []), ("\n", "", ["blank-line"]), ("\n\n潮の表", "潮の表", ["blank-line"]),
    ("潮の表\n", "潮の表", ["blank-line"]),
    ("\u{FEFF}潮の表", "潮の表", ["blank-line"]), ("潮の表\u{3000}", "潮の表", ["blank-line"]),
    ("潮の表\u{200B}", "潮の表", ["blank-line"]),
    ("```\n潮の表\n```", "潮の表", ["code-fence", "blank-line"]),
    ("```json\n潮の表\n```", "潮の表", ["code-fence", "blank-line"]),
    ("~~~\n潮の表\n~~~", "潮の表", ["code-fence", "blank-line"]), ("```潮の表```", "潮の表", ["code-fence"]),
    ("```\n- 潮の表\n```", "潮の表", ["code-fence", "blank-line", "list-mark"]),
    ("- ```潮の表```", "潮の表", ["list-mark", "code-fence"]),
    ("潮の表```", "潮の表```", []), ("```潮の表", "```潮の表", []), ("``````", "", ["code-fence"]),
    ("ＴｉｄｅＮｅｔと１２％", "TideNetと12％", ["unicode-form"]),
    ("１，２３４と１４．６", "1,234と14.6", ["unicode-form"]),
    ("表１．潮", "表1．潮", ["unicode-form"]), ("ｽｺﾞｲ", "スゴイ", ["unicode-form"]),
    ("か\u{3099}く", "がく", ["unicode-form"]),
    ("⽉の引力", "月の引力", ["unicode-form"]), ("ﬁne潮", "fine潮", ["unicode-form"]),
    ("e\u{301}と潮", "éと潮", ["unicode-form"]),
    ("潮（表）：１", "潮（表）：1", ["unicode-form"]), ("潮①②㎏", "潮①②㎏", []),
    ("潮の表\n\n以上が題目です。", "潮の表", ["trailing-prose"]),
    ("潮の表\n\n※訳は試案", "潮の表", ["trailing-prose"]), ("潮\n\n月が引く", "潮\n\n月が引く", []),
    ("潮\nの表\n\nおまけ", "潮\nの表\n\nおまけ", []),
    ("潮の表\r\n\r\n以上です", "潮の表", ["trailing-prose"]), ("潮\nの表", "潮\nの表", []),
    ("潮の表\n\u{3000}\n以上", "潮の表", ["trailing-prose"]),
    ("-", "-", []), ("- ", "-", ["blank-line"]), ("・", "・", []), ("1.", "1.", []),
  ]
}
