import Records
import Testing

@testable import Validation

@Suite("Language of a text")
struct LanguageCheckTests {
  @Test(
    "a text in another language is an error",
    arguments: [
      TextCase.bad("The tide comes in twice a day", "not-japanese"),
      .bad("So many tides, so little time!", in: "remark", "not-japanese"),
      .bad("本文提出一种小型的潮汐模型方法", "not-japanese").and("foreign-kanji", quote: "种"),
      .bad("提案手法全体的予測精度大幅向上", "not-japanese"),
      .bad("Прилив приходит дважды", "not-japanese").and("wrong-script", quote: "П"),
      .bad("밀물은 하루에 두 번 온다", "not-japanese").and("wrong-script", quote: "밀"),
      .bad("………………………", "not-japanese"),
      .bad("3.14159265", in: "remark", "not-japanese")
        .and("number-not-in-abstract", quote: "3.14159265"),
      .bad("Small Models for Tide Tables", in: "title", "not-japanese")
        .and("missing-term", .warning),
      .bad("TideNet", in: "title", "not-japanese").and("missing-term", .warning),
    ])
  func foreign(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "four plain English words are left over from a sentence, by themselves or in a row",
    arguments: [
      TextCase.bad(
        "既存の手法はthat borrows the recordsという形で予測する", "english-sentence",
        quote: "that borrows the records"),
      .bad(
        "portの記録をsmallなmodelへ渡し、errorをhalfに抑えるmethodだ",
        of: "a port, a small model, half the error, a method",
        "english-sentence", quote: "portの記録をsmallなmodelへ渡し、errorをhalfに抑えるmethod"),
      .odd(
        "保持集合(retain set)と忘却集合(forget set)に分ける手法だ", of: "a retain set, a forget set",
        "english-word",
        quote: "retain"),
      .bad(
        "港ごとの癖までborrows the records ofとは、すごいなあ", in: "remark", "english-sentence",
        quote: "borrows the records of"),
      .good("「tides follow the moon and the sun」という句を引く", of: "tides follow the moon and the sun"),
      .odd("Tide Tables from Decades という調査に基づく", "english-word", quote: "from"),
      .good(#"$x in y and z or w$ という式で表す条件を示す"#, of: "x in y and z or w"),
      .good("「borrows the records of a neighbouring port」方式の潮汐表", in: "title"),
    ])
  func englishSentence(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a plain English word is reported",
    arguments: [
      TextCase.odd("隣の港の records を借りて予測する", "english-word", quote: "records"),
      .odd("隣の port の records を借りて予測する", "english-word", quote: "port"),
      .good("隣の港の記録を n 個借りて予測する"), .good("重みを $w times x$ とする予測手法を示す"),
      .good("「records」と呼ばれる表を借りて予測する"),
    ])
  func englishWord(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a character that Japanese does not use is an error",
    arguments: [
      ("港の预測", "foreign-kanji", "预"), ("小さな网を張る", "foreign-kanji", "网"),
      ("港个の記録", "foreign-kanji", "个"),
      ("过去の記録", "foreign-kanji", "过"), ("預测する", "foreign-kanji", "测"),
      ("港の기록", "wrong-script", "기"),
      ("港のпрогноз", "wrong-script", "п"), ("港のمد", "wrong-script", "م"),
      ("港のข้อมูล", "wrong-script", "ข"),
      ("港のㄅㄆ", "wrong-script", "ㄅ"), ("港の記\u{FFFD}", "broken-character", nil),
      ("港の\u{E000}記録", "broken-character", nil), ("港の\u{FFFF}記録", "broken-character", nil),
      ("港の\u{530}記録", "broken-character", nil), ("港の\u{7}記録", "control-character", nil),
      ("港の\t記録", "control-character", nil), ("港の\u{1B}記録", "control-character", nil),
      ("港の\u{202E}記録", "control-character", nil),
      ("港の\u{2066}記録\u{2069}", "control-character", nil),
      ("港の\u{7F}記録", "control-character", nil),
    ])
  func character(text: String, code: String, quote: String?) throws {
    for field in ["title", "bullets[1]", "remark"] {
      let text = field == "title" ? "潮汐表と\(text)" : "\(text)を借りて予測するのはどうかな"
      try TextCase.bad(text, in: field, code, quote: quote).check()
    }
  }

  @Test(
    "names, numbers and formulas may fill most of a text",
    arguments: [
      TextCase.good("TideNet-40B 潮汐表", in: "title", of: "We propose TideNet-40B."),
      .good("TideNet, MoonFormer と Harbor-10 の潮見表", in: "title"), .good("潮汐表", in: "title"),
      .good("TideNetをMoonFormerとHarbor-10で比較"), .good("人々の暮らしを支える潮汐表の、最初の電子化"),
      .good("Retrieval-Augmented Generation（RAG）で誤差を抑える", of: "retrieval-augmented generation"),
      .good("$O(n \\log n)$ 個の観測で足りる", of: "$O(n \\log n)$").and(
        "latex-macro", .warning, quote: "\\log"),
      .good("🌊🌊 港の波ってすごいね", in: "remark"), .good("すっごーい！！港の波だ♪", in: "remark"),
      .good("ｽｺﾞｲ！ GPUなしで動くﾉﾀﾞね", in: "remark"), .good("誤差は α と β の積であると示す"),
      .good("髙橋や﨑といった字も壊れずに届く"), .good("剝がれた頰を𠮟る𠮷野家の塡補", in: "bullets[0]"),
      .good("家族👨‍👩‍👧で潮の満ち引きを学べるね", in: "remark"), .good("①港、②潮、③月の順に調べていく"),
      .good("Erdős–Rényi グラフでも成り立つことを示す", of: "Erdős–Rényi graphs"),
    ])
  func japanese(example: TextCase) throws {
    try example.check()
  }

  @Test("the paper titled 0 keeps its title")
  func number() {
    let sheet = Sheet().with { ($0.paperTitle, $0.title) = ("0", "0") }
    let findings = Validator().findings(in: sheet.manuscript).map(Expected.init)
    // Two characters are the least that a title has.
    #expect(findings == [Expected("length", in: "title")])
  }

  @Test(
    "letters are counted by script",
    arguments: [
      ("", 0, 0, 0), ("12.5% + !?。、・「」", 0, 0, 0), ("abcXYZ", 0, 0, 6), ("あいアイー", 5, 5, 5),
      ("ｱｲｰ", 3, 3, 3), ("人々", 0, 2, 2), ("𠮷", 0, 1, 1), ("éßЖ한", 0, 0, 4), ("潮はTideで", 2, 3, 7),
      ("預测", 0, 2, 2), ("Ａ１", 0, 0, 1),
    ])
  func count(text: String, kana: Int, japanese: Int, letters: Int) {
    let count = ScriptCount(text)
    #expect([count.kana, count.japanese, count.letters] == [kana, japanese, letters])
    #expect(count.description == "\(japanese) of \(letters) letters are Japanese")
  }
}
