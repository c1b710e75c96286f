import Records
import Testing

@testable import Validation

@Suite("Papers of a week against each other")
struct ComparisonTests {
  /// Two places in the samples.
  struct Pair: Sendable, CustomTestStringConvertible {
    let one: Int
    let other: Int

    var testDescription: String {
      "\(Sheet.samples[one].number) and \(Sheet.samples[other].number)"
    }

    static let all = Sheet.samples.indices.flatMap { one in
      Sheet.samples.indices.filter { $0 > one }.map { Pair(one: one, other: $0) }
    }
  }

  @Test("answers that were exchanged are found on both papers", arguments: Pair.all)
  func exchanged(pair: Pair) throws {
    var sheets = Sheet.samples
    let answers = sheets.map { ($0.bullets, $0.remark) }
    (sheets[pair.one].bullets, sheets[pair.one].remark) = answers[pair.other]
    (sheets[pair.other].bullets, sheets[pair.other].remark) = answers[pair.one]
    let verdicts = Sheet.sampleValidator.verdicts(on: sheets.map(\.manuscript))
    for (place, verdict) in verdicts.enumerated() {
      let verdict = try #require(verdict)
      guard place == pair.one || place == pair.other else {
        #expect(verdict.findings == [])
        continue
      }
      #expect(verdict.status == .rejected)
      #expect(verdict.findings.map(Expected.init).contains(Expected("other-paper", in: "bullets")))
    }
  }

  @Test("a bullet of another paper is found on both", arguments: Pair.all)
  func sameBullet(pair: Pair) throws {
    var sheets = Sheet.samples
    sheets[pair.one]["bullets[2]"] = sheets[pair.other]["bullets[1]"]
    let found = findings(sheets, "same-bullets")
    #expect(found[pair.one] == [Expected("same-bullets", in: "bullets[2]")])
    #expect(found[pair.other] == [Expected("same-bullets", in: "bullets[1]")])
    #expect(found.joined().count == 2)
  }

  @Test("a title of another paper is found on both", arguments: Pair.all)
  func sameTitle(pair: Pair) throws {
    var sheets = Sheet.samples
    sheets[pair.one].title = sheets[pair.other].title
    let found = findings(sheets, "same-title")
    #expect(found[pair.one] == [Expected("same-title", in: "title")])
    #expect(found[pair.other] == [Expected("same-title", in: "title")])
    #expect(found.joined().count == 2)
  }

  @Test("papers that are called the same may have the same Japanese title")
  func namesakes() {
    var sheets = Sheet.samples
    (sheets[1].paperTitle, sheets[1].title) = (sheets[0].paperTitle.uppercased(), sheets[0].title)
    #expect(findings(sheets, "same-title").joined().isEmpty)
  }

  @Test("what is wrong with another paper is named by its identifier")
  func messages() throws {
    var sheets = Array(Sheet.samples.prefix(2))
    sheets[0].title = sheets[1].title
    sheets[0]["bullets[0]"] = sheets[1]["bullets[3]"]
    let verdict = try #require(Sheet.sampleValidator.verdicts(on: sheets.map(\.manuscript))[0])
    let messages = verdict.findings.filter { $0.code.hasPrefix("same-") }.map(\.message)
    #expect(
      messages == ["2407.10002 has the same Japanese title", "2407.10002 has the same bullet"])
  }

  @Test("a paper alone is held against nothing, and no papers bring no verdicts")
  func alone() {
    let manuscript = Sheet.samples[0].manuscript
    #expect(
      Sheet.sampleValidator.verdicts(on: [manuscript]) == [
        Sheet.sampleValidator.verdict(on: manuscript)
      ])
    #expect(Sheet.sampleValidator.verdicts(on: []) == [])
  }

  @Test("papers without drafts or withdrawn ones keep their places")
  func gaps() throws {
    var sheets = Sheet.samples
    sheets[3].title = sheets[4].title
    sheets[0].abstract = "This paper has been withdrawn by the authors."
    var manuscripts = sheets.map(\.manuscript)
    manuscripts[1] = sheets[1].bare
    let verdicts = Sheet.sampleValidator.verdicts(on: manuscripts)
    #expect(verdicts.map { $0?.id } == [sheets[0].id, nil] + sheets[2...].map(\.id))
    #expect(verdicts[0]?.findings.map(\.code) == ["withdrawn"])
    #expect(verdicts[3]?.findings.contains { $0.code == "same-title" } == true)
    #expect(verdicts[2]?.findings == [])
  }

  @Test("the rules say what becomes of a code of the week")
  func levels() {
    var sheets = Sheet.samples
    sheets[0].title = sheets[1].title
    for (level, status) in [(Rules.Level.error, Verdict.Status.rejected), (.warning, .accepted)] {
      var rules = Rules()
      rules.levels["same-title"] = level
      let verdicts = Validator(rules: rules).verdicts(on: sheets.map(\.manuscript))
      #expect(verdicts[0]?.findings.map(\.code) == ["same-title"])
      #expect(verdicts[0]?.status == status)
    }
    var rules = Rules()
    rules.levels["same-title"] = .off
    let verdicts = Validator(rules: rules).verdicts(on: sheets.map(\.manuscript))
    #expect(verdicts[0]?.findings == [])
  }

  private func findings(_ sheets: [Sheet], _ code: String) -> [[Expected]] {
    Sheet.sampleValidator.verdicts(on: sheets.map(\.manuscript)).map { verdict in
      (verdict?.findings ?? []).filter { $0.code == code }.map(Expected.init)
    }
  }
}
