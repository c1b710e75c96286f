/// Runs that are held against each other: in turns, so that whatever disturbs one disturbs all.
struct Contest {
  /// One side of it.
  struct Side {
    /// Brings everything back to where a run begins; its time does not count.
    var prepare: () throws -> Void = {}
    /// Runs once.
    let run: () throws -> Child.Trial
  }

  /// How often each side runs.
  let rounds: Int

  /// The trials of each side, after one of each that does not count.
  func trials(_ sides: [Side], warmUp: Bool = true) throws -> [[Child.Trial]] {
    var trials = sides.map { _ in [Child.Trial]() }
    for round in (warmUp ? -1 : 0)..<rounds {
      for (index, side) in sides.enumerated() {
        try side.prepare()
        let trial = try side.run()
        if round >= 0 { trials[index].append(trial) }
      }
    }
    return trials
  }
}

extension [Child.Trial] {
  /// The median of a figure.
  func median(_ figure: (Child.Trial) -> Double) -> Double {
    let sorted = map(figure).sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
