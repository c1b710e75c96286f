/// Finds answers by what they have of a title.
struct TitleSearch {
  /// An answer in doubt.
  struct Suspect {
    /// The place of its paper.
    let index: Int
    /// The pairs of neighbouring letters in bullets and remark.
    let pairs: Set<LetterPair>
  }

  private var suspects: [Suspect] = []
  /// The answers that have a pair, by their places among the suspects.
  private var holders: [LetterPair: [Int32]] = [:]

  /// True where no answer is in doubt.
  var isEmpty: Bool { suspects.isEmpty }

  /// Takes the answer of the paper at an index.
  mutating func add(_ manuscript: Manuscript, at index: Int) {
    var pairs: Set<LetterPair> = []
    for text in Reading.texts(of: manuscript.tidied.manuscript) where text.field != .title {
      LetterPair.forEach(in: ReadText.scalars(of: text.text)) { pairs.insert($0) }
    }
    for pair in pairs { holders[pair, default: []].append(Int32(suspects.count)) }
    suspects.append(Suspect(index: index, pairs: pairs))
  }

  /// The answers that may have so great a share of a title, by the weights of its pairs.
  ///
  /// One that has none of the rarest pairs cannot come to the share, so the others are not asked.
  func suspects(
    sharing title: [LetterPair], most: Double, _ weight: (LetterPair) -> Double
  ) -> [Suspect] {
    let weighed = title.map { (pair: $0, weight: weight($0)) }.sorted { $0.weight > $1.weight }
    let whole = weighed.reduce(0) { $0 + $1.weight }
    var rest = whole
    var places: Set<Int32> = []
    // A little more than needed: sums in another order differ in their last bits.
    for (pair, weight) in weighed where rest >= most * whole * 0.999 {
      places.formUnion(holders[pair] ?? [])
      rest -= weight
    }
    return places.sorted().map { suspects[Int($0)] }
  }
}
