import Foundation
import Records

/// Whether something is left in a text that belongs to the making of it.
extension Check {
  /// The rules of this file.
  static let residue = [codeFence, listMark, promptHeading, thinkBlock, controlCharacter]

  /// A fence would make code of the rest of the page.
  private static let codeFence = Check.ofEachText("code-fence") { text, _ in
    text.contains("```") || text.contains("~~~") ? "a code fence is left in the text" : nil
  }

  /// The page sets its own list marks.
  private static let listMark = Check.ofEachText("list-mark") { text, _ in
    beginsWithListMark(text.unicodeScalars.drop(while: \.properties.isWhitespace))
      ? "the text begins with a list mark" : nil
  }

  private static func beginsWithListMark(_ text: Substring.UnicodeScalarView) -> Bool {
    guard let first = text.first else { return false }
    let rest = text.dropFirst()
    switch first {
    case "・", "•", "‣", "◦", "●", "○", "■", "□", "◆", "◇", "※": return true
    // A minus before a digit is a number, and a star may belong to a name.
    case "-", "*", "+", "–", "—": return rest.first?.properties.isWhitespace ?? true
    case "①"..."⑳": return true
    default: break
    }
    let digits = text.prefix { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    guard (1...2).contains(digits.count) else { return false }
    let mark = text.dropFirst(digits.count)
    guard let sign = mark.first, ".)．）、".unicodeScalars.contains(sign) else { return false }
    guard let next = mark.dropFirst().first else { return true }
    // 1.5 and 2、3 are numbers, and 2.x is a name.
    return next.properties.generalCategory != .decimalNumber
      && !(next.isASCII && next.properties.isAlphabetic)
  }

  /// A heading of the prompt in a reply means that the model copied its instructions.
  private static let promptHeading = Check.ofEachText("prompt-heading") { text, manuscript in
    let bare = text.drop { $0 == "#" || $0.isWhitespace }
    if text.first == "#" { return "the text begins as a heading" }
    let copied = manuscript.promptHeadings.first { heading in
      guard !heading.isEmpty, bare.hasPrefix(heading) else { return false }
      let next = bare.dropFirst(heading.count).first
      return next == nil || next == ":" || next == "："
    }
    return copied.map { "the text begins with the prompt's heading '\($0)'" }
  }

  /// What a reasoning model thinks aloud is not for readers.
  private static let thinkBlock = Check.ofEachText("think-block") { text, _ in
    let marks = ["<think", "</think", "<thinking", "</thinking"]
    let lower = text.lowercased()
    return marks.contains { lower.contains($0) } ? "a <think> mark is left in the text" : nil
  }

  /// A character that shows nothing can turn the reading of the page around, or steer a terminal.
  private static let controlCharacter = Check.ofEachText("control-character") { text, _ in
    text.unicodeScalars.first(where: \.isHiddenControl).map { scalar in
      "the text holds the control character U+\(String(scalar.value, radix: 16, uppercase: true))"
    }
  }
}
