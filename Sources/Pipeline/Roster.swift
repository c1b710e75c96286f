import Foundation
import Records

/// The papers of a week in digest order, without their texts and ids: four bytes each.
struct Roster: Sendable {
  /// One paper.
  struct Entry: Sendable {
    /// The paper's place in `papers.jsonl`, and below it three answers of yes or no.
    private let bits: UInt32

    /// Notes a paper that stands at a place.
    fileprivate init(at place: UInt32, _ flags: UInt32) {
      bits = place << 3 | flags
    }

    /// Where `papers.jsonl` has the paper.
    var place: Int { Int(bits >> 3) }
    /// True where a topic of the job has found it.
    var isTopical: Bool { bits & 1 != 0 }
    /// True where a person keeps it off the pages.
    var isHidden: Bool { bits & 2 != 0 }
    /// True where its authors or arXiv have taken it back.
    var isWithdrawn: Bool { bits & 4 != 0 }
  }

  /// All papers of the week.
  let all: [Entry]
  /// How many papers each topic has, by its slug.
  let onDisk: [String: Int]
  /// Where the papers' records stand.
  let papers: RecordTable<Paper>

  /// Reads the papers of a week; throws `RecordError` where they cannot be read.
  init(of folder: RunFolder, topics: [Topic]) throws {
    let edits = try folder.edits.read()
    let slugs = Set(topics.map(\.slug))
    papers = try folder.papers.table()
    var flags: [UInt8] = []
    flags.reserveCapacity(papers.count)
    var onDisk: [String: Int] = [:]
    let order = try papers.digestOrder { paper in
      let isHidden = edits[paper.id]?.isHidden ?? false
      flags.append(
        (paper.topics.contains(where: slugs.contains) ? 1 : 0) | (isHidden ? 2 : 0)
          | (paper.isWithdrawn ? 4 : 0))
      for slug in paper.topics { onDisk[slug, default: 0] += 1 }
    }
    self.onDisk = onDisk
    all = order.map { Entry(at: $0, UInt32(flags[Int($0)])) }
  }

  /// The papers that are not hidden.
  var shown: [Entry] { all.filter { !$0.isHidden } }

  /// The papers of the job's topics that are not hidden.
  var wanted: [Entry] { all.filter { $0.isTopical && !$0.isHidden } }

  /// The wanted papers that a model may be asked about: nobody will publish what is written about a
  /// withdrawn one.
  var asked: [Entry] { all.filter { $0.isTopical && !$0.isHidden && !$0.isWithdrawn } }

  /// How many papers of the job's topics are hidden.
  var hiddenCount: Int { all.count { $0.isTopical && $0.isHidden } }

  /// The id of a paper; throws `RecordError` where it cannot be read any more.
  func id(of entry: Entry) throws -> ArXivID { try papers.id(at: entry.place) }
}
