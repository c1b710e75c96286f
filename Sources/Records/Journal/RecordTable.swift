/// Where the records of a file stand: the last line of each id, in the order of those lines.
///
/// It keeps no record: each is read from the file when it is asked for, so that a week of any size takes
/// little memory. The file it was made of stays open, and so what it says stays true where the path is
/// given to another file, or lines are added.
package struct RecordTable<Line: Record>: Sendable {
  /// The ids in the order of their lines.
  package let ids: [Line.ID]
  /// Bytes of the file.
  let length: Int
  private let places: [Line.ID: Place]
  private let file: FileWindow?

  /// A line of the file, without its line end.
  private struct Place {
    let number: Int32
    let length: Int32
    let start: Int

    var range: Range<Int> { start..<start + Int(length) }
  }

  /// Reads a file to its end; one that is not there has no records.
  ///
  /// Throws `RecordError` for a file that cannot be read, a damaged line, or a newer format.
  init(path: String) throws {
    let reader = try LineReader(path: path)
    var ids: [Line.ID] = []
    var places: [Line.ID: Place] = [:]
    var repeated = false
    try reader.forEach { line in
      let id = try line.checkedID(of: Line.self)
      let place = Place(
        number: Int32(truncatingIfNeeded: line.number), length: Int32(line.bytes.count),
        start: line.start)
      if places.updateValue(place, forKey: id) != nil { repeated = true }
      ids.append(id)
    }
    self.ids = repeated ? Self.last(of: ids) : ids
    self.places = places
    length = reader.length
    file = reader.file
  }

  /// Each id where it stands last.
  private static func last(of ids: [Line.ID]) -> [Line.ID] {
    var seen: Set<Line.ID> = []
    return ids.reversed().filter { seen.insert($0).inserted }.reversed()
  }

  /// True where there is a record of this id.
  package func contains(_ id: Line.ID) -> Bool { places[id] != nil }

  /// The record of an id, read from the file; nil where there is none.
  ///
  /// Throws `RecordError` where it cannot be read any more.
  package subscript(id: Line.ID) -> Line? {
    get throws {
      guard let place = places[id], let file else { return nil }
      return try RecordLine(
        file: file.path, number: Int(place.number), start: place.start,
        bytes: try file.bytes(place.range)
      ).decode(Line.self)
    }
  }

  /// Calls `body` with every record in the order of their lines, one at a time.
  package func forEach(_ body: (Line) throws -> Void) throws {
    for id in ids {
      if let record = try self[id] { try body(record) }
    }
  }

  /// The bytes of a record's line, without line end; nil where there is none.
  func line(of id: Line.ID) throws -> ArraySlice<UInt8>? {
    guard let place = places[id], let file else { return nil }
    return try file.bytes(place.range)
  }

  /// True where the file holds these lines in this order, each with its line end, and nothing else.
  func isCompact(in order: [Line.ID]) -> Bool {
    var start = 0
    for id in order {
      guard let place = places[id], place.start == start else { return false }
      start = place.range.upperBound + 1
    }
    return start == length
  }

  /// The ids in another order: the given ones first, then the others by their text.
  func sorted(by order: [Line.ID]) -> [Line.ID] {
    var seen: Set<Line.ID> = []
    let first = order.filter { places[$0] != nil && seen.insert($0).inserted }
    let rest = ids.filter { !seen.contains($0) }.sorted { $0.description < $1.description }
    return first + rest
  }
}
