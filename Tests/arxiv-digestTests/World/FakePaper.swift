/// A paper that the test's arXiv knows.
struct FakePaper: Sendable, Equatable {
  /// The identifier without version.
  let id: String
  /// When it was submitted.
  let published: String
  /// A phrase of the queries that find it.
  let phrase: String

  /// Papers of the week of 2024-07-26, the newest first.
  static func week(_ count: Int, phrase: String = "synthetic data") -> [FakePaper] {
    (0..<count).map { number in
      let minute = 59 - number % 60
      let hour = 23 - number / 60
      return FakePaper(
        id: "2407.\(20000 + number)",
        published: "2024-07-30T\(hour):\(minute < 10 ? "0" : "")\(minute):00Z", phrase: phrase)
    }
  }

  /// The paper as an entry of a feed.
  var entry: String {
    """
    <entry>
    <id>http://arxiv.org/abs/\(id)v1</id>
    <title>Paper number \(id)</title>
    <updated>\(published)</updated>
    <summary>An abstract about paper \(id) &amp; what it found.</summary>
    <category term="cs.LG"/>
    <published>\(published)</published>
    <author><name>First Author</name></author>
    </entry>

    """
  }
}
