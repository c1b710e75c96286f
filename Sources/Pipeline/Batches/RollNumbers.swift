import Records

/// The numbers that papers have on a stage's roll, four bytes for each paper of the week.
struct RollNumbers: Sendable {
  /// Where the papers' records stand.
  let papers: RecordTable<Paper>
  /// By the place in `papers.jsonl`: one more than the number, and 0 for a paper that is not on the roll.
  private let numbers: [UInt32]

  /// Numbers the papers of a roll.
  init(_ roll: Roll) {
    papers = roll.papers
    var numbers = [UInt32](repeating: 0, count: roll.papers.count)
    for (number, entry) in roll.entries.enumerated() { numbers[entry.place] = UInt32(number + 1) }
    self.numbers = numbers
  }

  /// The numbers of some papers; those that are not on the roll have none.
  ///
  /// Throws `RecordError` where a paper cannot be read any more.
  func numbers(of ids: [ArXivID]) throws -> [ArXivID: Int] {
    var found: [ArXivID: Int] = [:]
    for id in ids {
      guard let place = try papers.place(of: id), numbers[place] > 0 else { continue }
      found[id] = Int(numbers[place]) - 1
    }
    return found
  }
}
