import Records

extension LocalSearch {
  /// True for a line of the snapshot that names a month of a wanted week, as ` Jul 2024 `, or of the
  /// week after the last one, whose papers tell that the file goes on that far.
  ///
  /// The test of bytes spares most lines the decoding; the dates themselves are tested later.
  var mayHoldWantedDate: @Sendable (ArraySlice<UInt8>) -> Bool {
    let after = weeks.max { $0.start < $1.start }?.shifted(by: 1)
    let days = (weeks + [after].compactMap(\.self)).flatMap { [$0.description, $0.lastDay] }
    let patterns = Set(days.map { String($0.prefix(7)) }).compactMap { month -> BytePattern? in
      let parts = month.split(separator: "-")
      guard parts.count == 2, let number = Int(parts[1]), (1...12).contains(number) else {
        return nil
      }
      return BytePattern(" \(Instant.months[number - 1]) \(parts[0]) ")
    }
    return { line in patterns.contains { $0.isFound(in: line) } }
  }
}
