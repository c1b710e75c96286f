import Pipeline
import Records

/// Puts into words which papers that a redo names are not asked about, and what can be done.
struct RedoNotes {
  /// The weeks, the oldest first.
  let jobs: [Job]
  /// What judges papers.
  let services: Services
  /// The command, for its weeks.
  let typed: TypedCommand
  /// True where the weeks were typed, and not taken for granted.
  let isWeekTyped: Bool

  /// A line for each paper, by its identifier.
  func lines() async -> [String] {
    let ids = (jobs[0].redo?.ids ?? []).sorted()
    guard !ids.isEmpty else { return [] }
    var weeks: [(Week, [ArXivID: PassedOver])] = []
    for job in jobs {
      // A week that cannot be read is told by the run.
      guard let passed = try? await Pipeline(job: job, services: services).passedOver() else {
        continue
      }
      weeks.append((job.week, passed))
    }
    guard weeks.count == jobs.count else { return place }
    return place
      + ids.compactMap { id in
        let here = weeks.filter { $0.1[id] != .unknown }
        guard let (week, passed) = here.first else { return "\(id): \(elsewhere(id))" }
        return passed[id].map { "\(id): \(words($0, on: id, in: week))" }
      }
  }

  /// Which week is meant, where that was not typed.
  private var place: [String] {
    isWeekTyped
      ? []
      : ["no week was typed, so this looks in the last full one, \(jobs[0].week), and in no other"]
  }

  private var span: String {
    jobs.count == 1
      ? "week \(jobs[0].week)" : "weeks \(jobs[0].week) to \(jobs[jobs.count - 1].week)"
  }

  private func elsewhere(_ id: ArXivID) -> String {
    let why = typed.turned(into: .why, ["\(id)"]).without("--week")
    return "not asked about: the \(span) \(jobs.count == 1 ? "does" : "do") not have this paper; "
      + "which one does: \(why.line)"
  }

  private func words(_ reason: PassedOver, on id: ArXivID, in week: Week) -> String {
    func command(_ command: Command) -> String {
      typed.turned(into: command, ["\(id)"]).pinned(to: [week]).with(switch: Option.undo.flag).line
    }
    return switch reason {
    case .unknown: elsewhere(id)
    case .hidden: "not asked about, because it is hidden; to show it again: \(command(.hide))"
    case .withdrawn: "not asked about, because it is withdrawn, and no page would show it"
    case .untopical: "not asked about, because it is of no topic that is asked for"
    case .byHand:
      "not asked about, because its texts are by hand; to have the model's count again: "
        + command(.edit)
    case .asked: "not asked about, because it was since the moment of --before"
    }
  }
}
