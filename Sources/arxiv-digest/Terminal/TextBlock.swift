/// A piece of explaining text: a paragraph whose lines may be broken anew, or lines to keep.
enum TextBlock: Equatable {
  /// A paragraph, on one line.
  case words(String)
  /// Lines that keep their breaks, such as an example, without the indent that they share.
  case lines([String])

  /// The blocks of a text: empty lines part them, and an indented line keeps its break.
  static func all(in text: String) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      guard line.contains(where: { $0 != " " }) else {
        isOpen = false
        continue
      }
      switch blocks.last {
      case .words(let words) where isOpen && !line.hasPrefix(" "):
        blocks[blocks.count - 1] = .words(words + " " + line)
      case .lines(let lines) where isOpen && line.hasPrefix(" "):
        blocks[blocks.count - 1] = .lines(lines + [line])
      default: blocks.append(line.hasPrefix(" ") ? .lines([line]) : .words(line))
      }
      isOpen = true
    }
    return blocks.map(\.outdented)
  }

  /// The block on lines of a terminal; kept lines are indented by four columns.
  func text(columns: Int) -> String {
    switch self {
    case .words(let words): words.filled(columns: columns)
    case .lines(let lines): lines.map { "    " + $0 }.joined(separator: "\n")
    }
  }

  private var outdented: TextBlock {
    guard case .lines(let lines) = self else { return self }
    let indent = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return .lines(lines.map { String($0.dropFirst(indent)) })
  }
}

extension String {
  /// The words on lines of so many columns; a word that is wider stands alone on its line.
  ///
  /// `indent` columns are kept free before all lines but the first.
  func filled(columns: Int, indent: Int = 0) -> String {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ").map(String.init) {
      if line.isEmpty {
        line = word
      } else if indent + line.columns + 1 + word.columns <= columns {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
    }
    return (lines + [line]).joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
