/// One text that would be published, read once for all checks.
///
/// A class, because checks hand it around, and a value of so many parts is copied at a price.
final class ReadText: Sendable {
  /// Which text of a paper it is.
  let field: Field
  /// The text.
  let text: String
  /// Its characters, as many as are read.
  let scalars: [Unicode.Scalar]
  /// How many characters it has.
  let length: Int
  /// Its UTF-8.
  let bytes: [UInt8]
  /// What kinds of characters it holds.
  let traits: Traits
  /// How many of its letters are Japanese.
  let count: ScriptCount
  /// Where its sentences end, before their full stops.
  let sentenceEnds: [Int]
  /// Its pairs of neighbouring characters.
  let pairs: PairSet
  /// Its runs of Latin letters and digits.
  let atoms: [Atom]
  /// Its Latin words.
  let words: [LatinWord]
  /// Its numbers.
  let figures: [Figure]

  /// Bytes that are read of a text: a longer one is found to be too long, and that is enough.
  private static let mostRead = 6000

  /// Reads a text.
  init(_ whole: String, in field: Field) {
    self.field = field
    text = whole
    let isLong = whole.utf8.count > Self.mostRead
    let text =
      isLong
      ? String(String.UnicodeScalarView(whole.unicodeScalars.prefix(Self.mostRead / 3))) : whole
    bytes = Array(text.utf8)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var traits: Traits = []
    var count = ScriptCount()
    var sentenceEnds: [Int] = []
    for scalar in text.unicodeScalars {
      let trait = Traits(of: scalar)
      traits.formUnion(trait)
      count.add(trait)
      if scalar.endsSentence { sentenceEnds.append(scalars.count) }
      scalars.append(scalar)
    }
    self.scalars = scalars
    length = isLong ? whole.unicodeScalars.count : scalars.count
    if scalars.last?.endsSentence != true { sentenceEnds.append(scalars.count) }
    self.sentenceEnds = sentenceEnds
    self.traits = traits
    pairs = PairSet(scalars)
    self.count = count
    let hasWords = !traits.isDisjoint(with: [.latin, .digit])
    atoms = hasWords ? Array(in: bytes) : []
    words = LatinWord.words(of: atoms, in: bytes)
    figures = JapaneseFigures(bytes: bytes, atoms: atoms, words: words).figures(scalars)
  }
}

/// A text of a paper on the page.
enum Field: Sendable, Hashable, CustomStringConvertible {
  /// The Japanese title.
  case title
  /// A bullet, counted from zero.
  case bullet(Int)
  /// The casual one-line comment.
  case remark

  private static let bullets = (0..<8).map { "bullets[\($0)]" }

  /// The name in findings, such as `bullets[2]`.
  var description: String {
    switch self {
    case .title: "title"
    case .bullet(let index): index < 8 ? Self.bullets[index] : "bullets[\(index)]"
    case .remark: "remark"
    }
  }
}

extension Unicode.Scalar {
  /// True for full stops and what stands in their place.
  fileprivate var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "!", "?", "♪": true
    default: false
    }
  }
}
