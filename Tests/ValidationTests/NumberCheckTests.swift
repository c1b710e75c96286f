import Records
import Testing
import Validation

@Suite("Numbers are those of the abstract")
struct NumberCheckTests {
  @Test("a number may be spelled in every usual way", arguments: spellings)
  func spelling(abstract: String, text: String) throws {
    try TextCase.good(text + "という結果を示す", of: abstract).check()
  }

  @Test("a number that the abstract does not have is an error", arguments: inventions)
  func invention(abstract: String, text: String, number: String) throws {
    try TextCase.bad(text + "という結果を示す", of: abstract, "number-not-in-abstract", quote: number)
      .check()
  }

  @Test(
    "a number that counts something else in the abstract is an error",
    arguments: [
      ("an error of 5%", "5倍の改善", "5倍"), ("5 times faster", "5%の改善", "5%"),
      ("within 12 ms", "12秒以内", "12秒"), ("within 3 hours", "3日以内", "3日"),
      ("a gain of 2.1 percent", "2.1倍の伸び", "2.1倍"), ("40 minutes of audio", "40時間の音声", "40時間"),
    ])
  func unit(abstract: String, text: String, number: String) throws {
    try TextCase.bad(text + "という結果を示す", of: abstract, "unit-not-in-abstract", quote: number)
      .check()
  }

  @Test("a rounded number may be a tenth off where words say that it is rounded")
  func rounding() throws {
    let abstract = "the error falls by 38% and the cost by 62%"
    for text in ["約4割の改善", "4割近い改善を超える4割弱の改善", "およそ40%の改善", "六割強の削減", "6割超の削減"] {
      try TextCase.good(text + "という結果を示す", of: abstract).check()
    }
    try TextCase.bad(
      "4割の改善という結果を示す", of: abstract, "number-not-in-abstract", quote: "4割"
    ).check()
    try TextCase.bad(
      "約5割の改善という結果を示す", of: abstract, "number-not-in-abstract", quote: "5割"
    ).check()
  }

  @Test("the digits of a name are no share and no factor")
  func nameDigits() throws {
    for text in ["10%", "10倍"] {
      try TextCase.bad(
        text + "の改善という結果を示す", of: "results on CIFAR-10", "number-not-in-abstract", quote: text
      ).check()
    }
    try TextCase.good("CIFAR 10での結果を示す", of: "results on CIFAR-10").check()
  }

  @Test(
    "a range is one of the abstract, and not put together from two",
    arguments: [
      TextCase.good("6〜50%の範囲で誤差が縮む", of: "the error shrinks by 6-50%"),
      .good("6〜50%の範囲で誤差が縮む", of: #"the error shrinks by 6--50\%"#),
      .good("6%から50%の範囲で誤差が縮む", of: "the error shrinks by between 6% and 50%"),
      .good("1.5〜2倍の速さで表を作り終える", of: "it is 1.5 to 2 times faster"),
      .good("2020〜2024年の記録を用いて学ぶ", of: "records from 2020 to 2024"),
      .good("精度を0.61から0.74へ高めたと示す", of: "the accuracy rises to 0.74 from 0.61"),
      .bad(
        "6〜80%の範囲で誤差が縮んだ", of: "from 6% to 50% in ports, from 7% to 80% at sea",
        "range-not-in-abstract", quote: "6〜80%"),
      .bad(
        "6〜60%の範囲で誤差が縮んだ", of: "the error shrinks by 6-50%", "number-not-in-abstract", quote: "60%"),
    ])
  func range(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "what the writer counted is reported and not withheld",
    arguments: [
      TextCase.odd(
        "3つの段階からなる予測手法を示す", of: "a method with stages", "count-not-in-abstract", quote: "3"),
      .odd("4種類の攻撃に対する安全性を示す", of: "it resists attacks", "count-not-in-abstract", quote: "4"),
      .good("3つの段階からなる予測手法を示す", of: "a three-stage method"),
    ])
  func tally(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a number that says nothing is no claim",
    arguments: [
      TextCase.good("1つの鍵だけで復号できる方式を示す", of: "one key is enough"),
      .good("第1に鍵を作り、次に配る方式を示す", of: "keys are made and handed out"),
      .good("100%楽しみだよね、こういう手法ってさ", in: "remark", of: "a nice method"),
      .good("1日あたりの記録を用いて表を作る", of: "tables from daily records"),
      .good("1秒あたりの処理件数を大きく伸ばす", of: "more requests per second"),
      .good("1時間ごとの記録を用いて表を作る", of: "tables from hourly records"),
      .bad("全体の100%を正しく分類できると示す", of: "a nice method", "number-not-in-abstract", quote: "100%"),
    ])
  func noClaim(example: TextCase) throws {
    try example.check()
  }

  @Test("nothing is held against an abstract that is not known")
  func unknown() throws {
    try TextCase.good("99.9%の精度で12万件を分類できると示す", of: "").check()
  }
}
