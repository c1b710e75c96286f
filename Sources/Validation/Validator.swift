package import Records

/// Holds what a model wrote against every rule.
package struct Validator: Sendable {
  /// The rules about drafts, in the order in which their findings are listed.
  let checks: [Check]
  /// How the terms of the field are to be written.
  package let glossary: Glossary
  private let rules: Rules
  private let petWords: PhraseTable<Int32>

  /// Makes ready to judge; no reply may repeat a heading or a part of `prompts`.
  package init(
    rules: Rules = Rules(), glossary: Glossary = Glossary(), prompts: [String] = [],
    promptHeadings: [String] = []
  ) {
    self.rules = rules
    self.glossary = glossary
    petWords = PhraseTable(
      rules.petWords.map { word in
        (phrase: word, value: Int32(rules.petWords.firstIndex(of: word) ?? 0))
      })
    let families = [
      Check.shape(rules), Check.language, Check.register, Check.punctuation, Check.residue,
      [.promptHeading(promptHeadings), .promptEcho(prompts)], Check.phrases, Check.latex,
      Check.numbers, Check.names(known: rules.knownNames), Check.terms(glossary), [.outdatedEdit],
    ]
    checks = families.flatMap(\.self).filter { rules.levels[$0.code] != .off }
  }

  /// The codes of all checks, of which `Rules.levels` may name any.
  package static var codes: [String] {
    Validator().checks.map(\.code) + WeekReview.codes.map(\.code)
  }

  /// The code of what is said of a text by hand whose paper has changed since.
  package static var outdatedEdit: String { Check.outdatedEdit.code }

  /// The verdicts on a week's papers, each by itself and against the others; nil where a draft is
  /// missing.
  ///
  /// The papers are given in digest order, which decides whose remark is beyond a page's budget.
  package func verdicts(on manuscripts: [Manuscript]) -> [Verdict?] {
    var review = review()
    let verdicts = manuscripts.map { manuscript in
      let (verdict, trace) = judge(manuscript)
      review.add(trace)
      return verdict
    }
    let findings = review.findings { manuscripts[$0] }
    return verdicts.enumerated().map { index, verdict in verdict?.adding(findings[index]) }
  }

  /// Begins to hold the papers of a week against each other, by their traces in digest order.
  package func review() -> WeekReview { WeekReview(rules) }

  /// The verdict on a paper by itself, and what is kept of it for holding it against the others.
  ///
  /// There is no verdict while a draft is missing, and no trace of such a paper or of a withdrawn one.
  package func judge(_ manuscript: Manuscript) -> (verdict: Verdict?, trace: Trace?) {
    var trace: Trace?
    let verdict = verdict(on: manuscript) { trace = Trace($0, petWords: petWords) }
    return (verdict, trace)
  }

  /// The verdict on a paper by itself; nil while one of its drafts is missing.
  ///
  /// A withdrawn paper needs no drafts to be rejected.
  package func verdict(on manuscript: Manuscript) -> Verdict? {
    verdict(on: manuscript) { _ in }
  }

  private func verdict(on manuscript: Manuscript, read: (Reading) -> Void) -> Verdict? {
    let (tidied, fixes) = manuscript.tidied
    guard !manuscript.paper.isWithdrawn else {
      let withdrawal = findings(of: [.withdrawal], in: Reading(manuscript))
      return Verdict(on: manuscript, findings: withdrawal, fixes: [])
    }
    guard manuscript.isWhole else { return nil }
    let reading = Reading(tidied)
    read(reading)
    return Verdict(
      on: tidied,
      findings: findings(of: [.missingTitle], in: reading) + manuscript.failures
        + findings(of: checks, in: reading), fixes: fixes)
  }

  /// The errors of the drafts at hand, whatever the missing one will be like.
  ///
  /// The paid stages ask again where there are any, and nowhere else. What arXiv left out is not
  /// among them, because no answer fills it in.
  package func errors(in manuscript: Manuscript) -> [Finding] {
    (manuscript.failures + findings(in: manuscript.tidied.manuscript))
      .filter { $0.severity == .error }
  }

  /// What the rules find in the texts at hand, as they stand.
  package func findings(in manuscript: Manuscript) -> [Finding] {
    findings(of: checks, in: Reading(manuscript))
  }

  private func findings(of checks: [Check], in reading: Reading) -> [Finding] {
    var findings: [Finding] = []
    for check in checks {
      for problem in check.problems(reading) {
        findings.append(Finding(problem, of: check.code, severity(of: check)))
      }
    }
    return findings
  }

  private func severity(of check: Check) -> Finding.Severity {
    switch rules.levels[check.code] {
    case .error: .error
    case .warning: .warning
    case .off, nil: check.severity
    }
  }
}

extension Finding {
  /// Reports a problem under a code.
  init(_ problem: Check.Problem, of code: String, _ severity: Severity) {
    self.init(
      code: code, severity: severity, field: problem.field, message: problem.message,
      quote: problem.quote)
  }
}

extension Verdict {
  /// The verdict with more findings.
  package func adding(_ more: [Finding]) -> Verdict {
    guard !more.isEmpty else { return self }
    return Verdict(
      id: id, findings: findings + more, fixes: fixes, byHand: byHand, title: title,
      bullets: bullets, remark: remark)
  }

  fileprivate init(on manuscript: Manuscript, findings: [Finding], fixes: [Fix]) {
    self.init(
      id: manuscript.paper.id, findings: findings, fixes: fixes, byHand: manuscript.byHand,
      title: manuscript.title ?? "", bullets: manuscript.bullets ?? [],
      remark: manuscript.remark ?? "")
  }
}
