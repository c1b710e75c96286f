/// Finds the line of each value of a JSON text, and the first thing that is none.
///
/// `JSONDecoder` reads comments, but tells of no place, and keeps silent about a name that stands
/// twice. Commas may stand behind the last value, and comments wherever blanks may.
struct JSONScanner {
  private var lines: [[String]: Int] = [:]
  private var cursor: JSONCursor

  /// More than anybody writes by hand.
  private static let mostDepth = 100

  /// The lines of all values of a text, by the names and `[0]` that lead there.
  static func lines(of bytes: [UInt8]) throws(JSONMistake) -> [[String]: Int] {
    var scanner = JSONScanner(cursor: JSONCursor(bytes))
    try scanner.value(at: [])
    try scanner.cursor.skipBlanks()
    guard scanner.cursor.next == nil else {
      throw scanner.cursor.mistake("nothing may stand behind the end")
    }
    return scanner.lines
  }

  private mutating func value(at path: [String]) throws(JSONMistake) {
    try cursor.skipBlanks()
    // A member has the line of its name.
    lines[path] = lines[path] ?? cursor.line
    guard path.count < Self.mostDepth else {
      throw cursor.mistake("this is nested too deep; \(Self.mostDepth) levels are read")
    }
    switch cursor.next {
    case UInt8(ascii: "{"): try object(at: path)
    case UInt8(ascii: "["): try list(at: path)
    case UInt8(ascii: "\""): _ = try cursor.text()
    default: try cursor.word()
    }
  }

  private mutating func object(at path: [String]) throws(JSONMistake) {
    var names: Set<String> = []
    try items(from: "{", to: "}") { scanner throws(JSONMistake) in
      let start = scanner.cursor
      guard start.next == UInt8(ascii: "\"") else {
        throw start.mistake("a name in double quotes, or a '}', is missing before this")
      }
      let name = try scanner.cursor.text()
      guard names.insert(name).inserted else {
        throw start.mistake("the name '\(name)' stands here a second time")
      }
      scanner.lines[path + [name]] = start.line
      try scanner.cursor.skipBlanks()
      guard scanner.cursor.take(":") else {
        throw scanner.cursor.mistake("a ':' is missing between the name '\(name)' and its value")
      }
      try scanner.value(at: path + [name])
    }
  }

  private mutating func list(at path: [String]) throws(JSONMistake) {
    var count = 0
    try items(from: "[", to: "]") { scanner throws(JSONMistake) in
      try scanner.value(at: path + ["[\(count)]"])
      count += 1
    }
  }

  /// Reads items with commas between them, from one bracket to the other.
  private mutating func items(
    from start: Character, to end: Character,
    _ item: (inout JSONScanner) throws(JSONMistake) -> Void
  ) throws(JSONMistake) {
    var goesOn = cursor.take(start)
    while goesOn {
      try cursor.skipBlanks()
      if cursor.take(end) { return }
      try item(&self)
      try cursor.skipBlanks()
      goesOn = cursor.take(",")
    }
    guard cursor.take(end) else {
      throw cursor.mistake(
        cursor.next == nil
          ? "the file ends here, and a '\(end)' is missing"
          : "a ',' or a '\(end)' is missing before this")
    }
  }
}
