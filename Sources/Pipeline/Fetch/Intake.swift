import ArXiv
import Foundation
import Records
import Synchronization

/// Takes in what a source brings: papers into `papers.jsonl`, receipts into `coverage.jsonl`.
final class Intake: Sendable {
  private struct State {
    /// Papers that this run has brought.
    var papers: [ArXivID: KnownPaper] = [:]
    /// The last receipt of each topic in this run.
    var receipts: [String: Coverage] = [:]
    /// How many of them were not there before.
    var added = 0
  }

  private let topics: [String]
  private let file: RecordFile<Paper>
  /// The papers that were on disk before.
  private let known: RecordTable<Paper>
  private let journal: Journal<Paper>
  private let coverage: Journal<Coverage>
  private let tell: @Sendable (RunEvent) -> Void
  private let state = Mutex(State())

  /// So many papers are written at a time: a source may bring a whole week at once.
  private static let size = 500

  /// Opens the files of a week; `tell` hears what an operator should know.
  init(_ job: Job, tell: @escaping @Sendable (RunEvent) -> Void) throws {
    topics = job.allTopics.map(\.slug)
    file = job.folder.papers
    journal = try file.journal()
    coverage = try job.folder.coverage.journal()
    self.tell = tell
    known = try file.table()
  }

  /// Papers that were not there before.
  var added: Int { state.withLock { $0.added } }

  /// The last receipt of each topic in this run.
  var receipts: [String: Coverage] { state.withLock { $0.receipts } }

  /// Keeps a part; what it holds is on disk when this returns.
  func take(_ harvest: Harvest) async throws {
    for note in harvest.notes { tell(.note(note)) }
    let papers = harvest.papers
    for start in stride(from: 0, to: papers.count, by: Self.size) {
      try await take(papers[start..<min(start + Self.size, papers.count)])
    }
    // The receipt comes last: it must not speak of papers that are not there.
    try await keep(harvest.receipts)
  }

  private func take(_ papers: ArraySlice<Paper>) async throws {
    let changes = try state.withLock { state in
      // What this part has brought is not in the file yet.
      var fresh: [ArXivID: Paper] = [:]
      return try papers.compactMap { found -> Change? in
        let known = try state.papers[found.id] ?? self.known[found.id].map(KnownPaper.init)
        let paper = try merged(found, with: known) { try fresh[$0] ?? file.table()[$0] }
        let new = KnownPaper(paper)
        guard new.line != known?.line else { return nil }
        state.papers[found.id] = new
        fresh[found.id] = paper
        if known == nil { state.added += 1 }
        return Change(from: known, to: paper)
      }
    }
    if !changes.isEmpty { try await journal.append(changes.map(\.paper)) }
    for note in changes.compactMap(\.note) { tell(.note(note)) }
  }

  /// Keeps receipts.
  func keep(_ receipts: [Coverage]) async throws {
    guard !receipts.isEmpty else { return }
    try await coverage.append(receipts)
    state.withLock { state in
      for receipt in receipts { state.receipts[receipt.id] = receipt }
    }
  }

  /// One record for a paper of several topics: the newer version, which `read` may have to bring, and
  /// every topic in order.
  private func merged(
    _ found: Paper, with known: KnownPaper?, read: (ArXivID) throws -> Paper?
  ) throws -> Paper {
    guard let known else { return found }
    var paper = found.version >= known.version ? found : try read(found.id) ?? found
    let slugs = Set(found.topics + known.topics)
    let ordered = topics.filter(slugs.contains)
    paper.topics = ordered + slugs.subtracting(ordered).sorted()
    return paper
  }
}

/// What a fetch makes of a paper's record.
private struct Change {
  let known: KnownPaper?
  let paper: Paper

  init(from known: KnownPaper?, to paper: Paper) {
    self.known = known
    self.paper = paper
  }

  /// What an operator should know of it; nil where there is nothing to do.
  var note: String? {
    if let words = paper.withdrawal?.words, known?.isWithdrawn != true {
      return "\(paper.id): withdrawn, and so not published: \(words.prefix(120))"
    }
    guard let known, known.version < paper.version else { return nil }
    let changes = [
      known.title == Fingerprint(paper.title) ? nil : "title",
      known.abstract == Fingerprint(paper.abstract) ? nil : "abstract",
    ].compactMap(\.self)
    let what =
      changes.isEmpty
      ? "title and abstract are the same"
      : "with another \(changes.joined(separator: " and ")); what was made from the old one is stale"
    return
      "\(paper.id): version \(paper.version) takes the place of version \(known.version), \(what)"
  }
}
