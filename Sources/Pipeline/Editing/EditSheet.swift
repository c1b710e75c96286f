package import Foundation
package import Records
import Validation

/// One paper on a person's desk: what it says, what models wrote, and what was decided before.
package struct EditSheet: Sendable {
  /// The paper as arXiv describes it.
  package let paper: Paper
  /// What was decided before; nil where nothing was.
  package let edit: Edit?
  /// What models wrote, put right where that needs no judgement.
  package let written: PaperTexts
  /// What a page would say now.
  package let texts: PaperTexts

  /// Lays everything about a paper side by side.
  init(paper: Paper, title: TitleDraft?, summary: SummaryDraft?, edit: Edit?) {
    self.paper = paper
    self.edit = edit
    written = PaperTexts(Manuscript(paper: paper, title: title, summary: summary))
    texts = PaperTexts(Manuscript(paper: paper, title: title, summary: summary, edit: edit))
  }

  /// The decision to publish these texts, of which those of a model stay its own.
  ///
  /// What was by hand or pinned before and is still the same stays so.
  package func decision(
    for texts: PaperTexts, from origin: Edit.Origin, at time: Date
  ) -> Edit {
    func keep<Text: Equatable>(_ now: Text?, _ model: Text?, _ before: Text?) -> Text? {
      now == model && now != before ? nil : now
    }
    var decision = Edit(
      on: paper, title: keep(texts.title, written.title, edit?.title),
      bullets: keep(texts.bullets, written.bullets, edit?.bullets),
      remark: keep(texts.remark, written.remark, edit?.remark),
      isHidden: edit?.isHidden ?? false, time: time)
    decision.origin = decision.fields.isEmpty ? nil : origin
    decision.pinned = (edit?.pinned ?? []).filter {
      !self.texts.fields(otherThan: texts).contains($0)
    }
    return decision
  }

  /// The decision to keep the texts as they are, whatever models write from now on; nil while one is
  /// missing.
  package func pinned(at time: Date) -> Edit? {
    guard texts.title != nil, texts.bullets != nil, texts.remark != nil else { return nil }
    var decision = Edit(
      on: paper, title: texts.title, bullets: texts.bullets, remark: texts.remark,
      isHidden: edit?.isHidden ?? false, origin: edit?.origin ?? .pin, time: time)
    let byHand = Set(edit?.fields ?? []).subtracting(edit?.pinned ?? [])
    decision.pinned = decision.fields.filter { !byHand.contains($0) }
    return decision
  }

  /// The decision to let models write again what was only pinned; what a person wrote stays.
  package func unpinned(at time: Date) -> Edit {
    var decision = edit ?? Edit(on: paper, time: time)
    if decision.pinned.contains("title") { decision.title = nil }
    if decision.pinned.contains("bullets") { decision.bullets = nil }
    if decision.pinned.contains("remark") { decision.remark = nil }
    decision.pinned = []
    decision.time = time
    if decision.fields.isEmpty { decision.origin = nil }
    return decision
  }

  /// The decision to keep the paper off the pages, or to let it back on them.
  package func hidden(_ isHidden: Bool, at time: Date) -> Edit {
    var decision = edit ?? Edit(on: paper, time: time)
    decision.isHidden = isHidden
    decision.time = time
    return decision
  }

  /// The decision to let the models' texts count again.
  package func undone(at time: Date) -> Edit {
    Edit(on: paper, isHidden: edit?.isHidden ?? false, time: time)
  }
}

extension PaperTexts {
  fileprivate init(_ manuscript: Manuscript) {
    let tidied = manuscript.tidied.manuscript
    self.init(title: tidied.title, bullets: tidied.bullets, remark: tidied.remark)
  }
}
