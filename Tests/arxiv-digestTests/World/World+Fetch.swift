import Foundation

extension World {
  /// A line of `papers.jsonl`, as far as these tests look.
  struct Record: Equatable, Decodable {
    /// The identifier.
    let id: String
    /// The version.
    let version: Int
    /// The title.
    let title: String
    /// The authors' remark.
    let comment: String?
    /// The topics.
    let topics: [String]

    /// The record that a paper of arXiv makes.
    init(_ paper: FakePaper, topics: [String] = ["sd"]) {
      id = paper.id
      version = paper.version
      title = paper.title
      comment = paper.comment
      self.topics = topics
    }
  }

  /// A line of `coverage.jsonl`, without its query and its time.
  struct Receipt: Equatable, Decodable {
    /// The topic.
    var id = "sd"
    /// Pages read.
    var pages: Int
    /// Hits announced.
    var total: Int
    /// Entries read.
    var parsed: Int
    /// Papers taken.
    var papers: Int
    /// Entries that came again.
    var duplicates = 0
    /// Entries left out.
    var dropped: [String] = []
    /// Whether it is believed.
    var confirmed = true
    /// What speaks against it.
    var doubts: [String] = []
    /// Where to go on.
    var next: String?
    /// What arXiv said that it understood, where that was another query.
    var echo: String?
  }

  /// The words of a fetch of the sample topic.
  static let fetchWords = ["fetch", "--week", "2024-07-26", "--topic", "sd"]

  /// The lines of a file of a week, in their order.
  func lines<Line: Decodable>(
    of file: String, week: String = "2024-07-26", runs: String = "runs", as type: Line.Type
  ) throws -> [Line] {
    try (read("\(runs)/\(week)/\(file)") ?? "").split(separator: "\n")
      .map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  /// The papers of a week, in the order of their file.
  func records(week: String = "2024-07-26", runs: String = "runs") throws -> [Record] {
    try lines(of: "papers.jsonl", week: week, runs: runs, as: Record.self)
  }

  /// The receipts of a week, in the order of their file.
  func receipts(week: String = "2024-07-26", runs: String = "runs") throws -> [Receipt] {
    try lines(of: "coverage.jsonl", week: week, runs: runs, as: Receipt.self)
  }
}

extension World {
  /// What a doubtful fetch of the sample topic says; `isWhole` where it came to its end.
  static func doubtful(_ line: String, _ doubt: String, papers: Int, isWhole: Bool) -> String {
    """
      sd: \(line), not confirmed
      DOUBTFUL: \(doubt)
    fetch: \(isWhole ? "1 topic" : "0 topics") fetched, 0 on disk already, \
    \(isWhole ? "" : "1 not to their end, ")\(papers) new papers
    DOUBTFUL: sd: \(doubt)
    week 2024-07-26: \(papers) papers, 0 accepted, 0 withheld, \(papers) waiting
    next: arxiv-digest fetch --week 2024-07-26 --topic sd  # asks arXiv again about sd

    """
  }
}
