import Foundation
import Records

/// Reads a file of papers in whichever format it is.
struct ArchiveReader {
  /// What a file held beside its records.
  struct Outcome {
    /// What took the records.
    var sink: any RecordSink
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

  /// Hands every record to a sink; of the metadata snapshot only lines that may be wanted.
  ///
  /// Throws `ArchiveError`, and `CancellationError` where the task was cancelled while it read the
  /// snapshot.
  func read(
    into sink: any RecordSink, isCandidate: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
  ) throws -> Outcome {
    switch try file.format() {
    case .snapshot:
      return Outcome(
        sink: try SnapshotReader.read(path: file.path, into: sink, isCandidate: isCandidate),
        format: .snapshot)
    case .feed: return try outcome(ofFeed: try parse(into: FeedContent(sink: sink)), sink)
    case .oai: return try outcome(ofPage: try parse(into: OAIContent(sink: sink)), sink)
    }
  }

  private func outcome(ofFeed content: FeedContent, _ sink: any RecordSink) throws -> Outcome {
    if let message = content.errorMessage {
      throw ArchiveError.errorReport(path: file.path, message: message)
    }
    var outcome = Outcome(
      sink: content.sink ?? sink, format: .feed, total: content.feed.totalResults ?? 0)
    let start = content.feed.startIndex ?? 0
    if start > 0 || outcome.total > content.entryCount {
      outcome.doubts.append(
        "\(file.path) holds \(content.entryCount) of \(outcome.total) hits, from \(start) on")
    }
    return outcome
  }

  private func outcome(ofPage content: OAIContent, _ sink: any RecordSink) throws -> Outcome {
    let page = content.page
    if let failure = page.failures.first(where: { $0.code != "noRecordsMatch" }) {
      throw ArchiveError.errorReport(path: file.path, message: "\(failure.code) \(failure.message)")
    }
    var outcome = Outcome(sink: content.sink ?? sink, format: .oai, total: page.listSize ?? 0)
    if page.token != nil {
      outcome.doubts.append("\(file.path) holds one page of a list that goes on")
    }
    return outcome
  }

  /// Reads as a stream; a document that is not well-formed is read again, repaired.
  private func parse<Content: DocumentContent>(into content: Content) throws -> Content {
    do {
      guard let stream = InputStream(fileAtPath: file.path) else {
        throw ArchiveError.unreadable(path: file.path, reason: "it cannot be opened")
      }
      let (beginning, last) = (try file.beginning(), try file.lastByte())
      do {
        return try DocumentParser.parse(stream, beginning: beginning, last: last, into: content)
      } catch {
        guard case .malformed = error else { throw error }
        return try parseRepaired(into: content, after: error)
      }
    } catch let error as DocumentError {
      throw ArchiveError(error, path: file.path)
    }
  }

  private func parseRepaired<Content: DocumentContent>(
    into content: Content, after error: DocumentError
  ) throws -> Content {
    var bytes: [UInt8] = []
    try file.readChunks { chunk in
      bytes += chunk
      if bytes.count > Self.repairable { throw error }
    }
    return try DocumentParser.parse(bytes[...], into: content)
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
