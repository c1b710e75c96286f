/// A manual page under way, in the language of man(7).
struct Roff {
  private var lines: [String]

  /// What is written so far, without a line end.
  var text: String { lines.joined(separator: "\n") }

  /// Begins a page of the section for commands; `source` stands at its foot, beside the day.
  init(title: String, day: String, source: String, manual: String) {
    lines = [
      ".\\\" Made by: arxiv-digest man",
      ".TH \(Self.quoted(title)) 1 \(day) \(Self.quoted(source)) \(Self.quoted(manual))",
      // No hyphenation, and ragged lines: names and flags stay as they are typed.
      ".nh", ".ad l",
    ]
  }

  /// Begins a section, whose name is in capital letters.
  mutating func section(_ title: String) { lines.append(".SH \(Self.quoted(title))") }

  /// Begins a part of a section.
  mutating func part(_ title: String) { lines.append(".SS \(Self.quoted(title))") }

  /// Writes a paragraph.
  mutating func paragraph(_ words: String) {
    // A heading begins one by itself.
    let isOpen = lines.last?.hasPrefix(".S") ?? false
    lines += (isOpen ? [] : [".PP"]) + Self.filled(words)
  }

  /// Writes paragraphs and examples as the help has them.
  mutating func blocks(_ text: String) {
    for block in TextBlock.all(in: text) {
      switch block {
      case .words(let words): paragraph(words)
      case .lines(let lines): example(lines)
      }
    }
  }

  /// Writes lines that keep their breaks.
  mutating func example(_ example: [String]) {
    lines += [".PP", ".RS 4", ".nf"] + example.map(Self.line) + [".fi", ".RE"]
  }

  /// Writes a name, and what is to be known of it in an indented paragraph.
  mutating func item(_ name: String, value: String = "", _ words: String) {
    let value = value.isEmpty ? "" : " \\fI\(Self.escaped(value))\\fR"
    lines += [".TP", "\\fB\(Self.escaped(name))\\fR\(value)"] + Self.filled(words)
  }

  /// The words on lines that an editor shows whole.
  private static func filled(_ words: String) -> [String] {
    words.filled(columns: 68).split(separator: "\n").map { line(String($0)) }
  }

  /// A line of text, which a dot or a quote at its beginning would make a request.
  private static func line(_ text: String) -> String {
    (text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : "") + escaped(text)
  }

  /// A text as one argument of a request.
  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// A text that is shown as it is: each character that roff would set as another one, or that is
  /// none of ASCII's, is written by its name.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      default: scalar.isASCII ? String(scalar) : "\\[u\(hexadecimal(scalar))]"
      }
    }.joined()
  }

  /// The number of a character in at least four digits, as roff wants it.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
