import Foundation
package import Records

/// A text with everything put right that needs no judgement.
///
/// Each step changes what nobody meant to say: fences, list marks, blank lines, other widths of the
/// same letters, words behind the text. The order matters: a mark may hide behind a fence.
struct Tidying {
  /// The text, as it is to be judged and published.
  private(set) var text: String
  /// The codes of the steps that changed something, in their order.
  private(set) var codes: [String] = []

  /// Puts a text right.
  init(_ text: String) {
    self.text = text
    guard Self.mayNeed(text) else { return }
    step("unicode-form") { $0.usualForms }
    // A mark may stand before a fence as well as within it.
    for _ in 0..<2 {
      step("code-fence") { $0.withoutFence }
      step("blank-line") { $0.trimmed }
      step("list-mark") { $0.withoutListMark }
    }
    step("trailing-prose") { $0.firstParagraph }
  }

  private mutating func step(_ code: String, _ change: (String) -> String) {
    let changed = change(text)
    // By bytes: strings of other forms of the same letters are equal.
    guard !changed.utf8.elementsEqual(text.utf8) else { return }
    text = changed
    if !codes.contains(code) { codes.append(code) }
  }

  /// False for most texts, at a glance: no line end, fence or mark, and only usual characters.
  private static func mayNeed(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard !bytes.isEmpty else { return false }
    if !beginsPlainly(bytes), text.mayBeginWithMark { return true }
    if bytes[bytes.count - 1] <= 0x20 || text.utf8.suffix(3).elementsEqual("\u{3000}".utf8) {
      return true
    }
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        if byte < 0x20 || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") { return true }
        place += 1
      } else if byte < 0xE0 {
        // Controls, the no-break space, and marks that combine.
        if byte == 0xC2 && bytes[place + 1] < 0xA1 || byte == 0xCC || byte == 0xCD { return true }
        place += 2
      } else {
        // Nearly all others are kanji, hiragana and katakana.
        let isPlain = byte > 0xE3 && byte < 0xEF || byte == 0xE3 && bytes[place + 1] != 0x82
        if !isPlain, isUnusual(byte, bytes[place + 1], bytes[place + 2]) { return true }
        place += byte < 0xF0 ? 3 : 4
      }
    }
    return false
  }

  /// True for voicing marks by themselves, radicals, line ends, ligatures and other widths, by the first
  /// bytes of the character.
  private static func isUnusual(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE3, 0x82, 0x98...0x9B), (0xE2, 0xBA...0xBF, _), (0xE2, 0x80, _): true
    case (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x8E), (0xEF, 0xBC, 0x90...0x99),
      (0xEF, 0xBC, 0xA1...0xBA), (0xEF, 0xBD, 0x81...0x9A), (0xEF, 0xBD, 0xA1...),
      (0xEF, 0xBE, _), (0xEF, 0xA4...0xAC, _), (0xEF, 0xBB, _):
      true
    default: false
    }
  }

  /// True for a Latin letter, a kana or a kanji at the start, as nearly all texts have it.
  private static func beginsPlainly(_ bytes: borrowing Span<UInt8>) -> Bool {
    switch bytes[0] {
    case 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9: true
    // Of the kana's block the middle dot U+30FB, E3 83 BB, may be a mark.
    case 0xE3: (0x81...0x83).contains(bytes[1]) && !(bytes[1] == 0x83 && bytes[2] == 0xBB)
    default: false
    }
  }
}

extension Manuscript {
  /// The manuscript with its texts put right, and what that took.
  package var tidied: (manuscript: Manuscript, fixes: [Fix]) {
    var copy = self
    var fixes: [Fix] = []
    func tidy(_ text: String, _ field: Field) -> String {
      let tidying = Tidying(text)
      fixes += tidying.codes.map { Fix(code: $0, field: field.description) }
      return tidying.text
    }
    copy.title = title.map { tidy($0, .title) }
    copy.bullets = bullets.map { bullets in
      bullets.enumerated().map { tidy($1, .bullet($0)) }
    }
    copy.remark = remark.map { tidy($0, .remark) }
    return (copy, fixes)
  }
}
