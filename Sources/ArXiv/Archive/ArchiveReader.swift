import Foundation
import Records

/// Reads a file of papers in whichever format it is.
struct ArchiveReader {
  /// What a file says beside its records.
  struct Outcome {
    /// What the file is.
    var format: ArchiveFile.Format
    /// Hits that the file announces; 0 where it announces none.
    var total = 0
    /// What speaks against believing that the file is complete, one sentence each.
    var doubts: [String] = []
  }

  /// A damaged document is repaired in memory, up to this size.
  private static let repairable = 64 << 20

  private let file: ArchiveFile

  /// Reads the file at a path.
  init(path: String) {
    file = ArchiveFile(path: path)
  }

  /// Hands every record to a sink, and returns it; of the metadata snapshot only lines that may be
  /// wanted.
  ///
  /// Throws `ArchiveError`, and `CancellationError` where the task was cancelled while it read the
  /// snapshot.
  func read<Sink: RecordSink>(
    into sink: Sink, isCandidate: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
  ) throws -> (sink: Sink, outcome: Outcome) {
    switch try file.format() {
    case .snapshot:
      let sink = try SnapshotReader.read(path: file.path, into: sink, isCandidate: isCandidate)
      return (sink, Outcome(format: .snapshot))
    case .feed:
      let (sink, content) = try parse(into: sink) { FeedContent(take: $0) }
      return (sink, try outcome(ofFeed: content))
    case .oai:
      let (sink, content) = try parse(into: sink) { OAIContent(take: $0) }
      return (sink, try outcome(ofPage: content.page))
    }
  }

  private func outcome(ofFeed content: FeedContent) throws -> Outcome {
    if let message = content.errorMessage {
      throw ArchiveError.errorReport(path: file.path, message: message)
    }
    var outcome = Outcome(format: .feed, total: content.feed.totalResults ?? 0)
    let start = content.feed.startIndex ?? 0
    if start > 0 || outcome.total > content.entryCount {
      outcome.doubts.append(
        "\(file.path) holds \(content.entryCount) of \(outcome.total) hits, from \(start) on")
    }
    return outcome
  }

  private func outcome(ofPage page: OAIPage) throws -> Outcome {
    if let failure = page.failures.first(where: { $0.code != "noRecordsMatch" }) {
      throw ArchiveError.errorReport(path: file.path, message: "\(failure.code) \(failure.message)")
    }
    var outcome = Outcome(format: .oai, total: page.listSize ?? 0)
    if page.token != nil {
      outcome.doubts.append("\(file.path) holds one page of a list that goes on")
    }
    return outcome
  }

  /// Reads as a stream; a document that is not well-formed is read again, repaired.
  ///
  /// `content` makes what hands each record on as it is read.
  private func parse<Sink: RecordSink, Record: SourceRecord, Content: DocumentContent>(
    into sink: Sink, _ content: (@escaping (Record) -> Void) -> Content
  ) throws -> (Sink, Content) {
    // Each reading begins with the sink as it was, so that nothing counts twice.
    func reading(_ read: (Content) throws -> Content) throws -> (Sink, Content) {
      var taken = sink
      let content = try read(content { taken.take($0) })
      return (taken, content)
    }
    do {
      do { return try reading(readStream) } catch DocumentError.malformed(let line) {
        let bytes = try wholeFile(orFailingAt: line)
        return try reading { try DocumentParser.parse(repairing: bytes[...], into: $0) }
      }
    } catch let error as DocumentError {
      throw ArchiveError(error, path: file.path)
    }
  }

  private func readStream<Content: DocumentContent>(into content: Content) throws -> Content {
    guard let stream = InputStream(fileAtPath: file.path) else {
      throw ArchiveError.unreadable(path: file.path, reason: "it cannot be opened")
    }
    return try DocumentParser.parse(
      stream, beginning: try file.beginning(), last: try file.lastByte(), into: content)
  }

  /// The file's bytes, for repair; throws the mistake in a line where they are too many.
  private func wholeFile(orFailingAt line: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try file.readChunks { chunk in
      bytes += chunk
      if bytes.count > Self.repairable { throw DocumentError.malformed(line: line) }
    }
    return bytes
  }
}

extension ArchiveError {
  /// Says of which file a document is not what was expected.
  fileprivate init(_ error: DocumentError, path: String) {
    switch error {
    case .otherRoot(let excerpt): self = .otherFormat(path: path, excerpt: excerpt)
    case .documentType: self = .documentType(path: path)
    case .truncated: self = .truncated(path: path)
    case .malformed(let line): self = .malformed(path: path, line: line)
    }
  }
}
