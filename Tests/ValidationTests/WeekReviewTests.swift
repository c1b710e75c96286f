import Records
import Testing

@testable import Validation

@Suite("A week reviewed by marks")
struct WeekReviewTests {
  @Test("papers judged at once on many lanes have the findings of papers judged in a row")
  func lanes() async {
    var sheets = Self.week(of: 60)
    Self.exchange(&sheets, 7, 20)
    sheets[30].title = sheets[31].title
    sheets[40]["bullets[2]"] = sheets[41]["bullets[0]"]
    var manuscripts = sheets.map(\.manuscript)
    manuscripts[50] = sheets[50].bare
    let validator = Sheet.sampleValidator
    let judged = await withTaskGroup { group in
      for (index, manuscript) in manuscripts.enumerated() {
        group.addTask { (index, validator.judge(manuscript)) }
      }
      var judged = [(verdict: Verdict?, trace: Trace?)?](repeating: nil, count: manuscripts.count)
      for await (index, judgement) in group { judged[index] = judgement }
      return judged.compactMap { $0 }
    }
    var review = validator.review()
    for (_, trace) in judged { review.add(trace) }
    let findings = review.findings { manuscripts[$0] }
    let verdicts = judged.enumerated().map { $1.verdict?.adding(findings[$0]) }
    #expect(verdicts == validator.verdicts(on: manuscripts))
    #expect(verdicts[7]?.findings.map(\.code).contains("other-paper") == true)
    #expect(verdicts[50] == nil)
  }

  @Test("a week without an answer in doubt is not looked at again")
  func noDoubt() {
    #expect(Self.asked(Self.week(of: 1000)) == [])
  }

  @Test(
    "of a thousand papers, only those whose answers are in doubt are looked at again, each once")
  func doubts() {
    var sheets = Self.week(of: 1000)
    for place in [100, 500, 900] { sheets[place].bullets = Self.vagueBullets }
    #expect(Self.asked(sheets) == [100, 500, 900])
  }

  @Test("where an answer has names of its own, every paper is looked at once, in order")
  func names() {
    var sheets = Self.week(of: 1000)
    Self.exchange(&sheets, 2, 3)
    sheets[5] = sheets[5].with { $0.abstract = "This paper has been withdrawn." }
    #expect(Self.asked(sheets) == (0..<1000).filter { $0 != 5 })
  }

  @Test("a paper that is gone when it is looked for is left out")
  func gone() {
    var sheets = Sheet.samples
    Self.exchange(&sheets, 0, 1)
    var review = Sheet.sampleValidator.review()
    for sheet in sheets { review.add(Sheet.sampleValidator.judge(sheet.manuscript).trace) }
    let findings = review.findings { _ in nil }
    #expect(sheets.indices.flatMap { findings[$0] } == [])
  }

  @Test(
    "an opening is the first five characters, whatever they are",
    arguments: ["", "𠮷", "あ🌊", "これはもう", "これはもう終わり"])
  func openings(remark: String) {
    let opening = Opening(of: Array(remark.unicodeScalars))
    #expect(opening?.text == (remark.isEmpty ? nil : String(remark.prefix(5))))
  }

  @Test("pairs are counted each by itself, however many there are")
  func counts() {
    let scalars = (0..<2000).compactMap { Unicode.Scalar(UInt32(0x4E00 + $0 % 1500)) }
    var counts = PairCounts()
    LetterPair.forEach(in: scalars) { counts.add($0) }
    var seen: [Int] = []
    LetterPair.forEach(in: scalars) { seen.append(counts[$0]) }
    #expect(seen == (0..<1999).map { $0 < 499 || $0 >= 1500 ? 2 : 1 })
    #expect(counts[LetterPair(number: 1)] == 0)
  }

  private static let vagueBullets = [
    "この分野では長く同じやり方が続いている", "いまのやり方では手間がかかりすぎる", "もっと手軽に済ませるための工夫を示す",
    "いくつもの場面で試し、よい手応えを得た",
  ]

  /// A week of the samples over and over, each time under another number.
  private static func week(of count: Int) -> [Sheet] {
    (0..<count).map { place in
      Sheet.samples[place % Sheet.samples.count].with { $0.number = 20000 + place }
    }
  }

  private static func exchange(_ sheets: inout [Sheet], _ one: Int, _ other: Int) {
    let answer = (sheets[one].bullets, sheets[one].remark)
    (sheets[one].bullets, sheets[one].remark) = (sheets[other].bullets, sheets[other].remark)
    (sheets[other].bullets, sheets[other].remark) = answer
  }

  /// The places of the papers that a review asks for again.
  private static func asked(_ sheets: [Sheet]) -> [Int] {
    let validator = Sheet.sampleValidator
    let manuscripts = sheets.map(\.manuscript)
    var review = validator.review()
    for manuscript in manuscripts { review.add(validator.judge(manuscript).trace) }
    var asked: [Int] = []
    _ = review.findings { index in
      asked.append(index)
      return manuscripts[index]
    }
    return asked
  }
}
