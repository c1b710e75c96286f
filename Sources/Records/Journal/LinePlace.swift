/// Where a line begins in its file, and by what it is found: eight bytes for each record of a week.
struct LinePlace {
  /// The beginning in the upper bits, a part of the id's hash in the lower ones.
  private let bits: UInt64

  /// So many bits of a hash are kept.
  ///
  /// The others are enough for files of a terabyte.
  static let markBits: UInt64 = 24

  /// Notes a line that begins at a place.
  init(start: Int, mark: UInt64) {
    bits = (UInt64(start) << Self.markBits) | mark
  }

  /// Where the line begins.
  var start: Int { Int(bits >> Self.markBits) }

  /// What is kept of the hash of its id.
  var mark: UInt64 { bits & ((1 << Self.markBits) - 1) }

  /// What is kept of the hash of an id.
  ///
  /// Swift seeds its hashes anew in each process, so that nobody can choose ids that share one.
  static func mark(of id: some Hashable) -> UInt64 {
    UInt64(truncatingIfNeeded: id.hashValue) >> (64 - markBits)
  }
}
