/// Finds the papers that most of the strange names in an answer come from.
struct NameSearch {
  /// A name of an answer.
  private struct Place {
    let suspect: Int32
    let name: Int32
    /// Of up to so many runs of letters the name is looked for in a source.
    let length: Int
  }

  private let suspects: [(index: Int, names: [StrangeName])]
  private var places = MarkTable<[Place]>([:])
  private var initials: UInt64 = 0
  private var length = 0

  /// The places of papers whose answers belong to another one, with the first of those.
  private(set) var owners: [Int: Int] = [:]

  /// Looks for the names of some answers, by the places of their papers.
  init(_ suspects: [(index: Int, names: [StrangeName])]) {
    self.suspects = suspects
    for (number, suspect) in suspects.enumerated() {
      let length = SourceText.phraseLength(for: suspect.names.map { Int($0.parts) })
      self.length = max(self.length, length)
      for (name, strange) in suspect.names.enumerated() {
        initials |= strange.initialBit
        let place = Place(suspect: Int32(number), name: Int32(name), length: length)
        places[strange.stem] = (places[strange.stem] ?? []) + [place]
      }
    }
  }

  /// Looks at what the paper at an index says about itself; papers come in their order.
  mutating func look(at source: SourceText, of index: Int) {
    var found: [Int32: Set<Int32>] = [:]
    source.forEachPhrase(upTo: length, beginningWith: initials) { mark, start, last in
      for place in places[mark] ?? []
      where last - start < place.length && !source.isCut(at: last) {
        found[place.suspect, default: []].insert(place.name)
      }
    }
    for (number, names) in found where names.count >= StrangeName.fewest {
      let suspect = suspects[Int(number)]
      guard suspect.index != index, owners[suspect.index] == nil,
        names.count * 2 > suspect.names.count
      else { continue }
      owners[suspect.index] = index
    }
  }
}
