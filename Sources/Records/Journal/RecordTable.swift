/// The records of a file: the last line of each id, in the order of those lines.
struct RecordTable<Line: Record>: Sendable {
  /// The records by id.
  private(set) var records: [Line.ID: Line] = [:]
  /// The ids in the order of their lines, each with where its line stands in the file.
  private(set) var places: [(id: Line.ID, range: Range<Int>)] = []

  /// Bytes of the file.
  private(set) var length: Int

  /// Decodes every line; throws `RecordError` for one that is damaged or of a newer format.
  init(_ lines: RecordLines) throws {
    length = lines.bytes.count
    var last: [Line.ID: Int] = [:]
    var all: [(id: Line.ID, range: Range<Int>)] = []
    for (index, line) in lines.lines.enumerated() {
      let record = try lines.decode(Line.self, at: index)
      records[record.id] = record
      last[record.id] = index
      all.append((record.id, line.range))
    }
    places = all.enumerated().filter { last[$0.element.id] == $0.offset }.map(\.element)
  }

  /// The records in the order of their lines.
  var list: [Line] { places.compactMap { records[$0.id] } }

  /// The same records with their lines in another order: the given ids first, then the others by id.
  func sorted(by order: [Line.ID]) -> [(id: Line.ID, range: Range<Int>)] {
    let ranges = Dictionary(uniqueKeysWithValues: places)
    var seen: Set<Line.ID> = []
    let first = order.filter { ranges[$0] != nil && seen.insert($0).inserted }
    let rest = places.map(\.id).filter { !seen.contains($0) }
      .sorted { $0.description < $1.description }
    return (first + rest).compactMap { id in ranges[id].map { (id, $0) } }
  }

  /// The same records after their lines were written one after the other, each with a line end.
  func moved(to sorted: [(id: Line.ID, range: Range<Int>)]) -> RecordTable {
    var table = self
    table.length = 0
    table.places = sorted.map { place in
      let start = table.length
      table.length += place.range.count + 1
      return (place.id, start..<start + place.range.count)
    }
    return table
  }
}
