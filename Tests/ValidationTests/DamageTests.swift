import Records
import Testing

@testable import Validation

@Suite("Damage to good manuscripts")
struct DamageTests {
  /// One good manuscript with one text of it spoilt.
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: Damage
    let field: String
    let sheet: Sheet

    var testDescription: String { "\(kind.name) in \(field) of \(sheet.number): \(sheet[field])" }
  }

  @Test("each damage is found with its code, in its field, and nothing else is", arguments: cases)
  func found(example: Case) throws {
    let verdict = try #require(Sheet.sampleValidator.verdict(on: example.sheet.manuscript))
    let codes = Set(
      verdict.findings.filter { !example.kind.consequences.contains($0.code) }
        .map { "\($0.code) \($0.field)" })
    #expect(codes == ["\(example.kind.code) \(example.field)"])
    #expect(verdict.findings.allSatisfy { $0.field == example.field })
    let isError = verdict.findings.contains {
      $0.code == example.kind.code && $0.severity == .error
    }
    if isError { #expect(verdict.status == .rejected) }
  }

  @Test("the generator makes enough of it, the same in every run")
  func count() {
    #expect(Self.cases.count >= 300)
    #expect(Damage.kinds.count >= 40)
    #expect(Self.makeCases().map(\.sheet.manuscript) == Self.cases.map(\.sheet.manuscript))
    // Each kind is done at least once, and each text of each paper is spoilt in some way.
    #expect(Set(Self.cases.map(\.kind.name)) == Set(Damage.kinds.map(\.name)))
    #expect(Set(Self.cases.map { "\($0.sheet.number) \($0.field)" }).count == 36)
  }

  @Test("the manuscripts are good before they are spoilt, alone and together")
  func good() {
    for sheet in Sheet.samples {
      #expect(Sheet.sampleValidator.verdict(on: sheet.manuscript)?.findings == [])
    }
    let week = Sheet.sampleValidator.verdicts(on: Sheet.samples.map(\.manuscript))
    #expect(week.map { $0?.findings } == Sheet.samples.map { _ in [] })
    #expect(week.map { $0?.fixes } == Sheet.samples.map { _ in [] })
  }

  @Test("a bullet too few or too many is found", arguments: Sheet.samples)
  func bulletCount(sheet: Sheet) throws {
    let (first, rest) = (try #require(sheet.bullets?.first), sheet.bullets?.dropFirst() ?? [])
    for bullets in [Array(rest), [], [first], [first] + rest + ["もう一つの長めの文をここで足す"]] {
      let verdict = Sheet.sampleValidator.verdict(
        on: sheet.with { $0.bullets = bullets }.manuscript)
      #expect(
        verdict?.findings.map(Expected.init) == [Expected("bullet-count", in: "bullets")])
    }
  }

  @Test("a bullet that stands in another one's place as well is found", arguments: Sheet.samples)
  func copiedBullet(sheet: Sheet) throws {
    for place in 0..<3 {
      let copy = sheet.with(sheet["bullets[\(place)]"], in: "bullets[3]")
      let verdict = Sheet.sampleValidator.verdict(on: copy.manuscript)
      #expect(verdict?.findings.map(Expected.init) == [Expected("repetition", in: "bullets[3]")])
    }
  }

  @Test(
    "what can be put right is put right, and the text is as good as before",
    arguments: Sheet.samples)
  func repaired(sheet: Sheet) throws {
    var generator = SeededGenerator(seed: UInt64(sheet.number))
    for (code, before, behind) in Self.repairs {
      let field = try #require(Damage.everywhere.randomElement(using: &generator))
      let spoilt = sheet.with(before + sheet[field] + behind, in: field)
      let verdict = try #require(Sheet.sampleValidator.verdict(on: spoilt.manuscript))
      #expect(verdict.findings == [])
      #expect(verdict.fixes.contains(Fix(code: code, field: field)))
      #expect(Set(verdict.fixes.map(\.field)) == [field])
      let texts = [verdict.title] + verdict.bullets + [verdict.remark]
      #expect(texts == Damage.everywhere.map { sheet[$0] })
    }
  }

  private static let repairs = [
    ("list-mark", "- ", ""), ("list-mark", "-\u{3000}", ""), ("list-mark", "・", ""),
    ("list-mark", "1) ", ""), ("list-mark", "③", ""),
    ("code-fence", "```json\n", "\n```"), ("code-fence", "```", "```"), ("blank-line", "\n\n", ""),
    ("blank-line", "", "\n"),
    ("blank-line", "\u{FEFF}", ""), ("blank-line", "\u{3000}", "\u{3000}"),
    ("trailing-prose", "", "\n\n以上のようにまとめました。"),
    ("trailing-prose", "", "\r\n\r\nNote: translated from English."),
  ]

  private static let cases = makeCases()

  /// Every kind in every sample, in up to three of its fields.
  private static func makeCases() -> [Case] {
    var generator = SeededGenerator(seed: 2024)
    var cases: [Case] = []
    for kind in Damage.kinds {
      for sheet in Sheet.samples {
        var left = 3
        for field in kind.fields.shuffled(using: &generator) where left > 0 {
          guard let text = kind.change(sheet[field], sheet, &generator) else { continue }
          cases.append(Case(kind: kind, field: field, sheet: sheet.with(text, in: field)))
          left -= 1
        }
      }
    }
    return cases
  }
}
