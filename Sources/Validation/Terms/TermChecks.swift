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
    Check("missing-term", severity: .warning) { reading in
      guard let title = reading[.title], !title.isEmpty else { return [] }
      return glossary.hits(in: reading.source.atoms[..<reading.source.titleAtoms])
        .map { glossary.terms[$0] }.filter { term in !title.hasForm(of: term) }
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

extension ReadText {
  /// True where a text has one of a term's accepted forms.
  fileprivate func hasForm(of term: Glossary.Term) -> Bool {
    term.accepted.contains { form in
      let scalars = form.unicodeScalars.map(\.folded)
      return self.scalars.map(\.folded).containsRun(scalars) || hasWord(form)
    }
  }

  /// True where a Latin form stands there with other hyphens or spaces.
  private func hasWord(_ form: String) -> Bool {
    guard form.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let mark = WordMark(form)
    return atoms.indices.contains { start in
      var run = WordMark()
      return atoms[start...].prefix(6).contains { atom in
        defer { run = run.followed(by: atom.mark) }
        return run.followed(by: atom.stem) == mark || run.followed(by: atom.mark) == mark
      }
    }
  }
}
