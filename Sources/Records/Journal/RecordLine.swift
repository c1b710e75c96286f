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
  func decode<Line: Record>(_ type: Line.Type) throws(RecordError) -> Line {
    try explaining { try Line(line: bytes) }
  }

  /// The line's key; throws as `decode` does, at half the cost.
  func checkedID<Line: Record>(of type: Line.Type) throws(RecordError) -> Line.ID {
    try explaining { try Line.id(checking: bytes) }
  }

  private func explaining<Result>(_ read: () throws -> Result) throws(RecordError) -> Result {
    do { return try read() } catch let error as NewerFormat {
      throw .newer(file: file, line: number, format: error.format)
    } catch {
      throw .damaged(file: file, line: number, reason: "\(error)")
    }
  }
}
