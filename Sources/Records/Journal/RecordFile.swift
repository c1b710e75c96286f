import Foundation

/// A `.jsonl` file of one kind of record.
package struct RecordFile<Line: Record>: Sendable {
  /// The file's path.
  package let path: String
  private let memory = RecordMemory<Line>()

  /// Names a file; it need not exist.
  package init(path: String) {
    self.path = path
  }

  /// Reads every record; of two with the same id the later counts, and a torn last line does not.
  ///
  /// Throws `RecordError` for a file that cannot be read, a damaged line, or a newer format.
  package func read() throws -> [Line.ID: Line] { try memory.table(of: path).records }

  /// Reads every record like `read()`, in the order of their lines.
  package func list() throws -> [Line] { try memory.table(of: path).list }

  /// Rewrites the file with one line an id: those of `order` first, then the others by id.
  ///
  /// Lines are moved as they are, so that fields of other programs survive. The new file is written
  /// beside the old one and renamed over it; a kill leaves one of the two.
  package func compact(order: [Line.ID]) throws {
    var table = try memory.table(of: path)
    let bytes = try RecordLines.bytes(of: path)
    // Somebody with an editor may be quicker than the lock is strict.
    if table.length != bytes.count { table = try RecordTable(RecordLines(file: path, bytes)) }
    let sorted = table.sorted(by: order)
    var compacted = Data(capacity: bytes.count)
    for place in sorted {
      compacted += bytes[place.range]
      compacted.append(0x0A)
    }
    guard compacted != bytes else { return }
    try AtomicFile.write(compacted, to: path)
    memory.keep(table.moved(to: sorted), as: path)
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
