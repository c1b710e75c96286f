import Records
import Validation

/// The verdicts of today on the papers of a week, by what is kept of them: no texts.
struct WeekJudgement: Sendable {
  /// One paper that is not hidden.
  struct Entry: Sendable {
    /// The paper.
    let paper: Roster.Entry
    /// The verdict by itself; nil while a text is missing.
    let alone: Verdict.Status?
    /// The texts that are missing, such as `title`.
    let lacking: [String]
    /// True where a person wrote a text for other words of the paper than it has now.
    let isOutdated: Bool
    /// The verdict on disk; nil where there is none.
    let before: Verdict.Status?
    /// What the verdict on disk has beyond the one by itself; nil where it is another one.
    let addedBefore: [Finding]?
  }

  /// The papers, in digest order.
  let entries: [Entry]
  /// What the comparison with the week's other papers adds to each verdict, in the same order.
  let added: [[Finding]]
  private let validator: Validator
  private let roster: Roster
  private let manuscript: @Sendable (Paper) throws -> Manuscript

  /// Puts together what was found.
  fileprivate init(
    _ entries: [Entry], added: [[Finding]], _ validator: Validator, _ roster: Roster,
    _ manuscript: @escaping @Sendable (Paper) throws -> Manuscript
  ) {
    self.entries = entries
    self.added = added
    self.validator = validator
    self.roster = roster
    self.manuscript = manuscript
  }

  /// The id of the paper at an index; throws `RecordError` where it cannot be read any more.
  func id(at index: Int) throws -> ArXivID { try roster.id(of: entries[index].paper) }

  /// True where the verdict on disk about the paper at an index is today's, word for word.
  func isOnDisk(at index: Int) -> Bool { entries[index].addedBefore == added[index] }

  /// Whether the paper at an index may be published; nil while a text is missing.
  func status(at index: Int) -> Verdict.Status? {
    guard entries[index].alone == .accepted else { return entries[index].alone }
    return added[index].contains { $0.severity == .error } ? .rejected : .accepted
  }

  /// The verdict on the paper at an index, which is judged once more; nil while a text is missing.
  ///
  /// Throws `RecordError` where its texts cannot be read any more.
  func verdict(at index: Int) throws -> Verdict? {
    let paper = try roster.papers[at: entries[index].paper.place]
    return validator.verdict(on: try manuscript(paper))?.adding(added[index])
  }
}

extension Pipeline {
  /// Judges every paper of the week that is not hidden, each by itself and then against the others;
  /// `body` gets the line of each verdict by itself, in digest order.
  ///
  /// Throws `RecordError` for records that cannot be read.
  func judgement(_ body: ([UInt8]) throws -> Void = { _ in }) async throws -> WeekJudgement {
    let manuscript = try manuscripts()
    let verdicts = try job.folder.verdicts.table()
    let validator = services.validator
    let roster = try roster()
    let papers = roster.shown
    var review = validator.review()
    var entries: [WeekJudgement.Entry] = []
    try await InOrder.map(papers) { paper in
      let sheet = try manuscript(try roster.papers[at: paper.place])
      let (verdict, trace) = validator.judge(sheet)
      let before = try verdicts[sheet.paper.id]
      let entry = WeekJudgement.Entry(
        paper: paper, alone: verdict?.status, lacking: sheet.lacking,
        isOutdated: verdict?.outdated != nil, before: before?.status,
        addedBefore: before == nil && verdict == nil
          ? [] : verdict.flatMap { before?.added(to: $0) })
      return (entry, trace, verdict?.line)
    } body: { entry, trace, line in
      entries.append(entry)
      review.add(trace)
      if let line { try body(line) }
    }
    let findings = try review.findings {
      try manuscript(try roster.papers[at: papers[$0].place])
    }
    return WeekJudgement(
      entries, added: entries.indices.map { findings[$0] }, validator, roster, manuscript)
  }

  /// Looks up what was written about papers, by a model or by hand.
  ///
  /// Throws `RecordError` for records that cannot be read.
  func manuscripts() throws -> @Sendable (Paper) throws -> Manuscript {
    let titles = try job.folder.titles.table()
    let summaries = try job.folder.summaries.table()
    let edits = try job.folder.edits.read()
    return { paper in
      Manuscript(
        paper: paper, title: try titles[paper.id], summary: try summaries[paper.id],
        edit: edits[paper.id])
    }
  }
}

extension Manuscript {
  /// The texts that nobody has written yet.
  fileprivate var lacking: [String] {
    (lacksTitle ? ["title"] : []) + (lacksSummary ? ["summary"] : [])
  }
}

extension Verdict {
  /// The findings that the verdict has beyond another one; nil where that is not all the difference.
  fileprivate func added(to other: Verdict) -> [Finding]? {
    let more = Array(findings.dropFirst(other.findings.count))
    return self == other.adding(more) ? more : nil
  }

  /// What is said of a text by hand whose paper has changed since; nil where nothing is.
  var outdated: Finding? { findings.first { $0.code == Validator.outdatedEdit } }
}
