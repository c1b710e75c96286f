import Foundation
import Models
import Records

/// Writes the files of batches: what is sent, and what the answers will mean.
struct BatchWriter<Output: Draft> {
  /// Where the batches are to go.
  let lane: BatchLane<Output>
  /// Who takes them.
  let client: BatchClient
  /// Whose turn it is.
  let turn: Int
  /// Questions in a batch, at most.
  let most: Int
  /// What is on disk about them now.
  let drafts: RecordTable<Output>

  /// Writes as many questions into a batch as fit, and takes them off the list; nil where the money does
  /// not allow a single one.
  ///
  /// Throws `RecordError` where the files cannot be written.
  func write(_ opens: inout ArraySlice<OpenQuestion>, number: Int) throws -> Batch? {
    let id = key(number, first: opens.first)
    let format = client.format
    var load = Load()
    let file = lane.folder.request(of: id)
    try AtomicFile.write(to: file) { add in
      let frame = client.frame(of: id)
      try add(frame.head[...])
      load.bytes = frame.head.count + frame.tail.count
      while let open = opens.first, load.questions.count < most {
        let (entry, line) = try put(
          open, under: BatchOrder.questionKey(load.questions.count, of: id), format)
        guard load.bytes + entry.bytes.count + frame.separator.count <= client.limits.bytes,
          lane.spending.shortage(for: load.commitment + entry.commitment) == nil
        else { break }
        if !load.questions.isEmpty { try add(frame.separator[...]) }
        try add(entry.bytes[...])
        load.add(entry, frame, line)
        opens = opens.dropFirst()
      }
      try add(frame.tail[...])
    }
    guard !load.questions.isEmpty else {
      // One that stays is in nobody's way: no batch has its name.
      try? FileManager.default.removeItem(atPath: file)
      return nil
    }
    try lane.folder.questions(of: id).replace(with: load.questions)
    return batch(id, number, format, load)
  }

  /// Why a question was left out that stands alone before an empty batch.
  func reason(_ open: OpenQuestion) -> any Error {
    do {
      let entry = try put(open, under: "", client.format).entry
      return lane.spending.shortage(for: entry.commitment)
        ?? BudgetSpent(reason: "it is larger than a batch may be")
    } catch { return error }
  }

  /// What is in a batch so far.
  private struct Load {
    var questions: [BatchQuestion] = []
    var bytes = 0
    var mostUSD: Double? = 0
    var commitment: Account.Commitment {
      Account.Commitment(mostUSD: mostUSD ?? 0, requests: questions.count)
    }

    mutating func add(_ entry: BatchEntry, _ frame: BatchFrame, _ question: BatchQuestion) {
      questions.append(question)
      bytes += entry.bytes.count + frame.separator.count
      mostUSD = mostUSD.flatMap { sum in entry.mostUSD.map { sum + $0 } }
    }
  }

  /// A key that no other batch has: of this week, stage, model and number, in this folder, at this time.
  private func key(_ number: Int, first: OpenQuestion?) -> String {
    let made = lane.run.now().timeIntervalSince1970
    let mark = Fingerprint(
      lane.folder.path, "\(lane.folder.week)", lane.stage.name.rawValue,
      lane.stage.clients[turn].profile, lane.stage.clients[turn].model, "\(number)", "\(made)",
      first?.ids.first?.text ?? "")
    return "digest-\(lane.folder.week)-\(lane.stage.name.rawValue)-\(mark)"
  }

  /// Puts a question into words: what is sent, and what the answer will mean.
  private func put(
    _ open: OpenQuestion, under key: String, _ format: ReplyFormat
  ) throws -> (entry: BatchEntry, line: BatchQuestion) {
    let question = try lane.stage.question(open, lane.numbers, drafts)
    let subjects = question.papers.map(lane.stage.subject)
    let entry = try client.entry(key, lane.stage.prompt(question, subjects), format)
    let line = BatchQuestion(
      id: key, name: lane.stage.questionName(question.papers),
      papers: subjects.map {
        BatchQuestion.Part(
          id: $0.paper.id, input: $0.inputMark, text: $0.textMark, version: $0.paper.version)
      }, because: question.because, outputFactor: question.outputFactor,
      repeats: question.repeats, splits: question.splits, sendings: open.sendings,
      bytes: entry.bytes.count, mostUSD: entry.mostUSD)
    return (entry, line)
  }

  private func batch(_ id: String, _ number: Int, _ format: ReplyFormat, _ load: Load) -> Batch {
    let client = lane.stage.clients[turn]
    let now = lane.run.now()
    var batch = Batch(
      id: id, number: number, stage: lane.stage.name.rawValue, profile: client.profile,
      model: client.model, server: self.client.address, topics: lane.terms.topics,
      format: format.rawValue, prompt: lane.stage.promptMark,
      questions: load.questions.count, mostUSD: load.mostUSD, made: now)
    // It is sent at once: whoever finds it like this has to look for it.
    batch.tried = now
    return batch
  }
}

extension BatchEntry {
  /// What the question can cost at most.
  fileprivate var commitment: Account.Commitment {
    Account.Commitment(mostUSD: mostUSD ?? 0, requests: 1)
  }
}
