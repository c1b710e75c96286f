/// The lines of a file that another program wrote, read one at a time.
package struct LineFile: Sendable {
  /// Where the lines stand, in their order; blank ones are none.
  package let lines: [Range<Int>]
  private let file: FileWindow?

  /// Looks through a file; one that is not there has no lines.
  ///
  /// Throws `RecordError.unreadable` for a file that is there and cannot be read.
  package init(path: String) throws {
    let reader = try LineReader(path: path)
    var lines: [Range<Int>] = []
    try reader.forEach { lines.append($0.start..<$0.start + $0.bytes.count) }
    self.lines = lines
    file = reader.file
  }

  /// A line without its end; throws `RecordError` where it cannot be read any more.
  package func bytes(_ line: Range<Int>) throws -> ArraySlice<UInt8> { try file?.bytes(line) ?? [] }
}
