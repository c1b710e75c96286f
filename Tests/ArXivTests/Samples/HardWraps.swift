extension String {
  /// The text as the legacy format wraps it: at 79 columns, of which a label takes the first.
  ///
  /// A text that fits is left alone, whatever white space is in it.
  func wrapped(label: Int, indent: String) -> String {
    guard label + count > 79 else { return self }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      let column = lines.isEmpty ? label : 0
      if !line.isEmpty, column + line.count + 1 + word.count > 79 {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty ? word : " " + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// The text as the legacy format wraps an abstract: a paragraph begins with two spaces.
  var wrappedAbstract: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  " + String($0).wrapped(label: 2, indent: "") + "\n" }.joined()
  }
}
