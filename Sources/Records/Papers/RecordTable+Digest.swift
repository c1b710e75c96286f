extension RecordTable<Paper> {
  /// The places of all papers in digest order; `look` sees every paper on the way, in the order of lines.
  ///
  /// Throws `RecordError` for papers that cannot be read any more, and what `look` throws.
  package func digestOrder(_ look: (Paper) throws -> Void = { _ in }) throws -> [UInt32] {
    var last: Paper.Place?
    var isInOrder = true
    try forEach { paper in
      try look(paper)
      isInOrder = isInOrder && last.map { $0 < paper.place } ?? true
      last = paper.place
    }
    let places = 0..<UInt32(count)
    // A fetch leaves them so; what it goes by is only kept where that is not so.
    guard !isInOrder else { return Array(places) }
    return try places.map { (key: try self[at: Int($0)].place, place: $0) }
      .sorted { $0.key < $1.key }.map(\.place)
  }
}
