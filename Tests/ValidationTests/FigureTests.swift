import Testing

@testable import Validation

@Suite("Numbers in a text")
struct FigureTests {
  /// A text and its numbers, such as `14.6%`, `3x`, `12 millisecond`.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let figures: [String]

    init(_ text: String, _ figures: String...) {
      (self.text, self.figures) = (text, figures)
    }

    var testDescription: String { text.debugDescription }
  }

  @Test("English writes numbers in digits", arguments: digits)
  func inDigits(example: Case) {
    #expect(SourceText(abstract: example.text).figures.map(\.brief) == example.figures)
  }

  @Test("English spells numbers out", arguments: words)
  func spelledOut(example: Case) {
    #expect(SourceText(abstract: example.text).figures.map(\.brief) == example.figures)
  }

  @Test(
    "Japanese writes numbers in digits, with 万 and 億, and factors in kanji", arguments: japanese)
  func inJapanese(example: Case) {
    #expect(ReadText(example.text, in: .remark).figures.map(\.brief) == example.figures)
  }

  @Test(
    "the words of a number are its digits, its scale and its unit",
    arguments: [
      ("誤差は 14.6 % だ", "14.6 %"), ("約1億2000万件の記録", "1億2000万"), ("12 ms で動く", "12 ms"),
      ("7Bのモデル", "7B"), ("従来の三倍も速い", "三倍"), ("1.5〜2倍", "1.5"), ("3,000ドルで済む", "3,000ドル"),
      ("10^{-3}の誤差", "10^{-3}"),
    ])
  func place(text: String, words: String) throws {
    let read = ReadText(text, in: .remark)
    let figure = try #require(read.figures.first)
    #expect(String(decoding: read.bytes[figure.range], as: UTF8.self) == words)
  }

  @Test(
    "only a mark between two numbers makes a range of them",
    arguments: [
      ("6〜50%", [true, false]), ("6～50%", [true, false]), ("6-50%", [true, false]),
      ("6–50%", [true, false]), ("6%から50%へ", [true, false]), ("6%と50%", [false, false]),
      ("6、50", [false, false]), ("6から始めて50まで", [false, false]), ("1〜2〜3", [true, true, false]),
    ])
  func ranges(text: String, opens: [Bool]) {
    #expect(ReadText(text, in: .remark).figures.map(\.opensRange) == opens)
  }

  @Test(
    "a small whole number of things is a tally",
    arguments: [
      ("3つの手法", true), ("2種類のデータ", true), ("4段階の処理", true), ("10個の課題", true), ("11個の課題", false),
      ("2.5個", false), ("3人の参加者", false), ("3%の改善", false), ("5倍の速さ", false),
    ])
  func tallies(text: String, isTally: Bool) {
    #expect(ReadText(text, in: .remark).figures.map(\.isTally) == [isTally])
  }
}

extension SourceText {
  /// Reads an abstract without a title.
  init(abstract: String) {
    self.init(Sheet().with { ($0.paperTitle, $0.abstract) = ("", abstract) }.paper)
  }
}

extension Figure {
  /// Value and unit in a few letters.
  var brief: String {
    let number = value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)"
    return switch unit {
    case .none: number
    case .percent: number + "%"
    case .times: number + "x"
    case .measure(let name): "\(number) \(name)"
    }
  }
}
