import Records

/// Whether each name that is published stands in the title or the abstract.
///
/// Names stay in Latin letters in a Japanese text, so an invented or altered one can be told.
extension Check {
  /// The rules of this file; `known` names may stand in any text.
  static func names(known: [String]) -> [Check] {
    let known = MarkTable(Dictionary(known.map { ($0, true) }) { one, _ in one })
    return [
      ofNames("altered-name", known) { stranger, source in
        source.original(of: stranger).map { "the abstract writes it '\($0)'" }
      },
      ofNames("name-not-in-abstract", known) { stranger, source in
        guard stranger.word.isName, source.original(of: stranger) == nil else { return nil }
        return "the name is neither in the title nor in the abstract"
      },
      ofNames("word-not-in-abstract", severity: .warning, known) { stranger, source in
        guard !stranger.word.isName, source.original(of: stranger) == nil else { return nil }
        return "the word is neither in the title nor in the abstract"
      },
    ]
  }

  private static func ofNames(
    _ code: String, severity: Finding.Severity = .error, _ known: MarkTable<Bool>,
    _ message: @escaping @Sendable (Stranger, SourceText) -> String?
  ) -> Check {
    Check(code, severity: severity) { reading in
      reading.strangers.compactMap { stranger in
        let word = stranger.word
        guard known[word.mark] == nil, known[word.stem] == nil else { return nil }
        return message(stranger, reading.source).map {
          Problem(stranger.text, $0, at: word.range)
        }
      }
    }
  }
}
