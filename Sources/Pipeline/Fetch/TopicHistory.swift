import Records

/// How many papers a week of each topic usually has, from the receipts of the weeks before.
///
/// A source that answers with too little looks like one that answers with everything; what tells them
/// apart is what it used to answer.
struct TopicHistory {
  /// So many weeks back.
  private static let weeks = 8

  private let receipts: [[String: Coverage]]

  /// Reads the receipts of the weeks before.
  init(before folder: RunFolder) {
    receipts = (1...Self.weeks).map { weeks in
      // A damaged file of another week is that week's trouble.
      (try? folder.earlier(by: weeks).coverage.read()) ?? [:]
    }
  }

  /// The number in the middle, the upper one of two; nil where no earlier week has been fetched.
  ///
  /// Weeks that were fetched with another query say nothing about this one.
  func usual(_ topic: Topic) -> Int? {
    let counts = receipts.compactMap { $0[topic.slug] }
      .filter { $0.isWhole && $0.isFor(topic) }
      .map(\.papers).sorted()
    return counts.isEmpty ? nil : counts[counts.count / 2]
  }
}

extension Coverage {
  /// True where the fetch came to its end and nothing speaks against it.
  var isWhole: Bool { confirmed && doubts.isEmpty && next == nil }

  /// What speaks against believing it.
  var objections: [String] {
    guard doubts.isEmpty else { return doubts }
    return [next == nil ? "an empty answer was not confirmed" : "the fetch did not come to its end"]
  }

  /// True where the topic's query has not changed since.
  func isFor(_ topic: Topic) -> Bool {
    // What follows is the window, as the search is sent it or as it is held against records here.
    [" AND submittedDate:[", ", submitted "].contains { query.hasPrefix("(\(topic.query))\($0)") }
  }

  /// Believes what is in doubt where it was the same on another day, with the same number of papers:
  /// that is no accident of the source.
  mutating func believe(after last: Coverage?) {
    guard let last, last.papers == papers, last.next == nil, !doubts.isEmpty else { return }
    let known = last.fetched.isSameArXivDay(as: fetched) ? [] : last.doubts
    guard Set(doubts).isSubset(of: known + last.believed) else { return }
    believed = doubts
    doubts = []
    confirmed = true
  }

  /// What is odd about the number of papers, where a week usually has so many; nil where nothing is.
  func oddity(usual: Int) -> String? {
    if papers == 0, usual > 0 {
      return "no paper was found, where \(usual) would be usual"
    }
    // Small numbers vary by themselves.
    guard usual >= 8, papers * 4 < usual else { return nil }
    return "only \(papers) papers were found, where \(usual) would be usual"
  }
}
