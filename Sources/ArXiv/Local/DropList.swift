/// Why records were left out: the first reasons, and how many more there are.
struct DropList: Sendable, Equatable {
  /// How many reasons are kept; a damaged file could have millions.
  private static let kept = 20

  private var reasons: [String] = []
  private var others = 0

  /// Adds a reason.
  mutating func add(_ reason: String) {
    if reasons.count < Self.kept { reasons.append(reason) } else { others += 1 }
  }

  /// How many there are, with the first reason; nil where there is none.
  var summary: String? {
    guard let first = reasons.first else { return nil }
    let count = reasons.count + others
    return count == 1
      ? "a record cannot be read: \(first)"
      : "\(count) records cannot be read, the first of them: \(first)"
  }

  /// The reasons, one sentence each, and one for all that were not kept.
  var sentences: [String] {
    others == 0 ? reasons : reasons + ["and \(others) more"]
  }
}
