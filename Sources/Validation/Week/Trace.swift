package import Records

/// What is kept of a judged paper for comparing it with the week's others: marks and numbers in place
/// of its texts.
package struct Trace: Sendable {
  /// The paper.
  package let id: ArXivID
  /// The pages that it stands on, by their topics' slugs.
  let topics: [String]
  /// The English title's mark: two papers may well be called the same.
  let ownTitle: UInt64
  /// The mark of the Japanese title; nil where it is empty.
  let title: UInt64?
  /// The marks of the bullets, empty ones left out.
  let bullets: [UInt64]
  /// The remark's mark; nil where it is empty.
  let remark: UInt64?
  /// How the remark begins; nil where it is empty.
  let opening: Opening?
  /// The pet words in the remark, by their places in the rules, each once and in the rules' order.
  let petWords: [Int32]
  /// Pairs of neighbouring letters in the Japanese title, each once.
  let titlePairs: [TitlePair]
  /// Names in the bullets that the paper has not, each once; none where there are too few to tell
  /// anything.
  let strangeNames: [StrangeName]

  /// Takes what is needed from a paper that was read; `petWords` are those of the rules.
  init(_ reading: Reading, petWords: PhraseTable<Int32>) {
    id = reading.paper.id
    topics = reading.paper.topics
    ownTitle = WordMark(reading.paper.title).value
    let title = reading[.title]
    let remark = reading[.remark]
    self.title = title?.mark
    self.remark = remark?.mark
    bullets = reading.bullets.compactMap(\.mark)
    opening = Opening(of: remark?.scalars ?? [])
    self.petWords = Set(petWords.matches(in: remark?.scalars ?? []).map(\.value)).sorted()
    titlePairs = Self.pairs(of: title?.scalars ?? [], in: reading)
    var names: [StrangeName] = []
    for stranger in reading.strangers where stranger.word.isName {
      guard case .bullet = stranger.text.field else { continue }
      let name = StrangeName(stranger.word)
      if !names.contains(name) { names.append(name) }
    }
    strangeNames = names.count >= StrangeName.fewest ? names : []
  }

  /// The pairs of a title, with which of them stand in bullets or remark.
  private static func pairs(of title: [Unicode.Scalar], in reading: Reading) -> [TitlePair] {
    let pairs = LetterPair.pairs(of: title)
    var filter = LetterPair.Filter()
    for pair in pairs { filter.insert(pair) }
    var found = [Bool](repeating: false, count: pairs.count)
    for text in reading.texts where text.field != .title {
      LetterPair.forEach(in: text.scalars) { pair in
        guard filter.mayHold(pair), let place = pairs.firstIndex(of: pair) else { return }
        found[place] = true
      }
    }
    return pairs.indices.map { TitlePair(pairs[$0], isAnswered: found[$0]) }
  }
}

/// A name in an answer that the paper itself has not.
struct StrangeName: Sendable, Hashable {
  /// The mark of its letters, without a plural's `s`.
  let stem: WordMark
  /// Of how many runs of letters and digits it is.
  let parts: Int32
  /// One bit of sixty-four for its first letter.
  let initialBit: UInt64

  /// So many names of another paper are no accident.
  static let fewest = 2

  /// Takes a name from an answer.
  init(_ word: LatinWord) {
    stem = word.stem
    parts = Int32(word.atoms.count)
    initialBit = word.atoms.first?.initialBit ?? 0
  }

  static func == (one: StrangeName, other: StrangeName) -> Bool { one.stem == other.stem }

  func hash(into hasher: inout Hasher) { hasher.combine(stem) }
}

extension ReadText {
  /// A mark of the whole text, by which equal ones are found; nil where it is empty.
  ///
  /// Two others share one by an accident of one in 2^64.
  fileprivate var mark: UInt64? {
    guard !text.isEmpty else { return nil }
    guard length == scalars.count else { return Self.mark(of: Array(text.unicodeScalars)) }
    return Self.mark(of: scalars)
  }

  private static func mark(of scalars: [Unicode.Scalar]) -> UInt64 {
    let text = scalars.span
    var mark: UInt64 = 0
    for index in text.indices {
      mark = (mark ^ UInt64(text[index].value)) &* 0x9E37_79B9_7F4A_7C15
      mark ^= mark >> 29
    }
    return mark
  }
}
