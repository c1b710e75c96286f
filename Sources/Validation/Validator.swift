package import Records

/// Holds a manuscript against every rule.
package enum Validator {
  /// The rules about drafts, in the order in which their findings are listed.
  static let checks: [Check] = Check.shape + Check.language + Check.residue

  /// The verdict on a paper; nil while one of its drafts is missing.
  ///
  /// A withdrawn paper needs no drafts to be rejected.
  package static func verdict(on manuscript: Manuscript) -> Verdict? {
    let withdrawal = Check.withdrawal.findings(in: manuscript)
    guard withdrawal.isEmpty else {
      return Verdict(
        id: manuscript.paper.id, findings: withdrawal, title: manuscript.title?.title ?? "",
        bullets: manuscript.summary?.bullets ?? [], remark: manuscript.summary?.remark ?? "")
    }
    guard let title = manuscript.title, let summary = manuscript.summary else { return nil }
    return Verdict(
      id: manuscript.paper.id,
      findings: Check.missingTitle.findings(in: manuscript) + failures(in: manuscript)
        + findings(in: manuscript),
      title: title.title ?? "", bullets: summary.bullets ?? [], remark: summary.remark ?? "")
  }

  /// The errors of the drafts at hand, whatever the missing one will be like.
  ///
  /// The paid stages ask again where there are any, and nowhere else. What arXiv left out is not
  /// among them, because no answer fills it in.
  package static func errors(in manuscript: Manuscript) -> [Finding] {
    (failures(in: manuscript) + findings(in: manuscript)).filter { $0.severity == .error }
  }

  /// What kept an answer from becoming a text at all.
  private static func failures(in manuscript: Manuscript) -> [Finding] {
    let title = manuscript.title.flatMap { $0.failure ?? ($0.title == nil ? .lost : nil) }
    let summary = manuscript.summary.flatMap { draft in
      draft.failure ?? (draft.bullets == nil || draft.remark == nil ? .lost : nil)
    }
    return [("title", title), ("summary", summary)].compactMap { field, failure in
      failure.map {
        Finding(
          code: $0.code, severity: .error, field: "reply", message: "\(field): \($0.message)")
      }
    }
  }

  private static func findings(in manuscript: Manuscript) -> [Finding] {
    checks.flatMap { $0.findings(in: manuscript) }
  }
}

extension DraftFailure {
  /// A record without text or failure, as an edited file may hold one.
  fileprivate static let lost = DraftFailure(
    code: "undecodable-reply", message: "the record holds no text")
}
