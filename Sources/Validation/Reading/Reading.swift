import Records

/// A paper and its texts, read once for all checks.
struct Reading: Sendable {
  /// The paper as arXiv describes it.
  let paper: Paper
  /// What the paper says about itself.
  let source: SourceText
  /// Every text that would be published.
  let texts: [ReadText]
  /// The Latin words of the texts that the paper neither writes nor spells out.
  let strangers: [Stranger]
  /// Phrases of the texts that speak of their own making.
  let phrases: [(text: ReadText, kind: Phrase, place: Range<Int>)]
  /// True where a person wrote a text for other words of the paper than it has now.
  let isOutdated: Bool
  /// How many bullets there are; nil where none were asked for.
  let bulletCount: Int?

  private static let mostTexts = 30

  /// Reads a manuscript.
  init(_ manuscript: Manuscript) {
    paper = manuscript.paper
    isOutdated = manuscript.isOutdated
    source = SourceText(manuscript.paper)
    bulletCount = manuscript.bullets?.count
    texts = Self.texts(of: manuscript).map { ReadText($0.text, in: $0.field) }
    phrases = texts.flatMap { [source] text in
      Phrase.table.matches(in: text.scalars)
        .filter { match in
          !source.atoms.contains { match.value.topics.contains($0.stem.value) }
        }
        .map { (text, $0.value.kind, $0.place) }
    }
    strangers = source.strangers(in: texts)
  }

  /// The texts of a manuscript, as many as are read: so many bullets are wrong already, whatever stands
  /// in them.
  static func texts(of manuscript: Manuscript) -> some Sequence<(field: Field, text: String)> {
    manuscript.texts.prefix(mostTexts)
  }

  /// The bullets among the texts.
  var bullets: some Sequence<ReadText> {
    texts.lazy.filter { if case .bullet = $0.field { true } else { false } }
  }

  /// A text by its field.
  subscript(_ field: Field) -> ReadText? { texts.first { $0.field == field } }
}
