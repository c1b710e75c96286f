import Foundation

/// Reads a `.jsonl` file line by line, in pieces.
///
/// Lines end at byte 0x0A and nowhere else: text may hold U+2028, which Swift counts as a line end.
struct LineReader {
  /// The open file; nil where it is not there.
  let file: FileWindow?
  /// Bytes of the file.
  let length: Int

  /// So much is read at a time.
  private static let size = 1 << 18

  /// Opens a file; one that is not there has no lines.
  ///
  /// Throws `RecordError.unreadable` for a file that is there and cannot be read.
  init(path: String) throws {
    file = try FileWindow(path: path)
    length = try file?.length ?? 0
  }

  /// Calls `body` with each line that holds something; a torn last line is none.
  func forEach(_ body: (RecordLine) throws -> Void) throws {
    guard let file else { return }
    var rest: [UInt8] = []
    var number = 0
    var offset = 0
    while offset < length {
      let piece = try file.read(offset..<min(offset + Self.size, length))
      // A file that somebody cuts meanwhile ends here.
      guard !piece.isEmpty else { return }
      var start = 0
      while let end = SystemFile.lineEnd(in: piece[...], from: start) {
        number += 1
        let line = rest.isEmpty ? piece[start..<end] : rest + piece[start..<end]
        if !line.isBlank {
          try body(
            RecordLine(
              file: file.path, number: number, start: offset + start - rest.count, bytes: line))
        }
        rest.removeAll(keepingCapacity: true)
        start = end + 1
      }
      rest += piece[start...]
      offset += piece.count
    }
    // A whole record that only lost its line end, to an editor say, is not torn.
    guard RecordFormat.isWhole(rest[...]) else { return }
    try body(
      RecordLine(
        file: file.path, number: number + 1, start: length - rest.count, bytes: rest[...]))
  }

  /// What stands behind the last line end; empty where the file ends properly.
  func tail() throws -> ArraySlice<UInt8> {
    guard let file else { return [] }
    var tail: ArraySlice<UInt8> = []
    var end = length
    while end > 0 {
      let start = max(0, end - Self.size)
      let piece = try file.read(start..<end)
      if let last = piece.lastIndex(of: 0x0A) { return piece[(last + 1)...] + tail }
      tail = piece + tail
      end = start
    }
    return tail
  }
}

extension ArraySlice<UInt8> {
  /// True where nothing but white space is there.
  fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x0D } }
}
