import Records
import Validation

extension Pipeline {
  /// How far the papers of the week are, in digest order, those included that are hidden or of other
  /// topics.
  ///
  /// Asks nothing and writes nothing. Throws `RecordError` for records that cannot be read.
  func standings() throws -> [Standing] {
    let papers = try job.folder.papersInOrder()
    let edits = try job.folder.edits.read()
    let verdicts = try job.folder.verdicts.read()
    let manuscripts = try manuscripts(of: papers)
    let today = self.verdicts(on: try allPapers().compactMap { manuscripts[$0.id] })
    let titles = try standings(in: translating, of: papers, edits)
    let summaries = try standings(in: summarizing, of: papers, edits)
    let slugs = Set(job.topics.map(\.slug))
    return papers.map { paper in
      let id = paper.id
      // Alone it would be accepted, and among the others it is not.
      let isCompared =
        today[id]?.status == .rejected
        && manuscripts[id].flatMap(services.validator.verdict)?.status == .accepted
      return Standing(
        paper: paper, edit: edits[id], stages: [titles[id], summaries[id]].compactMap(\.self),
        verdict: verdicts[id], today: today[id], isCompared: isCompared,
        isTopical: !slugs.isDisjoint(with: paper.topics))
    }
  }

  private func standings<Output: Draft>(
    in stage: PaidStage<Output>, of papers: [Paper], _ edits: [ArXivID: Edit]
  ) throws -> [ArXivID: StageStanding] {
    let drafts = try stage.file.read()
    return Dictionary(
      uniqueKeysWithValues: papers.map {
        ($0.id, stage.standing(of: $0, drafts[$0.id], isHidden: edits[$0.id]?.isHidden ?? false))
      })
  }
}
