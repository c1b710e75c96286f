import Foundation
import Records

/// The papers of a `LocalSearch` that have been found so far, with what receipts say about them.
struct Gathering: RecordSink {
  /// What is looked for.
  let search: LocalSearch
  /// Records read, those included that nobody wants.
  private(set) var records = 0
  /// The latest submission of all records; nil where none could be read.
  private(set) var newest: Date?
  /// Records that cannot be read, so that nobody knows whose they are.
  private var unreadable = DropList()
  private var bins: [Week: Bin] = [:]

  /// The papers of one week.
  fileprivate struct Bin {
    var papers: [ArXivID: Paper] = [:]
    /// Papers that have not been handed on, or have changed since.
    var fresh: Set<ArXivID> = []
    /// Records of papers that were known already, by topic.
    var duplicates: [String: Int] = [:]
    var dropped = DropList()
  }

  /// Begins without any.
  init(_ search: LocalSearch) {
    self.search = search
  }

  mutating func take(_ record: some SourceRecord) {
    records += 1
    guard let date = record.submitted else {
      do { _ = try record.paper() } catch { unreadable.add(reason(of: error)) }
      return
    }
    newest = max(date, newest ?? date)
    let weeks = search.weeks(of: date)
    guard !weeks.isEmpty else { return }
    do {
      let paper = try record.paper()
      for week in weeks { bins[week, default: Bin()].take(paper, search) }
    } catch {
      for week in weeks { bins[week, default: Bin()].dropped.add(reason(of: error)) }
    }
  }

  mutating func leaveOut(_ reason: String) {
    records += 1
    unreadable.add(reason)
  }

  mutating func passOver() { records += 1 }

  private func reason(of error: any Error) -> String {
    (error as? DroppedEntry)?.reason ?? "\(error)"
  }

  /// The papers of a week that have not been handed on, of these topics at least one, in digest
  /// order.
  func fresh(in week: Week, of slugs: Set<String>) -> [Paper] {
    guard let bin = bins[week] else { return [] }
    return bin.fresh.compactMap { bin.papers[$0] }
      .filter { !slugs.isDisjoint(with: $0.topics) }.sorted(by: Paper.isBefore)
  }

  /// Notes that papers have been handed on.
  mutating func handOn(_ papers: [Paper], in week: Week) {
    bins[week]?.fresh.subtract(papers.map(\.id))
  }

  /// The papers of a topic in a week, in digest order.
  func papers(of slug: String, in week: Week) -> [Paper] {
    (bins[week]?.papers.values).map { papers in
      papers.filter { $0.topics.contains(slug) }.sorted(by: Paper.isBefore)
    } ?? []
  }

  /// Adds what is counted here to a topic's receipt, except `papers`, and why the topic cannot be
  /// looked for where that is so.
  func count(into receipt: inout Coverage, of topic: Topic, in week: Week) {
    receipt.parsed += records
    receipt.duplicates += bins[week]?.duplicates[receipt.id] ?? 0
    receipt.dropped += unreadable.sentences + (bins[week]?.dropped.sentences ?? [])
    search.obstacle(to: topic, in: week).map { receipt.doubts.append($0) }
    // Nobody knows whose they are: they may be this topic's.
    unreadable.summary.map { receipt.doubts.append($0) }
  }
}

extension Gathering.Bin {
  fileprivate mutating func take(_ found: Paper, _ search: LocalSearch) {
    var paper = found
    paper.topics = search.slugs(of: found)
    let known = papers[paper.id]
    for slug in Set(paper.topics).intersection(known?.topics ?? []) {
      duplicates[slug, default: 0] += 1
    }
    // A newer version that no topic means changes nothing: what was found stays found.
    guard !paper.topics.isEmpty, paper.version > known?.version ?? 0 else { return }
    papers[paper.id] = paper
    fresh.insert(paper.id)
  }
}
