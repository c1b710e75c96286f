import Records
import Validation

/// The verdicts of today on the papers of a week, by what is kept of them: no texts.
struct WeekJudgement: Sendable {
  /// One paper that is not hidden.
  struct Entry: Sendable {
    /// The mark of what the verdict on disk has beyond the one by itself; nil where it is another one.
    private let addedBefore: Fingerprint?
    /// The paper.
    let paper: Roster.Entry
    /// The verdict by itself; nil while a text is missing.
    let alone: Verdict.Status?
    /// The verdict; nil while a text is missing.
    fileprivate var status: Verdict.Status?
    /// The verdict on disk; nil where there is none.
    let before: Verdict.Status?
    private let lacksTitle: Bool
    private let lacksSummary: Bool
    /// True where a person wrote a text for other words of the paper than it has now.
    let isOutdated: Bool
    fileprivate var isAmended = false
    fileprivate var isOnDisk = false

    /// The texts that are missing, such as `title`.
    var lacking: [String] { (lacksTitle ? ["title"] : []) + (lacksSummary ? ["summary"] : []) }

    /// Keeps what was found out about a paper by itself, and what is on disk.
    fileprivate init(
      _ paper: Roster.Entry, _ sheet: Manuscript, _ verdict: Verdict?, before: Verdict?
    ) {
      let added =
        before == nil && verdict == nil ? [] : verdict.flatMap { before?.added(to: $0) }
      addedBefore = added?.mark
      self.paper = paper
      alone = verdict?.status
      status = alone
      self.before = before?.status
      lacksTitle = sheet.lacksTitle
      lacksSummary = sheet.lacksSummary
      isOutdated = verdict?.outdated != nil
    }

    /// Takes what the comparison with the week's other papers adds.
    fileprivate mutating func add(_ findings: [Finding]) {
      isAmended = !findings.isEmpty
      isOnDisk = addedBefore == findings.mark
      if alone == .accepted, findings.contains(where: { $0.severity == .error }) {
        status = .rejected
      }
    }
  }

  /// The papers, in digest order.
  let entries: [Entry]
  /// What the comparison with the week's other papers adds to each verdict, made when it is asked for.
  private let findings: WeekFindings
  private let validator: Validator
  private let roster: Roster
  private let manuscript: @Sendable (Paper) throws -> Manuscript

  /// Puts together what was found.
  fileprivate init(
    _ entries: [Entry], _ findings: WeekFindings, _ validator: Validator, _ roster: Roster,
    _ manuscript: @escaping @Sendable (Paper) throws -> Manuscript
  ) {
    self.entries = entries
    self.findings = findings
    self.validator = validator
    self.roster = roster
    self.manuscript = manuscript
  }

  /// The id of the paper at an index; throws `RecordError` where it cannot be read any more.
  func id(at index: Int) throws -> ArXivID { try roster.id(of: entries[index].paper) }

  /// True where the verdict on disk about the paper at an index is today's, word for word.
  func isOnDisk(at index: Int) -> Bool { entries[index].isOnDisk }

  /// True where the comparison has added something to the verdict on the paper at an index.
  func isAmended(at index: Int) -> Bool { entries[index].isAmended }

  /// Whether the paper at an index may be published; nil while a text is missing.
  func status(at index: Int) -> Verdict.Status? { entries[index].status }

  /// The verdict on the paper at an index, which is judged once more; nil while a text is missing.
  ///
  /// Throws `RecordError` where its texts cannot be read any more.
  func verdict(at index: Int) throws -> Verdict? {
    let paper = try roster.papers[at: entries[index].paper.place]
    return validator.verdict(on: try manuscript(paper))?.adding(findings[index])
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
      let entry = WeekJudgement.Entry(
        paper, sheet, verdict, before: try verdicts[sheet.paper.id])
      return (entry, trace, verdict?.line)
    } body: { entry, trace, line in
      entries.append(entry)
      review.add(trace)
      if let line { try body(line) }
    }
    let findings = try review.findings {
      try manuscript(try roster.papers[at: papers[$0].place])
    }
    for index in entries.indices { entries[index].add(findings[index]) }
    return WeekJudgement(entries, findings, validator, roster, manuscript)
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

extension [Finding] {
  /// A mark by which the same findings are known again.
  fileprivate var mark: Fingerprint {
    Fingerprint(
      parts: flatMap { finding in
        [finding.code, finding.severity.rawValue, finding.field, finding.message]
          + (finding.quote.map { ["quote", $0] } ?? ["none"])
      })
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
