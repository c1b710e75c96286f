extension String {
  /// The first words on one line, for messages that quote a server.
  package var excerpt: String {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= 160 ? words : words.prefix(160) + "…"
  }
}
