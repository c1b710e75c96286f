import Records

/// Whether the terms of the field are written as agreed.
extension Check {
  /// The rules of this file.
  static func terms(_ glossary: Glossary) -> [Check] {
    let forbidden = PhraseTable(
      glossary.terms.enumerated().flatMap { index, term in
        term.forbidden.map { (phrase: $0, value: index) }
      })
    return [missingTerm(glossary), forbiddenTerm(glossary, forbidden)]
  }

  /// A term of the English title that the Japanese one does not have in any accepted form.
  private static func missingTerm(_ glossary: Glossary) -> Check {
    let forms = glossary.terms.map { $0.accepted.map(Form.init) }
    return Check("missing-term", severity: .warning) { reading in
      guard let title = reading[.title], !title.isEmpty else { return [] }
      let hits = glossary.hits(in: reading.source.atoms[..<reading.source.titleAtoms])
      guard !hits.isEmpty else { return [] }
      let folded = title.scalars.map(\.folded)
      return hits.filter { hit in !forms[hit].contains { title.has($0, folded) } }
        .map { glossary.terms[$0] }
        .map { Problem(title, "'\($0.english[0])' is agreed to be \($0.agreed)") }
    }
  }

  /// A form that is wrong wherever the paper uses the term.
  private static func forbiddenTerm(
    _ glossary: Glossary, _ forbidden: PhraseTable<Int>
  ) -> Check {
    Check("forbidden-term") { reading in
      var hits: [Int]?
      return reading.texts.flatMap { text in
        forbidden.matches(in: text.scalars).compactMap { place, index in
          let present = hits ?? glossary.hits(in: reading.source.atoms[...])
          hits = present
          guard present.contains(index) else { return nil }
          let term = glossary.terms[index]
          return Problem(
            text.field.description, "'\(term.english[0])' is agreed to be \(term.agreed)",
            quote: text.words(place))
        }
      }
    }
  }
}

/// A form of a term that a title may have.
private struct Form: Sendable {
  /// Its characters, in small letters.
  let scalars: [Unicode.Scalar]
  /// The mark of a Latin form; nil for one in Japanese.
  let mark: WordMark?

  init(_ form: String) {
    scalars = form.unicodeScalars.map(\.folded)
    mark = form.utf8.allSatisfy { $0 < 0x80 } ? WordMark(form) : nil
  }
}

extension ReadText {
  /// True where a text, of which `folded` are the characters in small letters, has a form, of Latin
  /// letters with other hyphens or spaces too.
  fileprivate func has(_ form: Form, _ folded: [Unicode.Scalar]) -> Bool {
    if folded.containsRun(form.scalars) { return true }
    guard let mark = form.mark else { return false }
    return atoms.indices.contains { start in
      var run = WordMark()
      return atoms[start...].prefix(6).contains { atom in
        defer { run = run.followed(by: atom.mark) }
        return run.followed(by: atom.stem) == mark || run.followed(by: atom.mark) == mark
      }
    }
  }
}
