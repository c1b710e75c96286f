import Records
import Testing

@testable import Validation

@Suite("Verdicts")
struct ValidatorTests {
  @Test("a good manuscript is accepted, and its text is the verdict's")
  func accepted() throws {
    let sheet = Sheet()
    let verdict = try #require(Sheet.validator.verdict(on: sheet.manuscript))
    #expect(
      try verdict
        == Verdict(
          id: Sheet.id, findings: [], title: #require(sheet.title),
          bullets: #require(sheet.bullets), remark: #require(sheet.remark)))
    #expect(verdict.status == .accepted)
  }

  @Test("while a draft is missing there is no verdict, alone or within a week")
  func pending() {
    for manuscript in [Sheet().bare, Sheet().titleAlone, Sheet().summaryAlone] {
      #expect(Sheet.validator.verdict(on: manuscript) == nil)
      #expect(Sheet.validator.verdicts(on: [manuscript, Sheet().manuscript])[0] == nil)
    }
  }

  @Test("a withdrawn paper is withheld for that reason alone, with drafts or without")
  func withdrawn() throws {
    let sheet = Sheet().with {
      $0.abstract = "This paper has been withdrawn by the authors."
      $0.remark = ""
    }
    for manuscript in [sheet.manuscript, sheet.bare] {
      let verdict = try #require(Sheet.validator.verdict(on: manuscript))
      #expect(verdict.findings.map(\.code) == ["withdrawn"])
      #expect(verdict.status == .rejected)
      #expect(verdict.fixes == [])
    }
    // Its texts are not held against those of others.
    let week = Sheet.validator.verdicts(on: [
      sheet.manuscript, sheet.with { $0.number += 1 }.manuscript,
    ])
    #expect(week.map { $0?.findings.map(\.code) } == [["withdrawn"], ["withdrawn"]])
  }

  @Test(
    "what kept a reply from becoming a text is the finding",
    arguments: ["undecodable-reply", "wrong-id", "truncated-reply", "refused", "filtered"])
  func failures(code: String) {
    let failure = DraftFailure(code: code, message: "the reason: いや")
    func finding(_ draft: String) -> Finding {
      Finding(code: code, severity: .error, field: "reply", message: "\(draft): the reason: いや")
    }
    let noTitle = Sheet().with { ($0.title, $0.titleFailure) = (nil, failure) }
    let noSummary = Sheet().with {
      ($0.bullets, $0.remark, $0.summaryFailure) = (nil, nil, failure)
    }
    #expect(Sheet.validator.verdict(on: noTitle.manuscript)?.findings == [finding("title")])
    #expect(Sheet.validator.verdict(on: noTitle.manuscript)?.title == "")
    #expect(Sheet.validator.verdict(on: noSummary.manuscript)?.findings == [finding("summary")])
    #expect(Sheet.validator.verdict(on: noSummary.manuscript)?.bullets == [])
    #expect(Sheet.validator.errors(in: noTitle.titleAlone) == [finding("title")])
    #expect(Sheet.validator.errors(in: noSummary.summaryAlone) == [finding("summary")])
    let neither = noTitle.with {
      ($0.bullets, $0.remark, $0.summaryFailure) = (nil, nil, failure)
    }
    #expect(
      Sheet.validator.verdict(on: neither.manuscript)?.findings == [
        finding("title"), finding("summary"),
      ])
  }

  @Test(
    "a draft with neither text nor failure is not published",
    arguments: [
      ("title", Sheet().with { $0.title = nil }),
      ("summary", Sheet().with { ($0.bullets, $0.remark) = (nil, nil) }),
      ("summary", Sheet().with { $0.remark = nil }),
      ("summary", Sheet().with { $0.bullets = nil }),
    ])
  func lost(draft: String, sheet: Sheet) {
    #expect(
      Sheet.validator.verdict(on: sheet.manuscript)?.findings == [
        Finding(
          code: "undecodable-reply", severity: .error, field: "reply",
          message: "\(draft): the record holds no text")
      ])
  }

  @Test("the errors of one draft do not wait for the other, and warnings are none")
  func oneDraft() {
    let sheet = Sheet().with("", in: "title").with("", in: "remark")
    func errors(_ manuscript: Manuscript) -> [String] {
      Sheet.validator.errors(in: manuscript).map { "\($0.code) \($0.field)" }
    }
    #expect(errors(sheet.titleAlone) == ["empty-text title"])
    #expect(errors(sheet.summaryAlone) == ["empty-text remark"])
    #expect(errors(sheet.manuscript) == ["empty-text title", "empty-text remark"])
    #expect(errors(sheet.bare) == [])
    #expect(errors(Sheet().titleAlone) == [])
    #expect(errors(Sheet().summaryAlone) == [])
    let odd = Sheet().with("隣の港の記録を借ります", in: "remark")
    #expect(Sheet.validator.findings(in: odd.manuscript).map(\.code) == ["polite-remark"])
    #expect(errors(odd.manuscript) == [])
  }

  @Test("what is put right is no reason to ask a model again, and neither is what arXiv left out")
  func noRetry() {
    let marked = Sheet().with("- 隣の港の記録を借りて予測する", in: "bullets[2]")
    #expect(Sheet.validator.errors(in: marked.manuscript) == [])
    let untitled = Sheet().with { $0.paperTitle = "" }
    #expect(Sheet.validator.errors(in: untitled.titleAlone) == [])
    #expect(Sheet.validator.errors(in: untitled.summaryAlone) == [])
    #expect(Sheet.validator.verdict(on: untitled.manuscript)?.status == .rejected)
  }

  @Test("published texts are judged as they stand")
  func published() {
    let sheet = Sheet()
    let manuscript = Manuscript(
      paper: sheet.paper, title: sheet.title, bullets: ["- 隣の港の記録を借りて予測する"], remark: nil)
    #expect(
      Sheet.validator.findings(in: manuscript).map(\.code) == ["bullet-count", "list-mark"])
  }

  @Test("the rules say what becomes of a code's findings")
  func levels() throws {
    func verdict(_ code: String, _ level: Rules.Level?) throws -> Verdict {
      var rules = Rules()
      rules.levels[code] = level
      let sheet = Sheet().with("隣の港の記録を借ります", in: code == "polite-style" ? "bullets[1]" : "remark")
      return try #require(Validator(rules: rules).verdict(on: sheet.manuscript))
    }
    for code in ["polite-style", "polite-remark"] {
      #expect(try verdict(code, .error).status == .rejected)
      #expect(try verdict(code, .warning).findings.map(\.severity) == [.warning])
      #expect(try verdict(code, .warning).status == .accepted)
      #expect(try verdict(code, .off).findings == [])
    }
    #expect(try verdict("polite-style", nil).status == .rejected)
    #expect(try verdict("polite-remark", nil).status == .accepted)
  }

  @Test("every check of a paper can be switched off by its code")
  func off() {
    var rules = Rules()
    for code in Validator().checks.map(\.code) { rules.levels[code] = .off }
    #expect(Validator(rules: rules).checks.isEmpty)
  }

  @Test("any error rejects, and warnings do not")
  func severity() {
    func status(_ severities: Finding.Severity...) -> Verdict.Status {
      let findings = severities.map {
        Finding(code: "c", severity: $0, field: "title", message: "m")
      }
      return Verdict(id: Sheet.id, findings: findings, title: "", bullets: [], remark: "").status
    }
    #expect(status() == .accepted)
    #expect(status(.warning, .warning) == .accepted)
    #expect(status(.warning, .error) == .rejected)
    #expect(status(.error) == .rejected)
  }
}
