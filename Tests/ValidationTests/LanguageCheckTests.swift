import Testing

@testable import Validation

@Suite("Language of a text")
struct LanguageCheckTests {
  private static func share(_ japanese: Int, of letters: Int) -> String {
    "\(japanese) of \(letters) letters are Japanese"
  }

  private static func english(_ words: String) -> String {
    "the English words '\(words)' are left in the text"
  }

  private static func noKana(_ kanji: Int) -> String {
    "\(kanji) kanji and no kana are not Japanese"
  }

  @Test(
    "a sentence in another language is an error",
    arguments: [
      TextCase.bad("The tide comes in twice a day", "not-japanese", share(0, of: 23)),
      .bad("So many tides!", in: "remark", "not-japanese", share(0, of: 11)),
      .bad("提案 We borrow the records of another port", "not-japanese", share(2, of: 33)),
      .bad("The model learns from the records of 隣の港", "not-japanese", share(3, of: 33)),
      .bad("Прилив приходит дважды", "not-japanese", share(0, of: 20)),
      .bad("밀물은 하루에 두 번 온다", "not-japanese", share(0, of: 10)),
      .bad("本文提出一种预测潮汐的小模型", "not-japanese", noKana(14)),
      .bad("背景 TideNet 预测港口的潮汐表", "not-japanese", noKana(10)),
      .bad("……", "not-japanese", share(0, of: 0)),
      .bad("3.14", in: "remark", "not-japanese", share(0, of: 0)),
      .bad(
        "We predict a small tide table という提案手法である", "not-japanese",
        english("predict a small tide")),
      .bad(
        "潮の満ち引きは it comes in twice だよ", in: "remark", "not-japanese",
        english("it comes in twice")),
    ])
  func foreign(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a title without a Japanese letter is the English title",
    arguments: [
      TextCase.bad("Small Models for Tide Tables", in: "title", "not-japanese", share(0, of: 24)),
      .bad("TideNet", in: "title", "not-japanese", share(0, of: 7)),
      .bad("Ｔｉｄｅ", in: "title", "not-japanese", share(0, of: 4)),
      .bad("Δ-Tides", in: "title", "not-japanese", share(0, of: 6)),
      .bad("…", in: "title", "not-japanese", share(0, of: 0)),
    ])
  func foreignTitle(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "names, numbers and formulas may fill most of a text",
    arguments: [
      TextCase.good("TideNet-40B 技術報告", in: "title"),
      .good("TideNet, MoonFormer と Harbor-10", in: "title"),
      .good("潮", in: "title"),
      .good("1912", in: "title"),
      .good("「all you need is tides」を読む", in: "title"),
      .good("Attention Is All You Need の手法を潮汐に応用"),
      .good("tide table と呼ぶ表を使う"),
      .good("Retrieval-Augmented Generation（RAG）での誤差を半分に抑える"),
      .good("誤差半減"),
      .good("1.5倍"),
      .good("「Tide Sandbox」と「Federated Tide Learning (FTL)」を比較"),
      .good(#"$M = \tilde\Omega(\frac{d}{\delta\epsilon^3})$ 個の観測が必要"#),
      .good("ｽｺﾞｲ！ GPUなしで動くﾉﾀﾞ", in: "remark"),
      .good("🌊🌊 すごい", in: "remark"),
      .good("すっごーい♪", in: "remark"),
      .good("人々の暮らしを支える潮汐表の、最初の電子化"),
    ])
  func japanese(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "letters are counted by script",
    arguments: [
      ("", 0, 0), ("12.5% + ①!?。、・「」", 0, 0), ("abcXYZ", 0, 6), ("あいアイー", 5, 5), ("ｱｲｰ", 3, 3),
      ("人々", 2, 2), ("𠮷", 1, 1), ("éßЖ한", 0, 4), ("潮はTideで", 3, 7),
    ])
  func count(text: String, japanese: Int, letters: Int) {
    let count = ScriptCount(text)
    #expect([count.japanese, count.letters] == [japanese, letters])
  }
}
