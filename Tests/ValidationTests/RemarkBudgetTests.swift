import Records
import Testing

@testable import Validation

@Suite("Remarks of a page")
struct RemarkBudgetTests {
  @Test("a page may say a pet word so often, and then each further remark is reported")
  func petWord() {
    // Two are always covered, and 35 of 100.
    let remarks = Self.remarks(of: 10)
    for (count, beyond) in [(0, []), (2, []), (3, []), (4, [3]), (6, [3, 4, 5])] as [(Int, [Int])] {
      let sheets = Self.page(remarks.enumerated().map { $0 < count ? $1 + "ワクワクするよ" : $1 })
      #expect(Self.places(sheets, "pet-word") == beyond)
    }
    let few = Self.page(Self.remarks(of: 4).map { $0 + "ワクワクするよ" })
    #expect(Self.places(few, "pet-word") == [])
  }

  @Test("a page may begin its remarks alike so often, and then each further one is reported")
  func sameOpening() {
    let remarks = Self.remarks(of: 10)
    for (count, beyond) in [(0, []), (2, []), (3, [2]), (4, [2, 3])] as [(Int, [Int])] {
      let sheets = Self.page(remarks.enumerated().map { $0 < count ? "これはもう" + $1 : $1 })
      #expect(Self.places(sheets, "same-opening") == beyond)
    }
  }

  @Test("pet words, openings and their shares are the rules' to set")
  func rules() {
    var rules = Rules()
    rules.petWords = ["港"]
    rules.petWordShare = 0.1
    rules.openingShare = 1
    let sheets = Self.page(Self.remarks(of: 10).map { "これはもう" + $0 + "港だね" })
    let validator = Validator(rules: rules)
    #expect(Self.places(sheets, "pet-word", validator) == Array(2..<10))
    #expect(Self.places(sheets, "same-opening", validator) == [])
  }

  /// The places of the papers that have a finding of a code.
  private static func places(
    _ sheets: [Sheet], _ code: String, _ validator: Validator = Validator()
  ) -> [Int] {
    validator.verdicts(on: sheets.map(\.manuscript)).enumerated()
      .filter { $1?.findings.contains { $0.code == code } == true }.map(\.offset)
  }

  private static func page(_ remarks: [String]) -> [Sheet] {
    remarks.enumerated().map { place, remark in
      var sheet = Sheet().with(remark, in: "remark")
      sheet.number = 30000 + place
      return sheet
    }
  }

  private static func remarks(of count: Int) -> [String] {
    (0..<count).map { "\("潮港月波風舟島浜岸沖".map(String.init)[$0])の話はいつ聞いても楽しいんだよね、" }
  }
}
