package import Records

/// One paper with what a model wrote about it, as the checks see it.
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
  /// True where a model has answered both questions about the paper.
  let isWhole: Bool

  /// Lays the drafts beside the paper.
  package init(paper: Paper, title: TitleDraft? = nil, summary: SummaryDraft? = nil) {
    self.paper = paper
    self.title = title?.title
    bullets = summary?.bullets
    remark = summary?.remark
    isWhole = title != nil && summary != nil
    let titleFailure = title.flatMap { $0.failure ?? ($0.title == nil ? .lost : nil) }
    let summaryFailure = summary.flatMap { draft in
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
    isWhole = true
  }

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
