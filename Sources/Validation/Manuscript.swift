package import Records

/// One paper with what a model wrote about it, as the checks see it.
package struct Manuscript: Sendable {
  /// The paper as arXiv describes it.
  package let paper: Paper
  /// The Japanese title, where there is a draft.
  package let title: TitleDraft?
  /// The bullets and the remark, where there is a draft.
  package let summary: SummaryDraft?
  /// Headings of the prompts, which a reply must not repeat.
  package let promptHeadings: [String]

  /// Lays the drafts beside the paper.
  package init(
    paper: Paper, title: TitleDraft? = nil, summary: SummaryDraft? = nil,
    promptHeadings: [String] = []
  ) {
    self.paper = paper
    self.title = title
    self.summary = summary
    self.promptHeadings = promptHeadings
  }

  /// Every text that would be published, with the name of its field.
  var texts: [(field: String, text: String)] {
    var texts: [(String, String)] = []
    if let title = title?.title { texts.append(("title", title)) }
    for (index, bullet) in (summary?.bullets ?? []).enumerated() {
      texts.append(("bullets[\(index)]", bullet))
    }
    if let remark = summary?.remark { texts.append(("remark", remark)) }
    return texts
  }
}
