/// Tells an answer that landed on the wrong paper by what it has in common with another one.
struct OtherPaper {
  private let traces: [Trace]
  /// How many Japanese titles of the week have a pair of letters.
  private let frequency: [LetterPair: Int]

  /// Below this share of its own title, an answer is suspected; measured on 200 published entries, 64
  /// of 100 exchanged answers are found so and no good one is.
  private static let least = 0.3
  /// From this share of another title on, the answer is taken for that paper's.
  private static let most = 0.5
  /// So many names of another paper are no accident.
  private static let fewestNames = 2
  /// Shorter titles have too little of their own.
  private static let fewestPairs = 8

  /// Counts what the titles of the week are made of.
  init(_ traces: [Trace]) {
    self.traces = traces
    var frequency: [LetterPair: Int] = [:]
    for trace in traces { for pair in trace.titlePairs { frequency[pair, default: 0] += 1 } }
    self.frequency = frequency
  }

  /// Notes every paper whose answer belongs to another one.
  func note(_ note: Comparison.Note) {
    for index in traces.indices where !traces[index].bullets.isEmpty {
      guard let other = namesake(of: index) ?? other(than: index) else { continue }
      note(
        "other-paper", index,
        .init(
          "bullets", "the answer has more in common with \(traces[other].id) than with its paper"))
    }
  }

  /// The paper that most of the names in an answer come from, where they are not its own paper's.
  private func namesake(of index: Int) -> Int? {
    let names = traces[index].strangeNames
    guard names.count >= Self.fewestNames else { return nil }
    return traces.indices.first { other in
      let found = other == index ? 0 : traces[other].source.holds(names).count { $0 }
      return found >= Self.fewestNames && found * 2 > names.count
    }
  }

  private func other(than index: Int) -> Int? {
    let trace = traces[index]
    // A title is written by another request than the bullets, so the two vouch for each other.
    guard trace.titlePairs.count > 0,
      share(of: trace, found: trace.answeredPairs) < Self.least
    else { return nil }
    let pairs = trace.answerPairs
    return traces.indices.first { other in
      other != index && traces[other].titlePairs.count >= Self.fewestPairs
        && share(of: traces[other], found: traces[other].titlePairs.map(pairs.contains))
          >= Self.most
    }
  }

  /// How much of a title an answer has; rare pairs count more.
  private func share(of trace: Trace, found: [Bool]) -> Double {
    var (whole, part) = (0.0, 0.0)
    for (pair, isFound) in zip(trace.titlePairs, found) {
      let weight = 1 / Double(frequency[pair] ?? 1)
      whole += weight
      if isFound { part += weight }
    }
    return whole > 0 ? part / whole : 0
  }
}
