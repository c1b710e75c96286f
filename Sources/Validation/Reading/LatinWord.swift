/// A Latin word of a Japanese text: a name, an acronym, or a word that was left in English.
struct LatinWord: Sendable {
  /// Its runs of letters and digits: `GPT-4` has two.
  let atoms: ArraySlice<Atom>
  /// The mark of all of them together.
  let mark: WordMark
  /// The same without a plural's `s`.
  let stem: WordMark

  /// Its bytes in the text.
  var range: Range<Int> {
    (atoms.first?.range.lowerBound ?? 0)..<(atoms.last?.range.upperBound ?? 0)
  }

  /// How many of its letters are capitals.
  var capitals: Int { atoms.reduce(0) { $0 + $1.capitals } }
  /// How many of its letters are small ones.
  var smalls: Int { atoms.reduce(0) { $0 + $1.smalls } }
  /// True where a digit is in it.
  var hasDigit: Bool { range.count > capitals + smalls + atoms.count - 1 }

  /// True for what is written like nothing but a name: `DFQ`, `SupplySim`, `Llama-3`.
  var isName: Bool { capitals > 1 || hasDigit || (capitals == 1 && smalls == 0) }

  /// True for one letter, with up to two digits: `n`, `x_1`, `F1`; `H100` is rather a name.
  var isVariable: Bool { capitals + smalls < 2 && (atoms.count > 1 || range.count < 4) }

  /// True where no letter is a capital.
  var isPlain: Bool { capitals == 0 && !hasDigit }

  /// True for functions of mathematics, which no language translates.
  var isFunction: Bool { Self.functions.contains(mark.value) }

  private static let functions = Set(
    [
      "log", "exp", "min", "max", "sin", "cos", "tanh", "poly", "polylog", "mod", "argmax",
      "argmin",
    ]
    .map { WordMark($0).value })

  /// The words among the runs of a text; numbers with their units are none.
  static func words(of atoms: [Atom], in bytes: [UInt8]) -> [LatinWord] {
    var words: [LatinWord] = []
    var start = 0
    while start < atoms.count {
      var end = start + 1
      while end < atoms.count, atoms[end - 1].isJoined(to: atoms[end], in: bytes) { end += 1 }
      let run = atoms[start..<end]
      if !run.isNumeral(in: bytes), !run.isUnit(in: bytes) { words.append(LatinWord(run)) }
      start = end
    }
    return words
  }

  private init(_ atoms: ArraySlice<Atom>) {
    self.atoms = atoms
    let first = atoms.dropLast().reduce(WordMark()) { $0.followed(by: $1.mark) }
    mark = first.followed(by: atoms.last?.mark ?? WordMark())
    stem = first.followed(by: atoms.last?.stem ?? WordMark())
  }
}

extension Atom {
  /// True where one mark alone stands between this run and the next, as in `GPT-4`.
  fileprivate func isJoined(to next: Atom, in bytes: [UInt8]) -> Bool {
    guard next.range.lowerBound == range.upperBound + 1 else { return false }
    switch bytes[range.upperBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "&"),
      UInt8(ascii: "'"), UInt8(ascii: ","):
      // A comma is part of a number only.
      return bytes[range.upperBound] != UInt8(ascii: ",") || isNumber && next.beginsWithDigit
    default: return false
    }
  }
}

extension ArraySlice<Atom> {
  /// True for `1,000`, `6-50`, `2.5M` and `12ms`, which are numbers with their units.
  fileprivate func isNumeral(in bytes: [UInt8]) -> Bool {
    guard let last, dropLast().allSatisfy(\.isNumber), last.beginsWithDigit else { return false }
    return last.isNumber || Lexicon.measure(ending: last, in: bytes) != nil
  }

  /// True for a unit behind its number, as in `12 ms`.
  fileprivate func isUnit(in bytes: [UInt8]) -> Bool {
    guard count == 1, let first, first.range.lowerBound > 1 else { return false }
    let start = first.range.lowerBound
    guard bytes[start - 1] == UInt8(ascii: " "), (0x30...0x39).contains(bytes[start - 2]),
      case .unit = Lexicon.meaning(of: first)
    else { return false }
    return true
  }
}
