import Records

/// A heading, and under it facts in one line each and raw texts, all indented.
struct TextSection {
  private var lines: [String]
  /// Where the facts of all sections begin.
  private static let columns = 14

  /// Begins a section.
  init(_ heading: String) {
    lines = [heading]
  }

  /// Adds a fact; nothing where there is none.
  mutating func add(_ name: String, _ fact: String?) {
    guard let fact, !fact.isEmpty else { return }
    let blanks = String(repeating: " ", count: max(2, Self.columns - name.columns))
    lines.append("  \(name)\(blanks)\(Self.line(fact))")
  }

  /// Adds a text as it stands, but for empty lines around it, under a name of its own.
  mutating func add(raw name: String, _ text: String) {
    lines.append("  \(name)")
    var text = text[...]
    while text.first == "\n" { text.removeFirst() }
    while text.last == "\n" { text.removeLast() }
    guard !text.isEmpty else {
      lines.append("    (empty)")
      return
    }
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines += parts.map { $0.isEmpty ? "" : "    \($0)" }
  }

  /// The section, without a line end.
  var text: String { lines.joined(separator: "\n") }

  /// A text without line ends and controls, which a terminal would obey.
  static func line(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.endsLine || scalar.isHiddenControl ? " " : scalar)
    }
    return String(scalars)
  }
}
