import Records
import Testing

@testable import Validation

@Suite("Shape of the texts")
struct ShapeCheckTests {
  @Test("a page shows four bullets", arguments: [0, 1, 3, 5])
  func bulletCount(count: Int) throws {
    let bullets = Array(
      ["潮の高さを毎日測るのは大変だ", "風の強い港では誤差が増える", "新しい学習の方法を示す", "実験では良い結果を得た", "最後に課題を述べる一文"]
        .prefix(count))
    let sheet = Sheet().with { $0.bullets = bullets }
    let verdict = try #require(Sheet.validator.verdict(on: sheet.manuscript))
    #expect(verdict.findings.map(Expected.init) == [Expected("bullet-count", in: "bullets")])
    #expect(verdict.bullets == bullets)
  }

  @Test(
    "an empty text is an error in every field, and that alone",
    arguments: ["title", "bullets[0]", "bullets[3]", "remark"],
    ["", " ", "\u{3000}\u{A0}", "\n", "\u{200B}\n"])
  func emptyText(field: String, text: String) throws {
    try TextCase.bad(text, in: field, "empty-text").check()
  }

  @Test(
    "a line end of any kind within a text is an error",
    arguments: ["\n", "\r\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"])
  func severalLines(lineEnd: String) throws {
    try TextCase.bad("港の潮が満ちて\(lineEnd)やがて引いていく", "several-lines").check()
    try TextCase.bad("潮汐表の\(lineEnd)小さなモデル", in: "title", "several-lines").check()
    try TextCase.bad("港っていいよね\(lineEnd)潮もいいけど！", in: "remark", "several-lines").check()
  }

  @Test(
    "white space within a line is no line end", arguments: [" ", "\u{3000}", "\u{A0}", "\u{2009}"])
  func oneLine(space: String) throws {
    try TextCase.good("港の潮が満ちて\(space)やがて引いていく").check()
  }

  @Test(
    "a text is neither a word nor a page",
    arguments: [
      ("title", 2...160), ("bullets[2]", 8...180), ("remark", 8...160),
    ])
  func length(field: String, range: ClosedRange<Int>) throws {
    func text(_ count: Int) -> String {
      // Kanji in a row from a table that repeats nothing.
      let kana = (0..<count - 1).map { Unicode.Scalar(UInt16(0x4E00 + $0 % 40 * 7)) ?? "潮" }
      return "の" + String(String.UnicodeScalarView(kana.map { $0.isJapanese ? $0 : "潮" }))
    }
    func codes(_ count: Int) -> [String] {
      Validator().findings(in: Sheet().with(text(count), in: field).manuscript).map(\.code)
        .filter { $0 == "length" }
    }
    #expect(codes(range.lowerBound) == [])
    #expect(codes(range.upperBound) == [])
    #expect(codes(range.lowerBound - 1) == ["length"])
    #expect(codes(range.upperBound + 1) == ["length"])
  }

  @Test(
    "a text that ends in the middle of a sentence is an error",
    arguments: [
      TextCase.bad("隣の港の記録を借りて、", "cut-off", quote: "、"),
      .bad("隣の港の記録を借りて予測を", "cut-off", quote: "を"),
      .bad("隣の港の記録を借りる手法は", "cut-off", quote: "は"),
      .bad("隣の港の記録を借りる手法が", "cut-off", quote: "が"),
      .bad("隣の港の記録を借りる手法：", "cut-off", quote: "："),
      .bad("潮汐表のための小さなモデル：", in: "title", "cut-off", quote: "："),
      .bad("港ごとの癖まで学んでくれるなんて、", in: "remark", "cut-off", quote: "、"),
      .bad("釣り好きの人たちにもこの楽しさを", in: "remark", "cut-off", quote: "を"),
      .bad("隣の港の記録を借りる（", "cut-off", quote: "（").and("unpaired-bracket", .warning, quote: "（"),
      .good("すべての港に潮汐表を", in: "title"), .good("潮汐表の誤差は", in: "title"),
      .good("隣の港からの予測を可能に"), .good("記録の欠けた港でも使えるもの"), .good("港の人が困っていること"),
      .good("こういう地味な工夫が…", in: "remark"), .good("港に行きたくなるのは私だけかなって", in: "remark"),
    ])
  func cutOff(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a text that says again what another one says is an error",
    arguments: [
      // The fourth bullet with nothing, a word, or a part of it changed.
      ("bullets[2]", "40の港で試し、誤差を従来の半分に抑えた", "bullets[3]"),
      ("bullets[2]", "40の港で試し、誤差を従来の半分に抑えている", "bullets[3]"),
      ("bullets[3]", "なお、隣の港の記録を借りて学ぶ、小さな予測モデルを提案する", "bullets[3]"),
      ("remark", "隣の港の記録を借りて学ぶ、小さな予測モデルを提案するよ", "remark"),
    ])
  func repetition(field: String, text: String, place: String) throws {
    let verdict = try #require(
      Sheet.validator.verdict(on: Sheet().with(text, in: field).manuscript))
    #expect(verdict.findings.map(Expected.init) == [Expected("repetition", in: place)])
  }

  @Test(
    "a text that runs in circles is an error",
    arguments: [
      TextCase.bad(
        "潮汐の予測を行う潮汐の予測を行う潮汐の予測を行う潮汐の予測を行う", "repetition", quote: "潮汐の予測を行う"),
      .good("速い港、遅い港、深い港、浅い港、広い港、狭い港を順に調べた"),
      .good(
        #"誤差 $\frac{1}{2}\frac{1}{2}\frac{1}{2}$ の形で表す式を示す"#,
        of: #"$\frac{1}{2}\frac{1}{2}\frac{1}{2}$"#
      )
      .and("latex-macro", .warning, quote: #"\frac"#),
    ])
  func loop(example: TextCase) throws {
    try example.check()
  }

  @Test("bullets and remark may come back to the title, and to each other's words")
  func noRepetition() throws {
    try TextCase.good("潮汐表のための小さなモデルを提案する").check()
    try TextCase.good("隣の港の記録を借りて学ぶなんて、ご近所づきあいみたいで好きだな", in: "remark").check()
  }

  @Test("a paper that arXiv sent without a title is withheld")
  func missingTitle() throws {
    let sheet = Sheet().with { $0.paperTitle = "" }
    let verdict = try #require(Sheet.validator.verdict(on: sheet.manuscript))
    #expect(verdict.findings.map(Expected.init) == [Expected("missing-title", in: "title")])
  }
}
