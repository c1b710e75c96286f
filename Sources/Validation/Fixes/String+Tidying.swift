import Foundation
import Records

extension String {
  /// Composed characters, with letters and digits in the width that Japanese sets them in.
  ///
  /// Latin letters and digits are narrow, katakana is wide, and what only looks like an ideograph is
  /// one. Punctuation stays, because its width is a matter of style, but within a number.
  var usualForms: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.hasUsualForm {
        scalars.append(
          contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars.withNarrowPoints).precomposedStringWithCanonicalMapping
  }

  /// The text without a code fence around it.
  var withoutFence: String {
    guard utf8.contains(0x60) || utf8.contains(0x7E) else { return self }
    var text = Substring(trimmed)
    for fence in ["```", "~~~"] where text.hasPrefix(fence) && text.hasSuffix(fence) {
      guard text.utf8.count >= 2 * fence.utf8.count else { continue }
      text = text.drop { $0 == fence.first }
      // A word on the first line names the language.
      if let end = text.firstIndex(of: "\n"), text[..<end].allSatisfy({ $0.isASCII }) {
        text = text[end...]
      }
      while text.last == fence.last { text.removeLast() }
    }
    return String(text)
  }

  /// The text without white space, blank lines and invisible marks at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
      let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[start...end])
  }

  /// The first paragraph, where the others only talk about the answer.
  ///
  /// What follows a blank line is no part of a title, a bullet or a remark.
  var firstParagraph: String {
    let lines = split(omittingEmptySubsequences: false) {
      $0.unicodeScalars.first?.endsLine ?? false
    }
    guard lines.count > 2,
      let blank = lines.firstIndex(where: { $0.allSatisfy(\.isWhitespace) }), blank > 0
    else { return self }
    // What goes on about the paper is no prose about the answer, and is not lost unseen.
    let rest = lines[blank...].joined(separator: "\n").trimmed
    guard Self.afterwords.contains(where: { rest.hasPrefix($0) }) else { return self }
    return lines[..<blank].joined(separator: "\n").trimmed
  }

  /// How words behind an answer begin.
  private static let afterwords = [
    "以上", "注", "※", "（注", "補足", "なお、", "ご", "何か", "他に", "ほかに", "必要", "いかが", "---", "```", "{", "}",
    "Note", "note", "Let me", "I hope", "Please",
  ]

  /// The text without list marks at its start.
  var withoutListMark: String {
    var scalars = unicodeScalars[...]
    while let rest = scalars.behindListMark {
      guard rest.contains(where: { !$0.properties.isWhitespace }) else { break }
      scalars = rest.drop(while: \.properties.isWhitespace)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// True where the text begins with white space or with what may be a list mark.
  var mayBeginWithMark: Bool {
    guard let first = unicodeScalars.first else { return false }
    return first.properties.isWhitespace || unicodeScalars[...].behindListMark != nil
  }
}

extension String.UnicodeScalarView {
  /// The characters with full stops and commas between two digits made narrow.
  fileprivate var withNarrowPoints: Self {
    guard contains(where: { $0 == "．" || $0 == "，" }) else { return self }
    var scalars = Array(self)
    for index in scalars.indices.dropFirst().dropLast()
    where scalars[index] == "．" || scalars[index] == "，" {
      guard ("0"..."9").contains(scalars[index - 1]), ("0"..."9").contains(scalars[index + 1])
      else { continue }
      scalars[index] = scalars[index] == "．" ? "." : ","
    }
    return Self(scalars)
  }
}

extension Unicode.Scalar {
  /// True for the compatibility forms that Japanese texts hold by accident.
  fileprivate var hasUsualForm: Bool {
    switch value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFF9F, 0x2E80...0x2FDF,
      0xFB00...0xFB06:
      true
    default: false
    }
  }
}
