extension String {
  /// An abstract with its wrapped lines joined: one line for each of the author's paragraphs.
  ///
  /// In both wire formats a line that begins with two spaces opens a paragraph; in the one used
  /// until 2025-11-11 any other line end is a wrap at 79 columns.
  var unwrappedAbstract: String {
    var paragraphs: [UInt8] = []
    paragraphs.reserveCapacity(utf8.count)
    // True where a line may go on with the last paragraph.
    var isOpen = false
    for line in Array(utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
      var text = Array(line)
      text.collapse()
      let isWrapped = isOpen && !text.isEmpty && !line.starts(with: "  ".utf8)
      if !text.isEmpty, !paragraphs.isEmpty { paragraphs.append(isWrapped ? 0x20 : 0x0A) }
      paragraphs += text
      isOpen = !text.isEmpty
    }
    return String(decoding: paragraphs, as: UTF8.self)
  }
}
