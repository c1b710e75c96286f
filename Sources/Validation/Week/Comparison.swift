import Records

/// Holds the papers of a week against each other.
///
/// An answer can be good by itself and still be about another paper, or the same as another's.
struct Comparison {
  /// A code, and what is wrong with a paper.
  typealias Problem = (code: String, severity: Finding.Severity, problem: Check.Problem)

  private let traces: [Trace]
  private let rules: Rules

  /// The codes of this comparison's findings, with the severity that they have by themselves.
  static let codes: [(code: String, severity: Finding.Severity)] = [
    ("same-title", .error), ("same-bullets", .error), ("other-paper", .error),
    ("same-remark", .warning), ("pet-word", .warning), ("same-opening", .warning),
  ]

  /// Takes what is known of the week's papers, in digest order.
  init(_ traces: [Trace], rules: Rules) {
    self.traces = traces
    self.rules = rules
  }

  /// What is wrong with each paper, in their order.
  func problems() -> [[Problem]] {
    var all = [[Problem]](repeating: [], count: traces.count)
    func note(_ code: String, _ index: Int, _ problem: Check.Problem) {
      guard rules.levels[code] != .off, !all[index].contains(where: { $0.code == code }) else {
        return
      }
      let own = Self.codes.first { $0.code == code }?.severity ?? .error
      let severity = rules.levels[code].flatMap { Finding.Severity(rawValue: $0.rawValue) } ?? own
      all[index].append((code, severity, problem))
    }
    noteSameTitles(note)
    noteSameBullets(note)
    for (index, other) in twins(by: \.wholeRemark) {
      note("same-remark", index, .init("remark", "\(traces[other].id) has the same remark"))
    }
    OtherPaper(traces).note(note)
    RemarkBudget(traces, rules: rules).note(note)
    return all
  }

  /// Takes a problem of the paper at an index.
  typealias Note = (_ code: String, _ index: Int, _ problem: Check.Problem) -> Void

  private func noteSameTitles(_ note: Note) {
    for (index, other) in twins(by: \.title)
    where traces[index].ownTitle != traces[other].ownTitle {
      note("same-title", index, .init("title", "\(traces[other].id) has the same Japanese title"))
    }
  }

  private func noteSameBullets(_ note: Note) {
    var holders: [TraceText: [Int]] = [:]
    for (index, trace) in traces.enumerated() {
      for bullet in trace.bullets { holders[bullet, default: []].append(index) }
    }
    for (index, trace) in traces.enumerated() {
      for (place, bullet) in trace.bullets.enumerated() {
        guard let other = holders[bullet]?.first(where: { $0 != index }) else { continue }
        let field = "\(Field.bullet(place))"
        note("same-bullets", index, .init(field, "\(traces[other].id) has the same bullet"))
        break
      }
    }
  }

  /// Each paper that shares a value with another one, with the first of the others.
  private func twins(by value: (Trace) -> TraceText?) -> [(Int, other: Int)] {
    var holders: [TraceText: [Int]] = [:]
    for (index, trace) in traces.enumerated() {
      if let value = value(trace) { holders[value, default: []].append(index) }
    }
    return holders.values.filter { $0.count > 1 }.flatMap { indices in
      indices.map { index in (index, indices[0] == index ? indices[1] : indices[0]) }
    }
  }
}
