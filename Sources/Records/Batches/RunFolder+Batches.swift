/// Where the batches of a week stand.
extension RunFolder {
  /// The batches of a stage of which something may still come, the oldest first; throws `RecordError`.
  package func openBatches(of stage: String) throws -> [Batch] {
    try batches.list().filter { $0.isOpen && $0.stage == stage }.sorted { $0.number < $1.number }
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
    let order = try batches.list().sorted { $0.number < $1.number }.map(\.id)
    guard !order.isEmpty else { return }
    try batches.compact(order: order)
  }

  /// The papers that open batches of a stage ask about; throws `RecordError`.
  package func papersInBatches(of stage: String) throws -> Set<ArXivID> {
    var papers: Set<ArXivID> = []
    for batch in try openBatches(of: stage) {
      try questions(of: batch.id).table().forEach { papers.formUnion($0.papers.map(\.id)) }
    }
    return papers
  }
}
