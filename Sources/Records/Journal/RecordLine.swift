/// One line of a `.jsonl` file as bytes, before anything is made of it.
struct RecordLine {
  /// The file's path, for messages.
  let file: String
  /// The line's number, counted from 1.
  let number: Int
  /// Where it begins in the file.
  let start: Int
  /// What it holds, without its line end.
  let bytes: ArraySlice<UInt8>

  /// Decodes the line; throws `RecordError`, which names file and line, where it is damaged or of a
  /// newer format.
  func decode<Line: Record>(_ type: Line.Type) throws -> Line {
    try Line(line: bytes, number: number, of: file)
  }
}
