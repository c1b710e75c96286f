/// Deals weeks out to machines, which do not talk to each other and come to the same result.
enum Deal {
  /// Which of the weeks fall to each part, by their place, the oldest first.
  ///
  /// The week with the most papers goes to the part that has the fewest so far, and so on; what is equal
  /// goes by date, and by number. So no part has more papers beyond another than the largest week has.
  static func parts(_ count: Int, of papers: [Int]) -> [[Int]] {
    var parts = Array(repeating: (papers: 0, weeks: [Int]()), count: count)
    let largestFirst = papers.indices.sorted { (papers[$1], $0) < (papers[$0], $1) }
    for week in largestFirst {
      let lightest = parts.indices.min { load(of: parts[$0], $0) < load(of: parts[$1], $1) } ?? 0
      parts[lightest].papers += papers[week]
      parts[lightest].weeks.append(week)
    }
    return parts.map { $0.weeks.sorted() }
  }

  /// Weeks count where papers are equal: those that nobody has fetched do not all go to one part.
  private static func load(
    of part: (papers: Int, weeks: [Int]), _ number: Int
  ) -> (Int, Int, Int) {
    (part.papers, part.weeks.count, number)
  }
}
