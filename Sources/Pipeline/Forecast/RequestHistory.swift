import Records

/// The logs of requests of the weeks on disk that are nearest to one.
struct RequestHistory {
  private let folder: RunFolder
  /// The weeks around; each remembers its log once it has been read, for the next stage or model.
  private let others: [RunFolder]

  /// So many weeks are looked at.
  private static let most = 8

  /// Looks around a week; no log is read before something is asked for.
  init(around folder: RunFolder) {
    self.folder = folder
    others = RunFolder.all(in: folder.runs, startingOn: folder.week.weekday)
      .filter { $0.week != folder.week }.prefix(Self.most).map(\.self)
  }

  /// What a stage's requests to a model have taken.
  ///
  /// Throws `RecordError` where the week's own log cannot be read; a damaged file of another week is
  /// that week's trouble.
  func experience(of stage: Stage, model: String) throws -> Experience {
    func log(of folder: RunFolder) throws -> [PaidRequest] {
      var log: [PaidRequest] = []
      try folder.requests.table().forEach { request in
        if request.stage == stage.rawValue, request.model == model { log.append(request) }
      }
      return log
    }
    // A week that cannot be read teaches nothing; it is told where it is the one that is asked about.
    let logs = [try log(of: folder)] + others.map { (try? log(of: $0)) ?? [] }
    return Experience(of: stage, from: logs)
  }
}
