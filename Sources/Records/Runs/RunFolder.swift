import Foundation

/// The folder that holds everything known about one week.
package struct RunFolder: Sendable {
  /// The folder that holds those of all weeks.
  package let runs: String
  /// The week.
  package let week: Week

  /// The papers of the week.
  package let papers: RecordFile<Paper>
  /// What was fetched of each topic.
  package let coverage: RecordFile<Coverage>
  /// The Japanese titles.
  package let titles: RecordFile<TitleDraft>
  /// The bullets and remarks.
  package let summaries: RecordFile<SummaryDraft>
  /// What validation found.
  package let verdicts: RecordFile<Verdict>
  /// What persons have decided about papers.
  package let edits: RecordFile<Edit>
  /// What was written to the site.
  package let pages: RecordFile<WrittenPage>
  /// Every request to a model that may have cost money.
  package let requests: RecordFile<PaidRequest>
  /// Questions that providers answer in their own time.
  package let batches: RecordFile<Batch>
  /// What runs have found that left nothing to do.
  package let settled: RecordFile<Settled>
  private let memory = BillMemory()

  /// Marks of the files that say what was done in the week.
  package var marks: [FileMark?] {
    [
      papers.mark, coverage.mark, titles.mark, summaries.mark, verdicts.mark, edits.mark,
      pages.mark, requests.mark, batches.mark,
    ]
  }

  /// The folder's path, such as `runs/2024-07-26`.
  package var path: String { "\(runs)/\(week)" }

  /// Names the folder of a week; it need not exist.
  package init(runs: String, week: Week) {
    self.runs = runs
    self.week = week
    func file<Line: Record>(_ name: String) -> RecordFile<Line> {
      RecordFile(path: "\(runs)/\(week)/\(name).jsonl")
    }
    papers = file("papers")
    coverage = file("coverage")
    titles = file("titles")
    summaries = file("summaries")
    verdicts = file("verdicts")
    edits = file("edits")
    pages = file("pages")
    requests = file("requests")
    batches = file("batches")
    settled = RecordFile(path: "\(runs)/\(week)/.settled")
  }

  /// The folders of all weeks that are on disk, the newest first.
  package static func all(in runs: String, startingOn weekday: Weekday) -> [RunFolder] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? []
    return names.sorted(by: >).compactMap { name in
      Week(containing: name, startingOn: weekday).flatMap { week in
        week.description == name ? RunFolder(runs: runs, week: week) : nil
      }
    }
  }

  /// The folder of the week so many weeks earlier.
  package func earlier(by weeks: Int) -> RunFolder {
    RunFolder(runs: runs, week: week.shifted(by: -weeks))
  }

  /// Opens the log of requests; throws `RecordError` where it cannot be read or written.
  package func requestLog() throws -> RequestLog { try RequestLog(requests) }

  /// How many papers of the week belong to one of these topics; throws `RecordError` where they cannot
  /// be read.
  package func paperCount(of topics: Set<String>) throws -> Int {
    var count = 0
    try papers.table().forEach { count += topics.isDisjoint(with: $0.topics) ? 0 : 1 }
    return count
  }

  /// The papers of the week in digest order; throws `RecordError` where they cannot be read.
  package func papersInOrder() throws -> [Paper] {
    try papers.list().sorted(by: Paper.isBefore)
  }

  /// Leaves one line of `papers.jsonl` for each paper, in digest order.
  package func compactPapers() throws {
    let table = try papers.table()
    let order = try table.digestOrder()
    try papers.compact { next in
      for place in order { try next(try table.id(at: Int(place))) }
    }
  }

  /// Leaves one line of `requests.jsonl` for each request, in their order.
  package func compactRequests() throws {
    guard FileManager.default.fileExists(atPath: requests.path) else { return }
    try requests.compact(by: PaidRequest.number)
  }

  /// What all runs of the week have asked, by stage and model; throws `RecordError`.
  package func bills() throws -> [Bill] {
    try memory.bills(requests.mark) {
      let log = try requests.table()
      var bills: [Bill] = []
      for place in try log.places(by: PaidRequest.number) {
        bills.add(try log[at: Int(place)])
      }
      return bills
    }
  }

  /// Creates the folder where it is missing, and takes the week for this process.
  ///
  /// Throws `RecordError.held` while another process has it, on this machine or another,
  /// `RecordError.unlockable` where the file system keeps nobody apart, `RecordError.unwritable` where
  /// the folder cannot be made.
  package func lock() throws -> RunLock {
    try AtomicFile.makeFolder(path)
    return try RunLock(folder: path)
  }

  /// Reads every file once, several at a time; throws `RecordError` where one is damaged, before anything
  /// is paid, and of several the first.
  ///
  /// Calls `body` as soon as the papers can be read: what is made of them takes its time as well.
  package func check(_ body: @escaping @Sendable () -> Void = {}) async throws {
    let readings: [@Sendable () throws -> Void] = [
      {
        _ = try papers.table()
        body()
      },
      { _ = try coverage.table() }, { _ = try titles.table() },
      { _ = try summaries.table() }, { _ = try verdicts.table() }, { _ = try edits.table() },
      { _ = try pages.table() }, { _ = try bills() }, { _ = try batches.table() },
    ]
    let errors = await withTaskGroup(of: (place: Int, error: (any Error)?).self) { group in
      for (place, read) in readings.enumerated() {
        group.addTask {
          do { try read() } catch { return (place, error) }
          return (place, nil)
        }
      }
      return await group.reduce(into: [:]) { $0[$1.place] = $1.error }
    }
    if let first = errors.keys.min(), let error = errors[first] { throw error }
  }

  /// Forgets where records of all files but the papers and what a stage writes stand.
  ///
  /// A stage that asks models looks at no other file while the most is in memory.
  package func forgetTables(but path: String) {
    if path != titles.path { titles.forget() }
    if path != summaries.path { summaries.forget() }
    verdicts.forget()
    requests.forget()
  }

  /// Writes `run.json`.
  package func save(_ summary: RunSummary) throws {
    try AtomicFile.write(Data(summary.json), to: path + "/run.json")
  }
}
