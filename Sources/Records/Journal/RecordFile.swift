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

  /// What tells the file as it is now from itself before or after a change; nil where there is none.
  package var mark: FileMark? { FileMark(path: path) }

  /// Where every record stands; of two with the same id the later counts, and a torn last line does
  /// not.
  ///
  /// Throws `RecordError` for a file that cannot be read, a damaged line, or a newer format.
  package func table() throws -> RecordTable<Line> { try memory.table(of: path) }

  /// Forgets where the records stand until they are asked for again.
  func forget() { memory.forget() }

  /// Reads every record into memory, like `table()`; for files that stay small, or of one paper's use.
  package func read() throws -> [Line.ID: Line] {
    var records: [Line.ID: Line] = [:]
    try table().forEach { records[$0.id] = $0 }
    return records
  }

  /// Reads every record like `read()`, in the order of their lines.
  package func list() throws -> [Line] {
    var records: [Line] = []
    try table().forEach { records.append($0) }
    return records
  }

  /// Rewrites the file with one line an id: those that `order` hands over first, then the others by id.
  ///
  /// Lines are moved as they are, so that fields of other programs survive. The new file is written
  /// beside the old one and renamed over it; a kill leaves one of the two.
  package func compact(order: (_ next: (Line.ID) throws -> Void) throws -> Void) throws {
    let table = try table()
    try rewrite(table, in: try table.sorted(by: order))
  }

  /// Rewrites the file with one line an id, in an order that is short.
  package func compact(order: [Line.ID]) throws {
    try compact { next in try order.forEach(next) }
  }

  /// Rewrites the file with one line an id, in the order of a number that ids hold.
  package func compact(by number: (Line.ID) -> Int) throws {
    let table = try table()
    try rewrite(table, in: try table.places(by: number))
  }

  private func rewrite(_ table: RecordTable<Line>, in order: [UInt32]) throws {
    guard !table.isCompact(in: order) else { return }
    try AtomicFile.write(to: path) { add in
      for place in order { try add(try table.line(at: Int(place)) + [0x0A]) }
    }
  }

  /// Replaces the whole file by the given records, in their order.
  package func replace(with records: some Sequence<Line>) throws {
    try AtomicFile.write(to: path) { add in
      for record in records { try add(record.line[...]) }
    }
  }

  /// Opens the file for appending, creating it where it is missing.
  ///
  /// A torn last line is cut off first: it was never acknowledged.
  package func journal() throws -> Journal<Line> {
    try Journal(path: path)
  }
}
