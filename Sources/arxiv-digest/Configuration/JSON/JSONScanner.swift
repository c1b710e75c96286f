/// Finds the line of each value of a JSON text, and the first thing that is none.
///
/// `JSONDecoder` reads comments, but tells of no place, and keeps silent about a name that stands
/// twice. Commas may stand behind the last value, and comments wherever blanks may.
struct JSONScanner {
  /// The lines of what was found so far, by the names and `[0]` that lead there.
  private(set) var lines: [[String]: Int] = [:]

  /// The text.
  let bytes: [UInt8]
  /// Where it is read.
  var offset = 0
  /// The line of that place, from 1 on.
  var line = 1
  /// Where that line begins.
  var lineStart = 0

  /// More than anybody writes by hand.
  private static let mostDepth = 100

  /// The lines of all values of a text, by the names and `[0]` that lead there.
  static func lines(of bytes: [UInt8]) throws(JSONMistake) -> [[String]: Int] {
    var scanner = JSONScanner(bytes)
    try scanner.value(at: [])
    try scanner.skipBlanks()
    guard scanner.next == nil else { throw scanner.mistake("nothing may stand behind the end") }
    return scanner.lines
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A mark of the byte order is no character of the first line.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (offset, lineStart) = (3, 3) }
  }

  /// The byte to read next; nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func value(at path: [String]) throws(JSONMistake) {
    try skipBlanks()
    lines[path] = lines[path] ?? line
    guard path.count < Self.mostDepth else { throw mistake("this is nested too deep") }
    switch next {
    case UInt8(ascii: "{"): try object(at: path)
    case UInt8(ascii: "["): try list(at: path)
    case UInt8(ascii: "\""): _ = try text()
    default: try word()
    }
  }

  private mutating func object(at path: [String]) throws(JSONMistake) {
    offset += 1
    var names: Set<String> = []
    try items(until: "}") { scanner throws(JSONMistake) in
      guard scanner.next == UInt8(ascii: "\"") else {
        throw scanner.mistake("a name in double quotes, or a '}', is missing before this")
      }
      let start = scanner
      let name = try scanner.text()
      guard names.insert(name).inserted else {
        throw start.mistake("the name '\(name)' stands here a second time")
      }
      scanner.lines[path + [name]] = scanner.line
      try scanner.skipBlanks()
      guard scanner.take(":") else {
        throw scanner.mistake("a ':' is missing between the name '\(name)' and its value")
      }
      try scanner.value(at: path + [name])
    }
  }

  private mutating func list(at path: [String]) throws(JSONMistake) {
    offset += 1
    var count = 0
    try items(until: "]") { scanner throws(JSONMistake) in
      try scanner.value(at: path + ["[\(count)]"])
      count += 1
    }
  }

  /// Reads items with commas between them up to the bracket that ends them.
  private mutating func items(
    until end: Character, _ item: (inout JSONScanner) throws(JSONMistake) -> Void
  ) throws(JSONMistake) {
    while true {
      try skipBlanks()
      if take(end) { return }
      try item(&self)
      try skipBlanks()
      if take(",") { continue }
      guard take(end) else {
        throw mistake(
          next == nil
            ? "the file ends here, and a '\(end)' is missing"
            : "a ',' or a '\(end)' is missing before this")
      }
      return
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard let next, next == character.asciiValue else { return false }
    offset += 1
    return true
  }
}
