import Records

/// Whether punctuation has the width that Japanese sets it in, and pairs are pairs.
extension Check {
  /// The rules of this file.
  static let punctuation = [narrowMark, wideComma, brackets, fullStops]

  /// A comma or full stop of ASCII behind a Japanese letter.
  private static let narrowMark = ofTexts(
    with: .narrowMark, "narrow-punctuation", severity: .warning
  ) { text in
    for index in text.scalars.indices.dropFirst() where text.scalars[index].isNarrowMark {
      let before = Traits(of: text.scalars[index - 1])
      guard !before.isDisjoint(with: [.kana, .kanji]) else { continue }
      return Problem(
        text.field.description, "half-width punctuation stands behind a Japanese letter",
        quote: text.words(index - 1..<index + 1))
    }
    return nil
  }

  /// Some houses write ，and ．for 、and 。, but nobody writes both.
  private static let wideComma = ofTexts(
    with: .wideMark, "wide-comma", severity: .warning
  ) { text in
    for index in text.scalars.indices.dropFirst()
    where text.scalars[index] == "，" || text.scalars[index] == "．" {
      return Problem(
        text.field.description, "the text has the commas or full stops of another style",
        quote: text.words(index - 1..<index + 1))
    }
    return nil
  }

  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("（", "）"), ("(", ")"), ("「", "」"), ("『", "』"), ("【", "】"), ("[", "]"),
  ]

  /// A bracket without its other half, or with one of another width.
  private static let brackets = ofTexts(
    with: .bracket, "unpaired-bracket", severity: .warning
  ) { text in
    var open: [Unicode.Scalar] = []
    var isFormula = false
    for scalar in text.scalars
    where scalar.value == 0x24 || scalar.value == 0x28 || scalar.value == 0x29
      || scalar.value == 0x5B || scalar.value == 0x5D
      || scalar.value >= 0x3008 && scalar.value <= 0x3011
      || scalar.value == 0xFF08 || scalar.value == 0xFF09
    {
      if scalar == "$" { isFormula.toggle() }
      // An interval may be open at one end: [0, 1).
      if isFormula && scalar.isASCII { continue }
      if pairs.contains(where: { $0.open == scalar }) { open.append(scalar) }
      guard let pair = pairs.first(where: { $0.close == scalar }) else { continue }
      guard open.popLast() == pair.open else {
        return Problem(text.field.description, "a bracket has no other half", quote: String(scalar))
      }
    }
    return open.last.map {
      Problem(text.field.description, "a bracket has no other half", quote: String($0))
    }
  }

  /// Bullets end with a full stop or without, but all alike.
  private static let fullStops = Check("mixed-full-stops", severity: .warning) { reading in
    let ends = reading.bullets.map { $0.scalars.last == "。" }
    guard ends.contains(true), ends.contains(false) else { return [] }
    return [Problem("bullets", "some bullets end with a full stop, others do not")]
  }
}

extension Unicode.Scalar {
  /// True for the commas and full stops of ASCII.
  fileprivate var isNarrowMark: Bool { self == "," || self == "." || self == "!" || self == "?" }
}
