import Foundation

/// Reads the metadata snapshot line by line, in memory that does not grow with the file.
struct SnapshotReader<Sink: RecordSink> {
  /// A line beyond this is no line of the snapshot; its longest have some 100 KB.
  private static var longestLine: Int { 64 << 20 }

  /// The file, for messages.
  private let path: String
  /// True for a line that may be wanted; the others are not decoded.
  private let isCandidate: @Sendable (ArraySlice<UInt8>) -> Bool
  private var sink: Sink
  private var number = 0
  /// The beginning of a line whose end has not been read yet.
  private var rest: [UInt8] = []

  /// Reads for a sink.
  init(
    path: String, into sink: Sink,
    isCandidate: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
  ) {
    self.path = path
    self.sink = sink
    self.isCandidate = isCandidate
  }

  /// Reads all lines and returns the sink.
  ///
  /// Throws `ArchiveError`, and `CancellationError` where the task was cancelled meanwhile.
  static func read(
    path: String, into sink: Sink,
    isCandidate: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
  ) throws -> Sink {
    var reader = SnapshotReader(path: path, into: sink, isCandidate: isCandidate)
    try ArchiveFile(path: path).readChunks { try reader.take($0) }
    // The last line has no line end where it is torn, and in files that somebody edited.
    reader.takeLine(reader.rest[...])
    return reader.sink
  }

  /// Takes the next bytes; lines end at 0x0A and nowhere else.
  private mutating func take(_ chunk: [UInt8]) throws {
    try Task.checkCancellation()
    var start = chunk.startIndex
    while let end = chunk[start...].firstIndex(of: 0x0A) {
      if rest.isEmpty {
        takeLine(chunk[start..<end])
      } else {
        rest += chunk[start..<end]
        takeLine(rest[...])
        rest.removeAll(keepingCapacity: true)
      }
      start = end + 1
    }
    rest += chunk[start...]
    guard rest.count <= Self.longestLine else {
      throw ArchiveError.lineTooLong(path: path, line: number + 1)
    }
  }

  private mutating func takeLine(_ untrimmed: ArraySlice<UInt8>) {
    number += 1
    let line = untrimmed.trimmed
    guard !line.isEmpty else { return }
    guard line.first == UInt8(ascii: "{"), line.last == UInt8(ascii: "}") else {
      return sink.leaveOut("\(path):\(number): the line is torn, or no JSON object")
    }
    guard isCandidate(line) else { return sink.passOver() }
    do { sink.take(try SnapshotLine.read(line)) } catch {
      sink.leaveOut("\(path):\(number): \((error as? DroppedEntry)?.reason ?? "\(error)")")
    }
  }
}
