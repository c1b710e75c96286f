extension String {
  /// An abstract with its wrapped lines joined: one line for each of the author's paragraphs.
  ///
  /// In both wire formats a line that begins with two spaces opens a paragraph; in the one used
  /// until 2025-11-11 any other line end is a wrap at 79 columns.
  var unwrappedAbstract: String {
    var paragraphs: [String] = []
    for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(Substring(line)).collapsed
      let opens = line.starts(with: "  ".utf8) || text.isEmpty
      if opens || paragraphs.isEmpty {
        paragraphs.append(text)
      } else if paragraphs[paragraphs.count - 1].isEmpty {
        paragraphs[paragraphs.count - 1] = text
      } else {
        paragraphs[paragraphs.count - 1] += " " + text
      }
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
