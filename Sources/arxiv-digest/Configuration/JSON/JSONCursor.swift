import Foundation

/// A place in a JSON text, from which its smallest parts are read one by one.
struct JSONCursor {
  private let bytes: [UInt8]
  private var offset = 0
  private var lineStart = 0
  /// The line, from 1 on.
  private(set) var line = 1

  /// Stands at the beginning of a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A mark of the byte order is no character of the first line.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (offset, lineStart) = (3, 3) }
  }

  /// The byte to read next; nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Passes one character where it stands here.
  mutating func take(_ character: Character) -> Bool {
    guard let next, next == character.asciiValue else { return false }
    offset += 1
    return true
  }

  /// Reads a text in quotes.
  mutating func text() throws(JSONMistake) -> String {
    let start = self
    offset += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw mistake(inTextFrom: start, at: byte) }
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < bytes.count else { throw start.mistake("the quote of this text is not closed") }
    offset += 1
    let quoted = Data(bytes[start.offset..<offset])
    guard String(validating: quoted, as: UTF8.self) != nil else {
      throw start.mistake("this text is not UTF-8; save the file as UTF-8")
    }
    do { return try JSONDecoder().decode(String.self, from: quoted) } catch {
      throw start.mistake("this text holds an escape that JSON does not have")
    }
  }

  /// A byte in a text that JSON wants written in another way, or behind which the text has ended.
  private func mistake(inTextFrom start: JSONCursor, at byte: UInt8) -> JSONMistake {
    switch byte {
    case 0x0A, 0x0D: start.mistake("the quote of this text is not closed")
    case 0x09: mistake("a text cannot hold a tab as it is; write \\t")
    default:
      mistake(
        String(format: "a text cannot hold a control character; write \\u%04X, or drop it", byte))
    }
  }

  /// Reads a number, `true`, `false` or `null`.
  mutating func word() throws(JSONMistake) {
    let start = self
    let marks = Set(" \t\r\n,:{}[]\"/".utf8)
    while let byte = next, !marks.contains(byte) { offset += 1 }
    let word = String(decoding: bytes[start.offset..<offset], as: UTF8.self)
    guard !word.isEmpty else {
      throw start.mistake(
        start.next == nil ? "the file ends here in the middle" : "a value is missing before this")
    }
    let isNumber = word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
    guard isNumber || ["true", "false", "null"].contains(word) else {
      throw start.mistake("'\(word)' is no value; a text stands in double quotes")
    }
  }

  /// Skips white space and comments.
  mutating func skipBlanks() throws(JSONMistake) {
    while let byte = next {
      switch byte {
      case 0x0A:
        offset += 1
        (line, lineStart) = (line + 1, offset)
      case UInt8(ascii: " "), 0x09, 0x0D: offset += 1
      case UInt8(ascii: "/"): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(JSONMistake) {
    let start = self
    switch bytes[offset...].prefix(2) {
    case [UInt8(ascii: "/"), UInt8(ascii: "/")]:
      while let byte = next, byte != 0x0A { offset += 1 }
    case [UInt8(ascii: "/"), UInt8(ascii: "*")]:
      offset += 2
      while !bytes[offset...].starts(with: "*/".utf8) {
        guard let byte = next else { throw start.mistake("this comment is not closed") }
        offset += 1
        if byte == 0x0A { (line, lineStart) = (line + 1, offset) }
      }
      offset += 2
    default: throw mistake("a comment begins with // or /*")
    }
  }

  /// Something wrong at this place.
  func mistake(_ message: String) -> JSONMistake {
    let before = String(decoding: bytes[lineStart..<min(offset, bytes.count)], as: UTF8.self)
    return JSONMistake(line: line, column: before.count + 1, message: message)
  }
}
