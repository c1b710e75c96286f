import Foundation

/// A `.jsonl` file of one kind of record.
package struct RecordFile<Line: Record>: Sendable {
  /// The file's path.
  package let path: String

  /// Names a file; it need not exist.
  package init(path: String) {
    self.path = path
  }

  /// Reads every record; of two with the same id the later counts, and a torn last line does not.
  ///
  /// Throws `RecordError` for a file that cannot be read, a damaged line, or a newer format.
  package func read() throws -> [Line.ID: Line] {
    let lines = try RecordLines(file: path)
    var records: [Line.ID: Line] = [:]
    for index in lines.lines.indices {
      let record = try lines.decode(Line.self, at: index)
      records[record.id] = record
    }
    return records
  }

  /// Rewrites the file with one line an id: those of `order` first, then the others by id.
  ///
  /// Lines are moved as they are, so that fields of other programs survive. The new file is written
  /// beside the old one and renamed over it; a kill leaves one of the two.
  package func compact(order: [Line.ID]) throws {
    let lines = try RecordLines(file: path)
    var latest: [String: Range<Int>] = [:]
    for (index, line) in lines.lines.enumerated() {
      latest[try lines.key(ofLine: index)] = line.range
    }
    var seen: Set<String> = []
    var keys = order.map(\.description).filter { latest[$0] != nil && seen.insert($0).inserted }
    keys += latest.keys.filter { !seen.contains($0) }.sorted()
    var compacted = Data()
    for key in keys {
      guard let range = latest[key] else { continue }
      compacted += lines.bytes[range]
      compacted.append(0x0A)
    }
    guard compacted != lines.bytes else { return }
    try AtomicFile.write(compacted, to: path)
  }

  /// Replaces the whole file by the given records, in their order.
  package func replace(with records: [Line]) throws {
    try AtomicFile.write(Data(records.flatMap(\.line)), to: path)
  }

  /// Opens the file for appending, creating it where it is missing.
  ///
  /// A torn last line is cut off first: it was never acknowledged.
  package func journal() throws -> Journal<Line> {
    try Journal(path: path)
  }
}
