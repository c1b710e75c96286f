import Records

/// Tells an answer that landed on the wrong paper by what it has in common with another one.
///
/// A title is written by another request than the bullets, so the two vouch for each other.
struct Answers: Sendable {
  /// The titles' pairs of all papers, one after the other.
  private var pairs: [TitlePair] = []
  /// Where each paper's pairs end.
  private var ends: [Int32] = []
  /// Whether a paper is compared at all, and has bullets.
  private var standings: [Standing] = []
  /// Names that an answer has and its paper has not.
  private var strangeNames: [(index: Int, names: [StrangeName])] = []
  /// How many titles of the week have a pair of letters.
  private var frequency = PairCounts()

  private enum Standing: UInt8 { case absent, silent, answered }

  /// Below this share of its own title, an answer is suspected; measured on 200 published entries, 64
  /// of 100 exchanged answers are found so and no good one is.
  private static let least = 0.3
  /// From this share of another title on, the answer is taken for that paper's.
  private static let most = 0.5
  /// Shorter titles have too little of their own.
  private static let fewestPairs = 8

  /// Takes the next paper; nil for one that is not compared.
  mutating func add(_ trace: Trace?) {
    let index = ends.count
    for pair in trace?.titlePairs ?? [] {
      frequency.add(pair.pair)
      pairs.append(pair)
    }
    ends.append(Int32(pairs.count))
    standings.append(trace.map { $0.bullets.isEmpty ? .silent : .answered } ?? .absent)
    if let names = trace?.strangeNames, !names.isEmpty { strangeNames.append((index, names)) }
  }

  /// The places of papers whose answers belong to another one, with the places of those.
  ///
  /// Only answers in doubt are looked at again.
  func owners(
    lookingAgainAt manuscript: (_ index: Int) throws -> Manuscript?
  ) rethrows -> [Int: Int] {
    let suspects = standings.indices.filter(isDoubtful)
    guard !suspects.isEmpty || !strangeNames.isEmpty else { return [:] }
    var names = NameSearch(strangeNames)
    var titles = TitleSearch()
    var next = suspects[...]
    for index in strangeNames.isEmpty ? suspects : Array(standings.indices)
    where standings[index] != .absent {
      guard let manuscript = try manuscript(index) else { continue }
      if !strangeNames.isEmpty { names.look(at: SourceText(manuscript.paper), of: index) }
      if next.first == index {
        titles.add(manuscript, at: index)
        next = next.dropFirst()
      }
    }
    return titleOwners(titles).merging(names.owners) { _, namesake in namesake }
  }

  /// True where a paper's answer has little of its title.
  private func isDoubtful(_ index: Int) -> Bool {
    let title = title(at: index)
    guard standings[index] == .answered, !title.isEmpty else { return false }
    return share(of: title, found: \.isAnswered) < Self.least
  }

  /// The first papers of whose titles the answers in doubt have enough.
  private func titleOwners(_ titles: TitleSearch) -> [Int: Int] {
    var owners: [Int: Int] = [:]
    guard !titles.isEmpty else { return [:] }
    for index in standings.indices {
      let title = title(at: index)
      guard title.count >= Self.fewestPairs else { continue }
      for suspect in titles.suspects(sharing: title.map(\.pair), most: Self.most, weight) {
        guard suspect.index != index, owners[suspect.index] == nil,
          share(of: title, found: { suspect.pairs.contains($0.pair) }) >= Self.most
        else { continue }
        owners[suspect.index] = index
      }
    }
    return owners
  }

  private func title(at index: Int) -> ArraySlice<TitlePair> {
    pairs[Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])]
  }

  /// Rare pairs tell more.
  private func weight(_ pair: LetterPair) -> Double { 1 / Double(max(frequency[pair], 1)) }

  /// How much of a title an answer has.
  private func share(of title: ArraySlice<TitlePair>, found: (TitlePair) -> Bool) -> Double {
    var (whole, part) = (0.0, 0.0)
    for pair in title {
      let weight = weight(pair.pair)
      whole += weight
      if found(pair) { part += weight }
    }
    return whole > 0 ? part / whole : 0
  }
}
