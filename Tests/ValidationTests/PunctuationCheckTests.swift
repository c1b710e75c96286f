import Records
import Testing
import Validation

@Suite("Punctuation of a text")
struct PunctuationCheckTests {
  @Test(
    "half-width punctuation behind a Japanese letter is reported",
    arguments: [
      TextCase.odd("隣の港の記録を借りて,予測する", "narrow-punctuation", quote: "て,"),
      .odd("記録を借りる.そして予測する", "narrow-punctuation", quote: "る."),
      .odd("港ごとの癖まで分かるなんて!", in: "remark", "narrow-punctuation", quote: "て!"),
      .odd("港の癖って分かるものなの?", in: "remark", "narrow-punctuation", quote: "の?"),
      .odd("潮汐表,小さなモデル", in: "title", "narrow-punctuation", quote: "表,"),
      .good("誤差は1.5倍速く減る、と示す"), .good("TideNet, MoonFormer を比べる"),
      .good("潮汐表: 小さなモデル", in: "title"),
      .good("比は40:40であると示す実験"), .good("港ごとの癖まで分かるなんて！", in: "remark"),
    ])
  func narrow(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a comma or full stop of another style is reported",
    arguments: [
      TextCase.odd("隣の港の記録を借りて，予測する", "wide-comma", quote: "て，"),
      .odd("記録を借りる．そして予測する", "wide-comma", quote: "る．"),
      .odd("港の癖って，奥が深いんだよね", in: "remark", "wide-comma", quote: "て，"),
      .good("１．５倍の速さで表を作り終える"), .good("隣の港の記録を借りて、予測する"),
    ])
  func wide(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a bracket without its other half is reported",
    arguments: [
      ("隣の港（浅い港の記録を借りる", "（"), ("隣の港）浅い港の記録を借りる", "）"), ("隣の港（浅い港)の記録を借りる", ")"),
      ("「隣の港の記録を借りる", "「"), ("隣の港」の記録を借りる", "」"), ("隣の「港（浅い」港）の記録", "」"),
      ("隣の[港の記録を借りる手法", "["), ("『隣の港」の記録を借りる", "」"),
    ])
  func unpaired(text: String, quote: String) throws {
    try TextCase.odd(text, "unpaired-bracket", quote: quote).check()
    try TextCase.odd(text + "んだよ", in: "remark", "unpaired-bracket", quote: quote).check()
  }

  @Test(
    "brackets that are pairs are good, of any width and depth",
    arguments: [
      "隣の港（浅い港）の記録を借りる", "隣の港(浅い港)の記録を借りる", "「隣の港（浅い）」の『記録』を借りる",
      "隣の港[浅い港]の【記録】を借りる", "区間 $[0, 1)$ の記録を借りる手法", "港の顔文字 (^^) を分類する",
    ])
  func paired(text: String) throws {
    try TextCase.good(text, of: "an interval $[0, 1)$").check()
  }

  @Test("bullets end with full stops all or none")
  func fullStops() throws {
    func findings(_ change: (Int, String) -> String) throws -> [Expected] {
      let sheet = Sheet().with { sheet in
        sheet.bullets = sheet.bullets?.enumerated().map { change($0, $1) }
      }
      return try #require(Sheet.validator.verdict(on: sheet.manuscript)).findings
        .map(Expected.init)
    }
    #expect(try findings { $1 } == [])
    #expect(try findings { $1 + "。" } == [])
    #expect(
      try findings { $0 == 2 ? $1 + "。" : $1 } == [
        Expected("mixed-full-stops", .warning, in: "bullets")
      ])
  }
}
