import Records
import Testing

@testable import Validation

@Suite("Verdicts")
struct ValidatorTests {
  @Test("a good manuscript is accepted, and its text is the verdict's")
  func accepted() throws {
    let sheet = Sheet()
    #expect(
      try Validator.verdict(on: sheet.manuscript)
        == Verdict(
          id: Sheet.id, findings: [], title: #require(sheet.title),
          bullets: #require(sheet.bullets), remark: #require(sheet.remark)))
    #expect(Validator.verdict(on: sheet.manuscript)?.status == .accepted)
  }

  @Test("while a draft is missing there is no verdict")
  func pending() {
    #expect(Validator.verdict(on: Sheet().bare) == nil)
    #expect(Validator.verdict(on: Sheet().titleAlone) == nil)
    #expect(Validator.verdict(on: Sheet().summaryAlone) == nil)
  }

  @Test(
    "what kept a reply from becoming a text is the finding",
    arguments: [
      DraftFailure(code: "undecodable-reply", message: "it is not valid JSON"),
      DraftFailure(code: "wrong-id", message: "the reply names no paper"),
      DraftFailure(code: "truncated-reply", message: "the output limit cut the reply off"),
      DraftFailure(code: "refused", message: "the model declined: いや"),
      DraftFailure(code: "filtered", message: "the provider's filter withheld the reply"),
    ])
  func failures(failure: DraftFailure) {
    func finding(_ draft: String) -> Finding {
      Finding(
        code: failure.code, severity: .error, field: "reply",
        message: "\(draft): \(failure.message)"
      )
    }
    let noTitle = Sheet().with { ($0.title, $0.titleFailure) = (nil, failure) }
    let noSummary = Sheet().with {
      ($0.bullets, $0.remark, $0.summaryFailure) = (nil, nil, failure)
    }
    #expect(Validator.verdict(on: noTitle.manuscript)?.findings == [finding("title")])
    #expect(Validator.verdict(on: noTitle.manuscript)?.title == "")
    #expect(Validator.verdict(on: noSummary.manuscript)?.findings == [finding("summary")])
    #expect(Validator.verdict(on: noSummary.manuscript)?.bullets == [])
    #expect(Validator.errors(in: noTitle.titleAlone) == [finding("title")])
    #expect(Validator.errors(in: noSummary.summaryAlone) == [finding("summary")])
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
      Validator.verdict(on: sheet.manuscript)?.findings == [
        Finding(
          code: "undecodable-reply", severity: .error, field: "reply",
          message: "\(draft): the record holds no text")
      ])
  }

  @Test("the errors of one draft do not wait for the other")
  func oneDraft() {
    let titleError = Finding(
      code: "empty-text", severity: .error, field: "title", message: "the text is empty")
    let remarkError = Finding(
      code: "empty-text", severity: .error, field: "remark", message: "the text is empty")
    let sheet = Sheet().with("", in: "title").with("", in: "remark")
    #expect(Validator.errors(in: sheet.titleAlone) == [titleError])
    #expect(Validator.errors(in: sheet.summaryAlone) == [remarkError])
    #expect(Validator.errors(in: sheet.manuscript) == [titleError, remarkError])
    #expect(Validator.errors(in: sheet.bare) == [])
    #expect(Validator.errors(in: Sheet().titleAlone) == [])
    #expect(Validator.errors(in: Sheet().summaryAlone) == [])
  }

  @Test("what arXiv left out is no reason to ask a model again")
  func arXivGap() {
    let sheet = Sheet().with { $0.paperTitle = "" }
    #expect(Validator.errors(in: sheet.titleAlone) == [])
    #expect(Validator.errors(in: sheet.summaryAlone) == [])
    #expect(Validator.verdict(on: sheet.manuscript)?.status == .rejected)
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

  @Test("a check gives its code and severity to all that it finds")
  func check() {
    let check = Check("long-text", severity: .warning) { manuscript in
      manuscript.texts.filter { $0.text.count > 25 }.map { ($0.field, "\($0.text.count)") }
    }
    #expect(
      check.findings(in: Sheet().manuscript) == [
        Finding(code: "long-text", severity: .warning, field: "bullets[2]", message: "26"),
        Finding(code: "long-text", severity: .warning, field: "remark", message: "30"),
      ])
  }

  @Test("every check has a code of its own")
  func codes() {
    #expect(
      Validator.checks.map(\.code) == [
        "bullet-count", "empty-text", "several-lines", "not-japanese", "code-fence", "list-mark",
        "prompt-heading", "think-block", "control-character",
      ])
  }
}
