import Foundation

/// The lines of a file that may be too large to hold.
struct FileLines {
  /// The file.
  let path: String

  /// Hands on each line without its end.
  func each(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    var rest: [UInt8] = []
    while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
      rest += piece
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0A) {
        try body(rest[start..<end])
        start = end + 1
      }
      rest.removeSubrange(..<start)
    }
    if !rest.isEmpty { try body(rest[...]) }
  }

  /// Reads each line as a value.
  func each<Line: Decodable>(_ type: Line.Type, _ body: (Line) throws -> Void) throws {
    let decoder = JSONDecoder()
    try each { try body(decoder.decode(type, from: Data($0))) }
  }
}
