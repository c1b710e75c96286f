package import Records

/// Holds the papers of a week against each other.
///
/// An answer can be good by itself and still be about another paper, or the same as another's. Of each
/// paper only marks are kept, some hundred bytes; the few answers that are in doubt are asked for again.
package struct WeekReview: Sendable {
  private struct Paper {
    let id: ArXivID
    let ownTitle: UInt64
    let title: UInt64?
    let bullets: Range<Int32>
    let remark: UInt64?
  }

  private let rules: Rules
  private var papers: [Paper?] = []
  private var bullets: [UInt64] = []
  private var titleTwins = Twins()
  private var bulletTwins = Twins()
  private var remarkTwins = Twins()
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
    let index = papers.count
    answers.add(trace)
    guard let trace else { return papers.append(nil) }
    let start = Int32(bullets.count)
    bullets += trace.bullets
    papers.append(
      Paper(
        id: trace.id, ownTitle: trace.ownTitle, title: trace.title,
        bullets: start..<Int32(bullets.count), remark: trace.remark))
    if let title = trace.title { titleTwins.add(title, at: index) }
    for bullet in trace.bullets { bulletTwins.add(bullet, at: index) }
    if let remark = trace.remark { remarkTwins.add(remark, at: index) }
    budget.add(trace, at: index)
  }

  /// What the comparison finds, after a second look at answers that may belong to another paper.
  ///
  /// `manuscript` is asked for papers by their places, in rising order and for each once at most: for
  /// none where no answer is in doubt, for all where the names of one may be any other's.
  package func findings(
    lookingAgainAt manuscript: (_ index: Int) throws -> Manuscript?
  ) rethrows -> WeekFindings {
    WeekFindings(
      review: self, owners: try answers.owners(lookingAgainAt: manuscript),
      overspent: budget.overspent(rules))
  }

  /// What is wrong with a paper's texts for being another's as well.
  func repetitions(at index: Int) -> [(code: String, problem: Check.Problem)] {
    guard let paper = papers[index] else { return [] }
    var problems: [(String, Check.Problem)] = []
    if let title = paper.title, let other = titleTwins.other(than: index, with: title),
      papers[other]?.ownTitle != paper.ownTitle
    {
      problems.append(
        ("same-title", .init("title", "\(id(at: other)) has the same Japanese title")))
    }
    for (place, bullet) in paper.bullets.enumerated() {
      guard let other = bulletTwins.other(than: index, with: bullets[Int(bullet)]) else { continue }
      let field = "\(Field.bullet(place))"
      problems.append(("same-bullets", .init(field, "\(id(at: other)) has the same bullet")))
      break
    }
    if let remark = paper.remark, let other = remarkTwins.other(than: index, with: remark) {
      problems.append(("same-remark", .init("remark", "\(id(at: other)) has the same remark")))
    }
    return problems
  }

  /// The identifier of the paper at an index.
  func id(at index: Int) -> String { papers[index]?.id.text ?? "" }

  /// What the rules make of a code's findings; nil where they want none.
  func severity(of code: String) -> Finding.Severity? {
    switch rules.levels[code] {
    case .off: nil
    case .error: .error
    case .warning: .warning
    case nil: Self.codes.first { $0.code == code }?.severity ?? .error
    }
  }
}

/// What the comparison of a week's papers adds to their verdicts.
package struct WeekFindings: Sendable {
  private let review: WeekReview
  private let owners: [Int: Int]
  private let overspent: Overspent

  /// Takes a review, the papers that answers belong to by their own papers' places, and what remarks say
  /// too often.
  fileprivate init(review: WeekReview, owners: [Int: Int], overspent: Overspent) {
    self.review = review
    self.owners = owners
    self.overspent = overspent
  }

  /// The findings on the paper at an index in digest order, one of a code at most.
  package subscript(_ index: Int) -> [Finding] {
    var problems = review.repetitions(at: index)
    if let owner = owners[index] {
      let message =
        "the answer has more in common with \(review.id(at: owner)) than with its paper"
      problems.append(("other-paper", .init("bullets", message)))
    }
    problems += overspent.problems(at: index)
    var findings: [Finding] = []
    for (code, problem) in problems {
      guard let severity = review.severity(of: code), !findings.contains(where: { $0.code == code })
      else { continue }
      findings.append(Finding(problem, of: code, severity))
    }
    return findings
  }
}
