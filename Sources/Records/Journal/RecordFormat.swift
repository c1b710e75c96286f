import JSONText

/// The version of the files' layout.
package enum RecordFormat {
  /// What this program writes; a line without `"format"` is of format 1.
  package static let current = 1

  /// The fields of a line of a format that this program knows.
  ///
  /// Throws `JSONError` for what every line of every file must have, and `NewerFormat`.
  static func fields(of line: ArraySlice<UInt8>) throws -> JSONFields {
    let (fields, format) = try opened(line)
    guard format <= current else { throw NewerFormat(format: format) }
    return fields
  }

  /// True for a line that is whole, of whatever record and format; what it lacks is of no interest.
  static func isWhole(_ line: ArraySlice<UInt8>) -> Bool { (try? opened(line)) != nil }

  /// The id that a line begins with, quotes included; nil where it begins otherwise, or with an id that is
  /// not written as plainly as ours are.
  static func leadingID(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.starts(with: #"{"id":""#.utf8) else { return nil }
    let start = line.startIndex + 7
    guard
      let end = line[start...].firstIndex(where: {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || !(0x20..<0x7F).contains($0)
      }), line[end] == UInt8(ascii: "\"")
    else { return nil }
    return line[(start - 1)...end]
  }

  private static func opened(
    _ line: ArraySlice<UInt8>
  ) throws(JSONError) -> (fields: JSONFields, format: Int) {
    var fields = try JSONFields(JSONElement(line))
    _ = try fields.read("id", as: String.self)
    return (fields, try fields.readIfPresent("format") ?? 1)
  }
}

/// A line was written by a program that knows more than this one.
struct NewerFormat: Error {
  /// The format that it says it has.
  let format: Int
}
