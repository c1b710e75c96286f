/// A paper that the test's arXiv knows.
struct FakePaper: Sendable, Equatable {
  /// The identifier without version.
  let id: String
  /// When it was submitted.
  var published: String
  /// A phrase of the queries that find it.
  let phrase: String
  /// The latest version.
  var version = 1
  /// The title, in one line.
  var title: String
  /// The abstract, in one line.
  var abstract: String
  /// The authors' remark, in one line; nil where there is none.
  var comment: String?

  /// A paper that says little but its identifier.
  init(id: String, published: String, phrase: String) {
    self.id = id
    self.published = published
    self.phrase = phrase
    title = "Paper number \(id)"
    abstract = "An abstract about paper \(id) & what it found."
  }

  /// Papers of one day, the newest first and a minute apart, numbered from `first` on.
  ///
  /// The day is one of the week of 2024-07-26, unless told otherwise.
  static func week(
    _ count: Int, phrase: String = "synthetic data", day: String = "2024-07-30",
    first: Int = 2407_20000
  ) -> [FakePaper] {
    (0..<count).map { number in
      let minute = 59 - number % 60
      let hour = 23 - number / 60
      let id = "\(first + number)"
      return FakePaper(
        id: "\(id.prefix(4)).\(id.dropFirst(4))",
        published: "\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00Z",
        phrase: phrase)
    }
  }
}
