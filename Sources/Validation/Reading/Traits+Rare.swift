import Records

extension Traits {
  /// The traits of a character that is neither ASCII nor usual in Japanese.
  static func rare(_ scalar: Unicode.Scalar) -> Traits {
    if scalar.endsLine { return .lineEnd }
    if scalar.isHiddenControl { return .hidden }
    let properties = scalar.properties
    switch scalar.value {
    case 0xFFFD, 0xFFFC, 0xE000...0xF8FF, 0xF0000...0x10FFFF: return [.broken, .visible]
    case 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3134F:
      return Kanji.isJapanese(scalar)
        ? [.kanji, .letter, .visible] : [.kanji, .letter, .visible, .foreignKanji]
    // Latin with accents, and Greek, which mathematics uses.
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      return properties.isAlphabetic ? [.latin, .letter, .visible] : .visible
    case 0x370...0x3FF, 0x1F00...0x1FFF: return [.greek, .letter, .visible]
    // Letter-like signs and mathematical letters, such as ℓ and 𝒪.
    case 0xAA, 0xB5, 0xBA, 0x2070...0x218F, 0x2460...0x24FF, 0x1D400...0x1D7FF:
      return properties.isAlphabetic ? [.letter, .visible] : .visible
    case 0xFDD0...0xFDEF: return [.broken, .visible]
    default: break
    }
    if scalar.value & 0xFFFE == 0xFFFE { return [.broken, .visible] }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return [.foreign, .letter, .visible]
    case .unassigned: return [.broken, .visible]
    default: return properties.isWhitespace ? [] : .visible
    }
  }
}
