import Foundation
import Synchronization

/// An open file, of which some pieces are in memory: what is asked for in order, by a few readers at a
/// time, is read in few steps.
package final class FileWindow: Sendable {
  private struct Piece {
    let start: Int
    let bytes: [UInt8]

    var range: Range<Int> { start..<start + bytes.count }

    subscript(_ wanted: Range<Int>) -> ArraySlice<UInt8> {
      let end = min(wanted.upperBound, range.upperBound) - start
      return bytes[wanted.lowerBound - start..<max(end, wanted.lowerBound - start)]
    }
  }

  /// The file's path when it was opened, for messages.
  package let path: String
  private let file: FileHandle
  private let pieces = Mutex((all: [Piece](), next: 0))

  /// How much is read at a time at least.
  private static let size = 1 << 16
  /// So many pieces are kept.
  private static let count = 6

  /// Opens a file; nil where it is not there.
  ///
  /// Throws `RecordError.unreadable`.
  package init?(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    self.path = path
    do {
      file = try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw RecordError.unreadable(file: path, reason: SystemError.reason(error))
    }
  }

  /// Some bytes of the file; fewer where it ends before.
  ///
  /// Throws `RecordError.unreadable`.
  package func bytes(_ range: Range<Int>) throws -> ArraySlice<UInt8> {
    try pieces.withLock { pieces in
      if let known = pieces.all.first(where: { $0.range.contains(range) }) {
        return known[range]
      }
      // A little before it too: several readers ask for what comes next not quite in order.
      let start = max(0, range.lowerBound - Self.size / 4)
      let wanted = start..<max(range.upperBound, start + Self.size)
      let piece = Piece(start: start, bytes: try read(wanted))
      if pieces.all.count < Self.count {
        pieces.all.append(piece)
      } else {
        pieces.all[pieces.next] = piece
        pieces.next = (pieces.next + 1) % Self.count
      }
      return piece[range]
    }
  }

  /// The line that begins at a place, without its line end, or what stands there before an end.
  ///
  /// Throws `RecordError.unreadable`.
  func line(from start: Int, before end: Int) throws -> ArraySlice<UInt8> {
    var size = 1 << 12
    while true {
      let bytes = try bytes(start..<min(start + size, end))
      if let lineEnd = SystemFile.lineEnd(in: bytes, from: bytes.startIndex) {
        return bytes[..<lineEnd]
      }
      guard bytes.count == size else { return bytes }
      size *= 4
    }
  }

  /// The number of the line that begins at a place, counted from 1.
  ///
  /// Throws `RecordError.unreadable`.
  func lineNumber(at start: Int) throws -> Int {
    var number = 1
    var place = 0
    while place < start {
      let piece = try read(place..<min(place + Self.size, start))
      guard !piece.isEmpty else { break }
      number += piece.count { $0 == 0x0A }
      place += piece.count
    }
    return number
  }

  /// Some bytes of the file, read anew; fewer where it ends before.
  ///
  /// Throws `RecordError.unreadable`.
  func read(_ range: Range<Int>) throws -> [UInt8] {
    try explaining {
      try SystemFile.read(file.fileDescriptor, range)
    }
  }

  /// The mark of the whole file.
  package var mark: Fingerprint {
    get throws {
      var mark = Fingerprint()
      let length = try length
      var start = 0
      while start < length {
        let piece = try read(start..<min(start + Self.size, length))
        guard !piece.isEmpty else { break }
        mark.add(piece[...])
        start += piece.count
      }
      return mark
    }
  }

  /// Bytes of the file.
  package var length: Int { get throws { try explaining { Int(try file.seekToEnd()) } } }

  private func explaining<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch {
      throw RecordError.unreadable(file: path, reason: SystemError.reason(error))
    }
  }
}
