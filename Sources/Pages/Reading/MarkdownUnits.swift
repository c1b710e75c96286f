/// Raw Markdown as the characters that its writer meant, each with the place where it is written.
///
/// What a backslash or an entity stands for is one character; what is written plainly stands for
/// itself, even where a Markdown parser would act on it.
struct MarkdownUnits {
  /// One character.
  struct Unit: Equatable {
    /// The character that was meant.
    let scalar: Unicode.Scalar
    /// Where it is written, as indices of the raw text.
    let range: Range<Int>

    /// True where the character is written with a backslash or as an entity.
    var isEscaped: Bool { range.count > 1 }
  }

  /// The raw text.
  let raw: [Unicode.Scalar]
  /// The characters, in order.
  let units: [Unit]

  /// Reads a raw text.
  init(_ raw: [Unicode.Scalar]) {
    self.raw = raw
    var units: [Unit] = []
    var index = 0
    while index < raw.count {
      let unit = Self.unit(of: raw, at: index)
      units.append(unit)
      index = unit.range.upperBound
    }
    self.units = units
  }

  /// What a reader should see.
  var shown: String { String(units.map(\.scalar)) }

  /// The characters that stand for themselves and are the given one, as indices of `units`.
  func plain(_ scalar: Unicode.Scalar) -> [Int] {
    units.indices.filter { isPlain(scalar, at: $0) }
  }

  /// True where the unit at an index is there, is the given character and stands for itself.
  func isPlain(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    units.indices.contains(index) && units[index].scalar == scalar && !units[index].isEscaped
  }

  private static func unit(of raw: [Unicode.Scalar], at index: Int) -> Unit {
    let next = index + 1
    if raw[index] == "\\", next < raw.count, raw[next].isASCIIPunctuation {
      return Unit(scalar: raw[next], range: index..<(next + 1))
    }
    if raw[index] == "&", let (scalar, length) = entity(raw[next...]) {
      return Unit(scalar: scalar, range: index..<(next + length))
    }
    return Unit(scalar: raw[index], range: index..<next)
  }

  /// The names of the entities that XML knows, which people write to keep a character plain.
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]

  /// The character of an entity and the length of what follows its ampersand; nil where none does.
  private static func entity(
    _ rest: ArraySlice<Unicode.Scalar>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let end = rest.prefix(10).firstIndex(of: ";") else { return nil }
    let name = String(rest[..<end])
    guard let scalar = names[name] ?? numbered(name) else { return nil }
    return (scalar, end - rest.startIndex + 1)
  }

  private static func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.first == "#" else { return nil }
    let isHex = name.dropFirst().first.map { "xX".contains($0) } ?? false
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    return UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}
