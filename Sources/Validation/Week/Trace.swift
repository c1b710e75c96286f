import Records

/// What is kept of a paper's texts for comparing them with those of the week's other papers.
struct Trace: Sendable {
  /// The paper.
  let id: ArXivID
  /// The pages that it stands on, by their topics' slugs.
  let topics: [String]
  /// The English title's mark: two papers may well be called the same.
  let ownTitle: WordMark
  /// The Japanese title; nil where it is empty.
  let title: TraceText?
  /// The bullets, empty ones left out.
  let bullets: [TraceText]
  /// The remark.
  let remark: [Unicode.Scalar]
  /// The remark as a whole; nil where it is empty.
  let wholeRemark: TraceText?
  /// Pairs of neighbouring letters in the Japanese title, each once.
  let titlePairs: [LetterPair]
  /// What the paper says about itself.
  let source: SourceText
  /// Names in the bullets that the paper has not, each once.
  let strangeNames: [LatinWord]

  /// Takes what is needed from a paper that was read.
  init(_ reading: Reading) {
    id = reading.paper.id
    topics = reading.paper.topics
    ownTitle = WordMark(reading.paper.title)
    title = reading[.title].flatMap(TraceText.init)
    bullets = reading.bullets.compactMap(TraceText.init)
    remark = reading[.remark]?.scalars ?? []
    wholeRemark = reading[.remark].flatMap(TraceText.init)
    titlePairs = LetterPair.pairs(of: reading[.title]?.scalars ?? [])
    source = reading.source
    var names: [LatinWord] = []
    for stranger in reading.strangers where stranger.word.isName {
      guard case .bullet = stranger.text.field else { continue }
      if !names.contains(where: { $0.stem == stranger.word.stem }) { names.append(stranger.word) }
    }
    strangeNames = names
  }
}

extension Trace {
  /// Which pairs of the Japanese title stand in bullets or remark as well, in their order.
  var answeredPairs: [Bool] {
    var filter = LetterPair.Filter()
    for pair in titlePairs { filter.insert(pair) }
    var found = [Bool](repeating: false, count: titlePairs.count)
    func look(_ pair: LetterPair) {
      guard filter.mayHold(pair), let place = titlePairs.firstIndex(of: pair) else { return }
      found[place] = true
    }
    for bullet in bullets { LetterPair.forEach(in: bullet.text.unicodeScalars, look) }
    LetterPair.forEach(in: remark, look)
    return found
  }

  /// The pairs of neighbouring letters in bullets and remark.
  var answerPairs: Set<LetterPair> {
    var pairs: Set<LetterPair> = []
    for bullet in bullets {
      LetterPair.forEach(in: bullet.text.unicodeScalars) { pairs.insert($0) }
    }
    LetterPair.forEach(in: remark) { pairs.insert($0) }
    return pairs
  }
}

/// Two letters side by side, of kanji, katakana, Latin or digits: what content words are made of.
struct LetterPair: Sendable, Hashable {
  private let value: UInt64

  /// Tells quickly of most pairs that they are not among some.
  struct Filter {
    private var bits: InlineArray<8, UInt64> = .init(repeating: 0)

    /// Takes a pair.
    mutating func insert(_ pair: LetterPair) {
      let mixed = pair.mixed
      bits[Int(mixed >> 61)] |= 1 << (mixed >> 32 & 63)
    }

    /// False for a pair that was not taken.
    func mayHold(_ pair: LetterPair) -> Bool {
      let mixed = pair.mixed
      return bits[Int(mixed >> 61)] & (1 << (mixed >> 32 & 63)) != 0
    }
  }

  private var mixed: UInt64 { value &* 0x9E37_79B9_7F4A_7C15 }

  /// The pairs of a text, each once.
  static func pairs(of scalars: [Unicode.Scalar]) -> [LetterPair] {
    var pairs: [LetterPair] = []
    forEach(in: scalars) { if !pairs.contains($0) { pairs.append($0) } }
    return pairs
  }

  /// Calls `body` with each pair of a text.
  static func forEach(in scalars: some Sequence<Unicode.Scalar>, _ body: (LetterPair) -> Void) {
    var last: Unicode.Scalar?
    for scalar in scalars {
      let letter = scalar.isContent ? scalar.folded : nil
      if let last, let letter {
        body(LetterPair(value: UInt64(last.value) << 21 | UInt64(letter.value)))
      }
      last = letter
    }
  }
}

extension Unicode.Scalar {
  /// True for letters that words of content are written with.
  fileprivate var isContent: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x30A1...0x30FE, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
