/// What a terminal shows after it was told a text: enough of one to say what an operator sees.
///
/// Knows the carriage return, the line feed, the backspace, wide characters, the wrap at the right
/// edge, and the sequences that move the cursor or erase; colours change nothing.
package struct Screen: Sendable, Equatable {
  /// The lines from the top, those that a real terminal has scrolled away included, without blanks at
  /// their ends and empty lines at the end.
  package var lines: [String] {
    var lines = cells.map { line in
      var text = line.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// How often a text ran over the right edge, on to the next line.
  package private(set) var wraps = 0
  /// The sequences that it was told, without what begins them: `K`, `31m`.
  package private(set) var sequences: [String] = []
  /// Where the cursor stands: line and column, from 0.
  package private(set) var cursor = (line: 0, column: 0)

  /// A character for each column; the second column of a wide one is empty.
  private var cells: [[String]] = [[]]
  private let columns: Int

  /// Shows a text on an empty screen of so many columns.
  package init(_ text: String, columns: Int = 80) {
    self.columns = columns
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r": cursor.column = 0
      case "\n": down()
      case "\u{8}": cursor.column = max(0, cursor.column - 1)
      case "\u{7}": break
      case "\u{1B}" where rest.first == "[": obey(&rest)
      default: put(scalar)
      }
    }
  }

  package static func == (one: Screen, other: Screen) -> Bool { one.lines == other.lines }

  /// Goes to the next line, in the same column: the return is the terminal driver's.
  private mutating func down() {
    cursor.line += 1
    while cells.count <= cursor.line { cells.append([]) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = scalar.terminalWidth
    guard width > 0 else {
      let column = max(0, min(cursor.column, cells[cursor.line].count) - 1)
      if cells[cursor.line].indices.contains(column) {
        cells[cursor.line][column].unicodeScalars.append(scalar)
      }
      return
    }
    if cursor.column + width > columns {
      wraps += 1
      down()
      cursor.column = 0
    }
    let missing = cursor.column + width - cells[cursor.line].count
    if missing > 0 { cells[cursor.line] += Array(repeating: " ", count: missing) }
    // Half a wide character shows nothing.
    let end = cursor.column + width
    if cells[cursor.line].indices.contains(end), cells[cursor.line][end].isEmpty {
      cells[cursor.line][end] = " "
    }
    cells[cursor.line][cursor.column] = String(scalar)
    if width == 2 { cells[cursor.line][cursor.column + 1] = "" }
    cursor.column += width
  }

  /// Obeys a control sequence, whose first sign has been read.
  private mutating func obey(_ rest: inout Substring.UnicodeScalarView) {
    rest.removeFirst()
    var sequence = ""
    while let scalar = rest.popFirst() {
      sequence.unicodeScalars.append(scalar)
      if (0x40...0x7E).contains(scalar.value) { break }
    }
    sequences.append(sequence)
    let numbers = sequence.dropLast().split(separator: ";").map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    switch sequence.last {
    case "K": eraseLine(first)
    case "J": eraseBelow(first)
    case "A": cursor.line = max(0, cursor.line - max(1, first))
    case "B": for _ in 0..<max(1, first) { down() }
    case "C": cursor.column = min(columns - 1, cursor.column + max(1, first))
    case "D": cursor.column = max(0, cursor.column - max(1, first))
    case "G": cursor.column = max(0, first - 1)
    default: break
    }
  }

  /// Erases from the cursor to the end (0), from the start to the cursor (1), or the whole line (2).
  private mutating func eraseLine(_ part: Int) {
    let count = cells[cursor.line].count
    let erased = [cursor.column..<max(count, cursor.column), 0..<(cursor.column + 1), 0..<count]
    guard erased.indices.contains(part) else { return }
    for column in erased[part] where column < count { cells[cursor.line][column] = " " }
  }

  private mutating func eraseBelow(_ part: Int) {
    eraseLine(part)
    for line in cells.indices where part == 2 || (part == 0 && line > cursor.line) {
      cells[line] = []
    }
  }
}

extension Unicode.Scalar {
  /// The columns of a terminal that the character takes: written apart from the program's own count,
  /// to hold that against.
  fileprivate var terminalWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default:
      switch value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
        2
      default: 1
      }
    }
  }
}
