package import Records

/// Holds the papers of a week against each other.
///
/// An answer can be good by itself and still be about another paper, or the same as another's. Of each
/// paper only marks are kept, some hundred bytes; the few answers that are in doubt are asked for again.
package struct WeekReview: Sendable {
  private let rules: Rules
  private var count = 0
  private var repetitions = Repetitions()
  private var answers = Answers()
  private var budget = RemarkBudget()

  /// The codes of the findings, in their order, with the severity that they have by themselves.
  static let codes: [(code: String, severity: Finding.Severity)] = [
    ("same-title", .error), ("same-bullets", .error), ("other-paper", .error),
    ("same-remark", .warning), ("pet-word", .warning), ("same-opening", .warning),
  ]

  /// Begins to compare papers by some rules.
  init(_ rules: Rules) {
    self.rules = rules
  }

  /// Takes the next paper in digest order, which decides whose remark is beyond a page's budget; nil
  /// for one without a trace, which is held against nothing and keeps its place.
  package mutating func add(_ trace: Trace?) {
    answers.add(trace)
    repetitions.add(trace)
    if let trace { budget.add(trace, at: count) }
    count += 1
  }

  /// What the comparison finds, after a second look at answers that may belong to another paper.
  ///
  /// `manuscript` is asked for papers by their places, in rising order and for each once at most: for
  /// none where no answer is in doubt, for all where the names of one may be any other's. No paper is to
  /// follow: what was kept for one part of it goes before the next begins.
  package mutating func findings(
    lookingAgainAt manuscript: (_ index: Int) throws -> Manuscript?
  ) rethrows -> WeekFindings {
    let owners = try answers.owners(lookingAgainAt: manuscript)
    answers = Answers()
    let overspent = budget.overspent(rules)
    budget = RemarkBudget()
    var repetitions = repetitions
    self.repetitions = Repetitions()
    repetitions.find()
    return WeekFindings(rules, repetitions, owners: owners, overspent)
  }
}

/// What the comparison of a week's papers adds to their verdicts.
package struct WeekFindings: Sendable {
  private let rules: Rules
  private let repetitions: Repetitions
  private let owners: [Int: Int]
  private let overspent: Overspent

  /// Takes texts that stand twice, the papers that answers belong to by their own papers' places, and what
  /// remarks say too often.
  fileprivate init(
    _ rules: Rules, _ repetitions: Repetitions, owners: [Int: Int], _ overspent: Overspent
  ) {
    self.rules = rules
    self.repetitions = repetitions
    self.owners = owners
    self.overspent = overspent
  }

  /// The findings on the paper at an index in digest order, one of a code at most.
  package subscript(_ index: Int) -> [Finding] {
    var problems = repetitions.problems(at: index)
    if let owner = owners[index] {
      let message =
        "the answer has more in common with \(repetitions.id(at: owner)) than with its paper"
      problems.append(("other-paper", .init("bullets", message)))
    }
    problems += overspent.problems(at: index)
    var findings: [Finding] = []
    for (code, problem) in problems {
      guard let severity = severity(of: code), !findings.contains(where: { $0.code == code })
      else { continue }
      findings.append(Finding(problem, of: code, severity))
    }
    return findings
  }

  /// What the rules make of a code's findings; nil where they want none.
  private func severity(of code: String) -> Finding.Severity? {
    switch rules.levels[code] {
    case .off: nil
    case .error: .error
    case .warning: .warning
    case nil: WeekReview.codes.first { $0.code == code }?.severity ?? .error
    }
  }
}
