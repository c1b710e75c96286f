import Foundation

/// Where the batches of a week stand.
extension RunFolder {
  /// The batches of a stage, the oldest first; throws `RecordError`.
  package func batches(of stage: String) throws -> [Batch] {
    try batches.list().filter { $0.stage == stage }.sorted { $0.number < $1.number }
  }

  /// The batches of all weeks that are on disk beside this one, and its own; throws `RecordError`.
  package func batchesOfAllWeeks() throws -> [Batch] {
    // A folder that cannot be listed holds nothing that could be read either.
    let weeks = (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? []
    return try weeks.sorted().flatMap {
      try RecordFile<Batch>(path: "\(runs)/\($0)/batches.jsonl").list()
    }
  }

  /// The questions of a batch.
  package func questions(of batch: String) -> RecordFile<BatchQuestion> {
    RecordFile(path: "\(path)/batches/\(batch).questions.jsonl")
  }

  /// The file of a batch that is sent to the provider as it is.
  package func request(of batch: String) -> String { "\(path)/batches/\(batch).request" }

  /// A file with results of a batch, counted from 1, as the provider has sent it.
  package func results(of batch: String, number: Int) -> String {
    "\(path)/batches/\(batch).results-\(number).jsonl"
  }

  /// Leaves one line of `batches.jsonl` for each batch, in their order.
  package func compactBatches() throws {
    let order = try batches.list().sorted { $0.number < $1.number }
    guard !order.isEmpty else { return }
    try batches.compact { next in for batch in order { try next(batch.id) } }
  }

  /// The papers that some batches ask about; throws `RecordError`.
  package func papers(in batches: [Batch]) throws -> Set<ArXivID> {
    var papers: Set<ArXivID> = []
    for batch in batches {
      try questions(of: batch.id).table().forEach { papers.formUnion($0.papers.map(\.id)) }
    }
    return papers
  }
}
