import Foundation
import Synchronization

/// Where the records of a file stood when it was last read, for as long as the file stays the same.
///
/// A run reads its files many times, and they are large; it changes each only a few times.
final class RecordMemory<Line: Record>: Sendable {
  private let known = Mutex<(mark: FileMark, table: RecordTable<Line>)?>(nil)

  /// Where the records of a file stand, read anew where it is another one than the last time.
  func table(of path: String) throws -> RecordTable<Line> {
    let mark = FileMark(path: path)
    if let known = known.withLock({ $0 }), known.mark == mark { return known.table }
    // First one goes, then the other comes.
    forget()
    let table = try RecordTable<Line>(path: path)
    known.withLock { $0 = mark.map { ($0, table) } }
    return table
  }

  /// Forgets where they stand.
  func forget() { known.withLock { $0 = nil } }
}

/// What tells a file from the same file before or after a change.
///
/// A file that grows has another size, and one that is written anew another number.
package struct FileMark: Sendable, Equatable {
  private let number: Int?
  private let size: Int?
  private let time: Date?

  /// The mark as a text, to be kept.
  package var text: String {
    "\(number ?? 0) \(size ?? 0) \(time?.timeIntervalSinceReferenceDate ?? 0)"
  }

  /// Looks at a file; nil where there is none.
  package init?(path: String) {
    // What cannot be looked at is read, and the reading says why it cannot be.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    number = attributes[.systemFileNumber] as? Int
    size = attributes[.size] as? Int
    time = attributes[.modificationDate] as? Date
  }
}
