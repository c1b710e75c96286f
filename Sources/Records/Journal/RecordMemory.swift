import Foundation
import Synchronization

/// What a file held when it was last read, for as long as the file stays the same.
///
/// A run reads its files many times, and they are large; it changes each only a few times.
final class RecordMemory<Line: Record>: Sendable {
  private let known = Mutex<(mark: FileMark, table: RecordTable<Line>)?>(nil)

  /// The records of a file, read anew where it is another one than the last time.
  func table(of path: String) throws -> RecordTable<Line> {
    let mark = FileMark(path: path)
    if let known = known.withLock({ $0 }), known.mark == mark { return known.table }
    let table = try RecordTable<Line>(RecordLines(file: path))
    known.withLock { $0 = mark.map { ($0, table) } }
    return table
  }

  /// Notes what was just written; the caller knows that nobody else writes.
  func keep(_ table: RecordTable<Line>, as path: String) {
    known.withLock { $0 = FileMark(path: path).map { ($0, table) } }
  }
}

/// What tells a file from the same file before or after a change.
///
/// A file that grows has another size, and one that is written anew another number.
private struct FileMark: Equatable {
  private let number: Int?
  private let size: Int?
  private let time: Date?

  /// Looks at a file; nil where there is none.
  init?(path: String) {
    // What cannot be looked at is read, and the reading says why it cannot be.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    number = attributes[.systemFileNumber] as? Int
    size = attributes[.size] as? Int
    time = attributes[.modificationDate] as? Date
  }
}
