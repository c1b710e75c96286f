package import JSONText

/// The identifier of a paper, without its version.
///
/// Both schemes are one type: `2407.20021` (since April 2007) and `hep-th/9711200` or
/// `math.GT/0309136` (before). See https://info.arxiv.org/help/arxiv_identifier.html.
package struct ArXivID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The identifier as arXiv writes it; an old one holds a slash.
  package let text: String

  /// Takes an identifier without a version; nil when it is not one.
  package init?(_ text: String) {
    guard let (id, version) = Self.parse(text), version == nil else { return nil }
    self = id
  }

  private init(valid text: some StringProtocol) {
    self.text = String(text)
  }

  /// Splits `2407.20021v2` into identifier and version; nil when it is not an identifier.
  package static func parse(_ text: String) -> (id: ArXivID, version: Int?)? {
    let bytes = Array(text.utf8)
    var base = bytes[...]
    var version: Int?
    if let mark = bytes.lastIndex(of: UInt8(ascii: "v")) {
      let digits = bytes[(mark + 1)...]
      guard (1...4).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
      version = Int(String(decoding: digits, as: UTF8.self))
      base = bytes[..<mark]
    }
    guard isNewStyle(base) || isOldStyle(base) else { return nil }
    return (ArXivID(valid: String(decoding: base, as: UTF8.self)), version)
  }

  private static func isNewStyle(_ bytes: ArraySlice<UInt8>) -> Bool {
    let point = bytes.startIndex + 4
    return (9...11).contains(bytes.count) && bytes[point] == UInt8(ascii: ".")
      && bytes[..<point].allSatisfy(isDigit) && bytes[(point + 1)...].allSatisfy(isDigit)
  }

  private static func isOldStyle(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 7, parts[1].allSatisfy(isDigit) else { return false }
    let archive = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let name = archive.first, !name.isEmpty,
      name.allSatisfy({ isLower($0) || $0 == UInt8(ascii: "-") })
    else { return false }
    return archive.count == 1
      || archive.count == 2 && archive[1].count == 2 && archive[1].allSatisfy(isUpper)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  package var description: String { text }

  package static func < (one: ArXivID, other: ArXivID) -> Bool { one.text < other.text }
}

extension ArXivID: JSONReadable {
  package init(json: JSONElement) throws(JSONError) {
    let text = try json.text()
    if let bytes = json.plainBytes, Self.isNewStyle(bytes) {
      self.text = text
      return
    }
    guard let id = ArXivID(text) else { throw .senseless("'\(text)' is no arXiv identifier") }
    self = id
  }
}
