import Records
import Synchronization

/// What a run has found out about its week, for as long as the files that say so stay the same.
final class WeekMemory: Sendable {
  private let roster = Mutex<(marks: [FileMark?], roster: Roster)?>(nil)
  private let rolls = Mutex<[Stage: (marks: [FileMark?], roll: Roll)]>([:])

  private let statuses = Mutex<(marks: [FileMark?], statuses: [Verdict.Status?])?>(nil)
  private let notes = Atomic(0)

  /// True where an operator was told something.
  var hasNotes: Bool { notes.load(ordering: .relaxed) > 0 }

  /// Counts what an operator is told.
  func note() { notes.add(1, ordering: .relaxed) }

  /// The papers of the week; `make` reads them where the files are other ones than the last time.
  func roster(_ marks: [FileMark?], make: () throws -> Roster) rethrows -> Roster {
    if let known = roster.withLock({ $0 }), known.marks == marks { return known.roster }
    let new = try make()
    roster.withLock { $0 = (marks, new) }
    return new
  }

  /// What verdicts say of papers; `make` reads them where the files are other ones than the last time.
  func statuses(
    _ marks: [FileMark?], make: () throws -> [Verdict.Status?]
  ) rethrows -> [Verdict.Status?] {
    if let known = statuses.withLock({ $0 }), known.marks == marks { return known.statuses }
    let new = try make()
    keep(new, marks)
    return new
  }

  /// Keeps what verdicts say of papers; the marks are those of the files as they are now.
  func keep(_ new: [Verdict.Status?], _ marks: [FileMark?]) {
    statuses.withLock { $0 = (marks, new) }
  }

  /// How far a stage is; `make` judges all its drafts where the files are other ones than the last time.
  func roll(
    of stage: Stage, _ marks: [FileMark?], make: () async throws -> Roll
  ) async rethrows -> Roll {
    if let known = rolls.withLock({ $0[stage] }), known.marks == marks { return known.roll }
    let new = try await make()
    keep(new, of: stage, marks)
    return new
  }

  /// Keeps how far a stage is by its own account; the marks are those of the files as they are now.
  func keep(_ roll: Roll, of stage: Stage, _ marks: [FileMark?]) {
    rolls.withLock { $0[stage] = (marks, roll) }
  }
}
