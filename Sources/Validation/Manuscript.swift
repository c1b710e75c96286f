package import Records

/// One paper with what was written about it, as the checks see it.
package struct Manuscript: Sendable, Equatable {
  /// The paper as arXiv describes it.
  package let paper: Paper
  /// The Japanese title; nil where there is none.
  package var title: String?
  /// The bullets; nil where there are none.
  package var bullets: [String]?
  /// The casual one-line comment; nil where there is none.
  package var remark: String?
  /// What kept an answer from becoming a text at all.
  let failures: [Finding]
  /// True where no title was asked for yet, nor written by hand.
  package let lacksTitle: Bool
  /// True where no summary was asked for yet, nor written by hand.
  package let lacksSummary: Bool
  /// The fields that a person has written.
  let byHand: [String]
  /// True where a person wrote them for other words of the paper than it has now.
  let isOutdated: Bool

  /// Lays the drafts beside the paper; what a person wrote wins over them.
  package init(
    paper: Paper, title: TitleDraft? = nil, summary: SummaryDraft? = nil, edit: Edit? = nil
  ) {
    self.paper = paper
    self.title = edit?.title ?? title?.title
    bullets = edit?.bullets ?? summary?.bullets
    remark = edit?.remark ?? summary?.remark
    byHand = edit?.fields ?? []
    isOutdated = edit?.isOutdated(for: paper) ?? false
    let hasTitle = edit?.hasTitle ?? false
    let hasSummary = edit?.hasSummary ?? false
    lacksTitle = title == nil && !hasTitle
    lacksSummary = summary == nil && !hasSummary
    let titleFailure =
      hasTitle ? nil : title.flatMap { $0.failure ?? ($0.title == nil ? .lost : nil) }
    let summaryFailure =
      hasSummary
      ? nil
      : summary.flatMap { draft in
        draft.failure ?? (draft.bullets == nil || draft.remark == nil ? .lost : nil)
      }
    failures = [("title", titleFailure), ("summary", summaryFailure)].compactMap {
      field, failure in
      failure.map {
        Finding(
          code: $0.code, severity: .error, field: "reply", message: "\(field): \($0.message)")
      }
    }
  }

  /// Lays published texts beside the paper, of which the title may be all that is known.
  package init(paper: Paper, title: String?, bullets: [String]?, remark: String?) {
    self.paper = paper
    self.title = title
    self.bullets = bullets
    self.remark = remark
    failures = []
    lacksTitle = false
    lacksSummary = false
    byHand = []
    isOutdated = false
  }

  /// True where both questions about the paper are answered, by a model or by hand.
  var isWhole: Bool { !lacksTitle && !lacksSummary }

  /// Every text that would be published.
  var texts: [(field: Field, text: String)] {
    var texts: [(Field, String)] = []
    if let title { texts.append((.title, title)) }
    for (index, bullet) in (bullets ?? []).enumerated() { texts.append((.bullet(index), bullet)) }
    if let remark { texts.append((.remark, remark)) }
    return texts
  }
}

extension DraftFailure {
  /// A record without text or failure, as an edited file may hold one.
  fileprivate static let lost = DraftFailure(
    code: "undecodable-reply", message: "the record holds no text")
}
