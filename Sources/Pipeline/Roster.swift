import Foundation
import Records

/// The papers of a week in digest order, without their texts.
struct Roster: Sendable {
  /// One paper.
  struct Entry: Sendable {
    /// The paper.
    let id: ArXivID
    /// True where a topic of the job has found it.
    let isTopical: Bool
    /// True where a person keeps it off the pages.
    let isHidden: Bool
    /// True where its authors or arXiv have taken it back.
    let isWithdrawn: Bool
  }

  /// All papers of the week.
  let all: [Entry]
  /// How many papers each topic has, by its slug.
  let onDisk: [String: Int]

  /// Reads the papers of a week; throws `RecordError` where they cannot be read.
  init(of folder: RunFolder, topics: [Topic]) throws {
    let edits = try folder.edits.read()
    let slugs = Set(topics.map(\.slug))
    var papers: [(place: Paper.Place, entry: Entry)] = []
    var onDisk: [String: Int] = [:]
    try folder.papers.table().forEach { paper in
      let entry = Entry(
        id: paper.id, isTopical: paper.topics.contains(where: slugs.contains),
        isHidden: edits[paper.id]?.isHidden ?? false, isWithdrawn: paper.isWithdrawn)
      papers.append((paper.place, entry))
      for slug in paper.topics { onDisk[slug, default: 0] += 1 }
    }
    self.onDisk = onDisk
    all = papers.sorted { $0.place < $1.place }.map(\.entry)
  }

  /// The papers that are not hidden.
  var shown: [Entry] { all.filter { !$0.isHidden } }

  /// The papers of the job's topics that are not hidden.
  var wanted: [Entry] { all.filter { $0.isTopical && !$0.isHidden } }

  /// How many papers of the job's topics are hidden.
  var hiddenCount: Int { all.count { $0.isTopical && $0.isHidden } }
}
