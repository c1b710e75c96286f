/// Finds the places of a JSON text, from left to right.
struct JSONScanner {
  /// All places in the order of the text.
  private(set) var places: [JSONMap.Place] = []

  /// Deeper texts are refused, as `JSONDecoder` does.
  private static let deepest = 512

  /// Finds the places of a text that begins at a byte; throws `JSONError.invalid` where it is not JSON.
  mutating func scan(_ text: Span<UInt8>, from start: Int) throws(JSONError) {
    places.reserveCapacity(48)
    var place = start
    var open: [Int] = []
    while true {
      var byte = try Self.next(in: text, from: &place)
      let isInObject = open.last.map { places[$0].kind == .object }
      if let isInObject, byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        close(&open)
        place += 1
      } else {
        if isInObject == true {
          guard byte == UInt8(ascii: "\"") else { throw .invalid }
          try addText(in: text, from: &place)
          guard try Self.next(in: text, from: &place) == UInt8(ascii: ":") else { throw .invalid }
          place += 1
          byte = try Self.next(in: text, from: &place)
        }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
          guard open.count < Self.deepest else { throw .invalid }
          open.append(places.count)
          places.append(
            JSONMap.Place(kind: byte == UInt8(ascii: "{") ? .object : .array, start: place, end: 0))
          place += 1
          continue
        }
        try addScalar(byte, in: text, from: &place)
      }
      try endValue(&open, in: text, from: &place)
      if open.isEmpty { return }
    }
  }

  /// Passes what follows a value: brackets that close, and the comma before the next one, or the end.
  private mutating func endValue(
    _ open: inout [Int], in text: Span<UInt8>, from place: inout Int
  ) throws(JSONError) {
    while let container = open.last {
      let byte = try Self.next(in: text, from: &place)
      place += 1
      if byte == UInt8(ascii: ",") { return }
      let closer = places[container].kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
      guard byte == closer else { throw .invalid }
      close(&open)
    }
    Self.skipBlanks(in: text, from: &place)
    guard place == text.count else { throw .invalid }
  }

  private mutating func close(_ open: inout [Int]) {
    if let container = open.popLast() { places[container].end = places.count }
  }

  private mutating func addScalar(
    _ byte: UInt8, in text: Span<UInt8>, from place: inout Int
  ) throws(JSONError) {
    switch byte {
    case UInt8(ascii: "\""): try addText(in: text, from: &place)
    case UInt8(ascii: "t"): try addWord("true", .yes, in: text, from: &place)
    case UInt8(ascii: "f"): try addWord("false", .no, in: text, from: &place)
    case UInt8(ascii: "n"): try addWord("null", .null, in: text, from: &place)
    case UInt8(ascii: "-"), 0x30...0x39:
      let start = place
      while place < text.count, Self.isInNumber(text[place]) { place += 1 }
      places.append(JSONMap.Place(kind: .number, start: start, end: place))
    default: throw .invalid
    }
  }

  private mutating func addWord(
    _ word: String, _ kind: JSONMap.Kind, in text: Span<UInt8>, from place: inout Int
  ) throws(JSONError) {
    let start = place
    for byte in word.utf8 {
      guard place < text.count, text[place] == byte else { throw .invalid }
      place += 1
    }
    places.append(JSONMap.Place(kind: kind, start: start, end: place))
  }

  private mutating func addText(in text: Span<UInt8>, from place: inout Int) throws(JSONError) {
    let start = place + 1
    var end = start
    var isEscaped = false
    var isASCII = true
    while true {
      let ordinary = text.ordinary(from: end)
      end = ordinary.end
      isASCII = ordinary.isASCII && isASCII
      guard end < text.count else { throw .invalid }
      let byte = text[end]
      if byte == UInt8(ascii: "\"") { break }
      isEscaped = true
      end += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    let kind: JSONMap.Kind = isEscaped ? .escaped : isASCII ? .plain : .unicode
    places.append(JSONMap.Place(kind: kind, start: start, end: end))
    place = end + 1
  }

  private static func next(
    in text: Span<UInt8>, from place: inout Int
  ) throws(JSONError) -> UInt8 {
    skipBlanks(in: text, from: &place)
    guard place < text.count else { throw .invalid }
    return text[place]
  }

  private static func skipBlanks(in text: Span<UInt8>, from place: inout Int) {
    while place < text.count {
      switch text[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default: return
      }
    }
  }

  private static func isInNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
