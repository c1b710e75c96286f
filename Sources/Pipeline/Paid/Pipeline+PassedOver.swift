package import Records

/// Why a paper that a redo names is not asked about.
package enum PassedOver: Sendable, Equatable {
  /// The week does not have it.
  case unknown
  /// A person keeps it off the pages.
  case hidden
  /// Its authors or arXiv have taken it back.
  case withdrawn
  /// It is of no topic that is asked for.
  case untopical
  /// A person has written all that the stage would ask for.
  case byHand
  /// It was asked about since.
  case asked
}

extension Pipeline {
  /// The papers that the job's redo names and does not ask about.
  ///
  /// Asks nothing and writes nothing. Throws `RecordError` for records that cannot be read.
  package func passedOver() async throws -> [ArXivID: PassedOver] {
    guard let redo = job.redo, !redo.ids.isEmpty, let stage = job.stages.first(where: \.isPaid)
    else { return [:] }
    let standings = Dictionary(
      uniqueKeysWithValues: try await standings().map { ($0.paper.id, $0) })
    var passed: [ArXivID: PassedOver] = [:]
    for id in redo.ids { passed[id] = Self.reason(standings[id], stage, redo) }
    return passed
  }

  /// Why a paper is not asked about; nil where it is, or where the stage says so itself.
  private static func reason(
    _ standing: Standing?, _ stage: Stage, _ redo: Redo
  ) -> PassedOver? {
    guard let standing else { return .unknown }
    if standing.isHidden { return .hidden }
    if standing.paper.isWithdrawn { return .withdrawn }
    if !standing.isTopical { return .untopical }
    let answer = standing[stage]
    if answer?.state == .byHand { return .byHand }
    guard let before = redo.before, let asked = answer?.answer?.provenance.asked else { return nil }
    return asked >= before ? .asked : nil
  }
}
