import JSONText

/// Lines of a file that hold records, by their places; what they hold is read when it is asked for.
struct LineList<Line: Record>: Sendable {
  /// Where the lines stand.
  private(set) var places: [LinePlace] = []
  /// Bytes of the file.
  private let length: Int
  private let file: FileWindow?

  /// Begins a list of lines of a file.
  init(of reader: LineReader) {
    file = reader.file
    length = reader.length
  }

  /// How many lines there are.
  var count: Int { places.count }

  /// Adds a line that begins at a place of the file.
  mutating func add(_ id: Line.ID, at start: Int) {
    places.append(LinePlace(start: start, mark: LinePlace.mark(of: id)))
  }

  /// Drops the other lines, and gives back the room that they have taken.
  mutating func keep(where isKept: (Int) -> Bool) {
    var count = 0
    for number in places.indices where isKept(number) {
      places[count] = places[number]
      count += 1
    }
    places = Array(places[..<count])
  }

  /// The bytes of a line, without its line end.
  func line(_ number: Int) throws -> ArraySlice<UInt8> {
    try file?.line(from: places[number].start, before: length) ?? []
  }

  /// The record of a line.
  func record(at number: Int) throws -> Line {
    let bytes = try line(number)
    do { return try Line(line: bytes) } catch {
      // Somebody has written over it since it was read; which line it is nobody needed to know before.
      let start = places[number].start
      return try RecordLine(
        file: file?.path ?? "", number: try file?.lineNumber(at: start) ?? 0, start: start,
        bytes: bytes
      ).decode(Line.self)
    }
  }

  /// The id of a line.
  func id(of number: Int) throws -> Line.ID {
    let bytes = try line(number)
    guard let text = RecordFormat.leadingID(of: bytes),
      let id = try? Line.ID(json: JSONElement(text))
    else { return try record(at: number).id }
    return id
  }

  /// True where two lines have the same id.
  func areSame(_ one: Int, _ other: Int) throws -> Bool {
    let texts = try (RecordFormat.leadingID(of: line(one)), RecordFormat.leadingID(of: line(other)))
    if let one = texts.0, let other = texts.1, one == other { return true }
    return try id(of: one) == id(of: other)
  }

  /// True where a line has an id.
  func isID(_ id: Line.ID, of number: Int) throws -> Bool { try self.id(of: number) == id }
}
