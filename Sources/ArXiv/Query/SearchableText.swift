import Foundation

/// A text cut into words as arXiv's English field cuts them.
///
/// Words are runs of letters and digits, in lower case, without diacritics and without a possessive
/// `'s`; so `synthetic-data` is two words. Unlike arXiv's, it leaves no small words out.
struct SearchableText: Sendable, Equatable {
  /// The text as it is written.
  let text: String
  /// The words in their order, and where each stands in the text.
  let words: [(word: Word, range: Range<String.Index>)]

  /// A word, as it is compared.
  struct Word: Sendable, Equatable {
    /// The word without capitals and diacritics.
    let plain: String
    /// The word without its ending.
    let stem: String
  }

  static func == (one: SearchableText, other: SearchableText) -> Bool { one.text == other.text }

  /// Cuts a text into words.
  init(_ text: String) {
    self.text = text
    words = Self.ranges(of: text).map { range in
      let plain = Self.folded(text[range])
      return (Word(plain: plain, stem: PorterStemmer.stem(of: plain)), range)
    }
  }

  private static func ranges(of text: String) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    var ranges: [Range<String.Index>] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let start = index
      index = scalars.index(after: index)
      guard scalars[start].isPartOfWord else { continue }
      // Chinese characters and hiragana have no spaces between words: each counts as one.
      if !scalars[start].standsAlone {
        while index < scalars.endIndex, scalars[index].isPartOfWord, !scalars[index].standsAlone {
          index = scalars.index(after: index)
        }
      }
      if !isPossessive(start..<index, after: ranges.last, in: scalars) {
        ranges.append(start..<index)
      }
    }
    return ranges
  }

  /// True for the `s` of a word's `'s`.
  private static func isPossessive(
    _ range: Range<String.Index>, after word: Range<String.Index>?,
    in scalars: String.UnicodeScalarView
  ) -> Bool {
    guard let word, word.upperBound < range.lowerBound,
      "'’＇".unicodeScalars.contains(scalars[word.upperBound]),
      scalars.index(after: word.upperBound) == range.lowerBound
    else { return false }
    return scalars[range].elementsEqual("s".unicodeScalars)
      || scalars[range].elementsEqual("S".unicodeScalars)
  }

  /// A text in lower case and without diacritics, so that é is compared as e.
  static func folded(_ text: some StringProtocol) -> String {
    let lower = text.lowercased()
    guard lower.utf8.contains(where: { $0 >= 0x80 }) else { return lower }
    var folded = String.UnicodeScalarView()
    for scalar in lower.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar {
      case "ø": folded.append("o")
      case "ł": folded.append("l")
      case "đ": folded.append("d")
      case "ı": folded.append("i")
      case "ß": folded.append(contentsOf: "ss".unicodeScalars)
      case "æ": folded.append(contentsOf: "ae".unicodeScalars)
      case "œ": folded.append(contentsOf: "oe".unicodeScalars)
      case let mark where mark.properties.generalCategory == .nonspacingMark: continue
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }
}

extension Unicode.Scalar {
  /// True for letters, digits, and marks upon letters.
  var isPartOfWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default:
      properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
    }
  }

  /// True for a Chinese character or a hiragana.
  var standsAlone: Bool {
    !isASCII && (properties.isIdeographic || (0x3041...0x3096).contains(value))
  }
}
