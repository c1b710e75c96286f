/// Where the records of a file stand: the last line of each id, in the order of those lines.
///
/// It keeps neither records nor ids, but thirteen bytes for each: what is asked for is read from the file,
/// so that a week of any size takes little memory. The file it was made of stays open, and so what it says
/// stays true where the path is given to another file, or lines are added.
package struct RecordTable<Line: Record>: Sendable {
  private let lines: LineList<Line>
  private let index: LineIndex
  /// True where the file holds nothing but the lines of these records, each with its line end.
  private let isTight: Bool

  /// Reads a file to its end; one that is not there has no records.
  ///
  /// Throws `RecordError` for a file that cannot be read, a damaged line, or a newer format.
  init(path: String) throws {
    let reader = try LineReader(path: path)
    var lines = LineList<Line>(of: reader)
    var covered = 0
    try reader.forEach { line in
      lines.add(try line.checkedID(of: Line.self), at: line.start)
      covered += line.bytes.count + 1
    }
    var index = LineIndex(room: lines.count)
    var isLast = [Bool](repeating: true, count: lines.count)
    // From the end: of two lines with the same id the later is there first.
    for number in (0..<lines.count).reversed() {
      isLast[number] = try index.add(number, in: lines.places) { [lines] in
        try lines.areSame($0, number)
      }
    }
    isTight = covered == reader.length && !isLast.contains(false)
    lines.keep { isLast[$0] }
    if lines.count < isLast.count {
      // First one goes, then the other comes.
      index = LineIndex(room: 0)
      index = LineIndex(room: lines.count)
      for number in 0..<lines.count { _ = index.add(number, in: lines.places) { _ in false } }
    }
    self.lines = lines
    self.index = index
  }

  /// How many records there are.
  package var count: Int { lines.count }

  /// Where the record of an id stands among all; nil where there is none.
  ///
  /// Throws `RecordError` where the file cannot be read any more.
  package func place(of id: Line.ID) throws -> Int? {
    try index.number(of: LinePlace.mark(of: id), in: lines.places) { try lines.isID(id, of: $0) }
  }

  /// True where there is a record of this id.
  package func contains(_ id: Line.ID) throws -> Bool { try place(of: id) != nil }

  /// The record of an id, read from the file; nil where there is none.
  ///
  /// Throws `RecordError` where it cannot be read any more.
  package subscript(id: Line.ID) -> Line? {
    get throws { try place(of: id).map(lines.record) }
  }

  /// The record at a place among all, read from the file.
  ///
  /// Throws `RecordError` where it cannot be read any more.
  package subscript(at place: Int) -> Line {
    get throws { try lines.record(at: place) }
  }

  /// The id of the record at a place among all.
  ///
  /// Throws `RecordError` where it cannot be read any more.
  package func id(at place: Int) throws -> Line.ID { try lines.id(of: place) }

  /// Calls `body` with every record in the order of their lines, one at a time.
  package func forEach(_ body: (Line) throws -> Void) throws {
    for place in 0..<count { try body(try self[at: place]) }
  }

  /// The places of all records in the order of a number that their ids hold, and then of their lines; no
  /// number is above 2^32.
  package func places(by number: (Line.ID) -> Int) throws -> [UInt32] {
    // Number and place in one: a list of both apart is as large again.
    var keyed = try (0..<count).map {
      UInt64(UInt32(clamping: number(try id(at: $0)))) << 32 | UInt64($0)
    }
    keyed.sort()
    return keyed.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// The places of all records in another order: those of the ids that `order` hands over first, then the
  /// others by the text of their ids.
  func sorted(
    by order: (_ next: (Line.ID) throws -> Void) throws -> Void
  ) throws -> [UInt32] {
    var isPlaced = [Bool](repeating: false, count: count)
    var places: [UInt32] = []
    places.reserveCapacity(count)
    try order { id in
      guard let place = try place(of: id), !isPlaced[place] else { return }
      isPlaced[place] = true
      places.append(UInt32(place))
    }
    let rest = try (0..<count).filter { !isPlaced[$0] }
      .map { (text: try id(at: $0).description, place: UInt32($0)) }
    return places + rest.sorted { $0.text < $1.text }.map(\.place)
  }

  /// The bytes of the line at a place among all, without line end.
  func line(at place: Int) throws -> ArraySlice<UInt8> { try lines.line(place) }

  /// True where the file holds these records in this order, each with its line end, and nothing else.
  func isCompact(in order: [UInt32]) -> Bool {
    isTight && order.elementsEqual(0..<UInt32(count))
  }
}
