extension String {
  /// The text with every run of white space made one space, and none at the ends.
  var collapsed: String {
    var result = ""
    var pendingSpace = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
      } else {
        if pendingSpace { result.unicodeScalars.append(" ") }
        pendingSpace = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An abstract with its wrapped lines joined: one line for each of the author's paragraphs.
  ///
  /// In both wire formats a line that begins with two spaces opens a paragraph; in the one used
  /// until 2025-11-11 any other line end is a wrap at 79 columns.
  var unwrappedAbstract: String {
    var paragraphs: [String] = []
    for line in unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = String(line).collapsed
      let opens = line.starts(with: "  ".unicodeScalars) || text.isEmpty
      if opens || paragraphs.isEmpty { paragraphs.append("") }
      paragraphs[paragraphs.count - 1] += " " + text
    }
    return paragraphs.map(\.collapsed).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The text without white space at its ends; its line breaks are kept.
  var trimmedEnds: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
