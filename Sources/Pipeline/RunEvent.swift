package import Models
package import Records

/// What a run tells while it is under way.
package enum RunEvent: Sendable, Equatable {
  /// Models are about to be asked, and this is what is expected.
  case planned(Forecast)
  /// A stage has begun; `total` is how many papers or topics it will work on.
  case began(Stage, total: Int)
  /// One more paper or topic of the stage is done with.
  case advanced(Stage, done: Int, total: Int)
  /// A request to a model goes out.
  case sent(PaidRequest)
  /// It is known what became of a request that went out, and what it cost.
  case settled(PaidRequest)
  /// A wait before a request to a model begins.
  case waiting(Stage, Meter.Wait)
  /// A topic was fetched, or as much of it as came.
  case covered(Coverage)
  /// Validation has come to another verdict than the one on disk, which is still there.
  case changed(VerdictChange)
  /// A stage has ended.
  case ended(Stage, StageReport)
  /// A stage could not go on; this is what the run has come to, and what it has cost.
  case brokenOff(RunSummary)
  /// An earlier run of the week was killed while these requests were under way.
  case lost([Bill])
  /// Something has become of a batch.
  case batch(Batch)
  /// Something that an operator should know, in one sentence.
  case note(String)
}
