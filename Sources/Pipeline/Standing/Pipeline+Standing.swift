import Records

extension Pipeline {
  /// How far the papers of the week are, in digest order, those included that are hidden or of other
  /// topics.
  ///
  /// Asks nothing and writes nothing. Throws `RecordError` for records that cannot be read.
  func standings() async throws -> [Standing] {
    let edits = try job.folder.edits.read()
    let verdicts = try job.folder.verdicts.table()
    let papers = try job.folder.papersInOrder()
    let judgement = try await judgement()
    let places = Dictionary(
      uniqueKeysWithValues: try judgement.entries.indices.map { (try judgement.id(at: $0), $0) })
    let titles = try standings(in: translating, of: papers, edits)
    let summaries = try standings(in: summarizing, of: papers, edits)
    let slugs = Set(job.topics.map(\.slug))
    return try papers.map { paper in
      let id = paper.id
      let place = places[id]
      // Alone it would be accepted, and among the others it is not.
      let isCompared =
        place.map {
          judgement.entries[$0].alone == .accepted && judgement.status(at: $0) == .rejected
        } ?? false
      return Standing(
        paper: paper, edit: edits[id], stages: [titles[id], summaries[id]].compactMap(\.self),
        verdict: try verdicts[id], today: try place.flatMap(judgement.verdict),
        isCompared: isCompared,
        isTopical: !slugs.isDisjoint(with: paper.topics))
    }
  }

  private func standings<Output: Draft>(
    in stage: PaidStage<Output>, of papers: [Paper], _ edits: [ArXivID: Edit]
  ) throws -> [ArXivID: StageStanding] {
    let drafts = try stage.file.table()
    var batches: [ArXivID: Batch] = [:]
    for batch in try job.folder.batches(of: stage.name.rawValue) where batch.isOpen {
      for id in try job.folder.papers(in: [batch]) { batches[id] = batch }
    }
    return Dictionary(
      uniqueKeysWithValues: try papers.map {
        (
          $0.id,
          stage.standing(
            of: $0, try drafts[$0.id], isHidden: edits[$0.id]?.isHidden ?? false,
            batch: batches[$0.id])
        )
      })
  }
}
