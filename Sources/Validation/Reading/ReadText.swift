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
    bytes = Self.bytes(of: whole)
    scalars = Array(decoding: bytes)
    length = whole.utf8.count > Self.mostRead ? whole.unicodeScalars.count : scalars.count
    (traits, count, sentenceEnds) = Self.survey(scalars)
    pairs = PairSet(scalars)
    let hasWords = !traits.isDisjoint(with: [.latin, .digit])
    atoms = hasWords ? Array(in: bytes) : []
    words = LatinWord.words(of: atoms, in: bytes)
    var figures =
      traits.contains(.digit)
      ? JapaneseFigures(bytes: bytes, atoms: atoms, words: words).figures() : []
    if traits.contains(.numeral) { figures += KanjiFigures(scalars, bytes: bytes).figures }
    self.figures = figures
  }

  /// The characters of a text, as many as are read.
  static func scalars(of text: String) -> [Unicode.Scalar] { Array(decoding: bytes(of: text)) }

  private static func bytes(of text: String) -> [UInt8] {
    guard text.utf8.count > mostRead else { return Array(text.utf8) }
    return Array(String(text.unicodeScalars.prefix(mostRead / 3)).utf8)
  }

  /// What kinds of characters there are, how many of the letters are Japanese, and where sentences end.
  private static func survey(_ scalars: [Unicode.Scalar]) -> (Traits, ScriptCount, [Int]) {
    let kinds = Traits.Kinds.shared
    let (numbers, mayEnd) = (kinds.numbers.span, kinds.mayEnd)
    var counts = InlineArray<32, Int>(repeating: 0)
    var traits: Traits = []
    var count = ScriptCount()
    var sentenceEnds: [Int] = []
    let text = scalars.span
    for index in text.indices {
      let scalar = text[index]
      let number = scalar.value < 0xA000 ? Int(numbers[Int(scalar.value)]) : 0
      counts[number] &+= 1
      if number == 0 {
        let trait = Traits(of: scalar)
        traits.formUnion(trait)
        count.add(trait)
      } else if mayEnd & 1 << number == 0 {
        continue
      }
      if scalar.endsSentence { sentenceEnds.append(index) }
    }
    for number in kinds.traits.indices.dropFirst() where counts[number] > 0 {
      traits.formUnion(kinds.traits[number])
      count.add(counts[number], kinds.traits[number])
    }
    if scalars.last?.endsSentence != true { sentenceEnds.append(scalars.count) }
    return (traits, count, sentenceEnds)
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
