import Validation

/// `prompts/glossary.json`: how the terms of the field are written in Japanese.
struct GlossaryFile: StrictlyDecodable {
  /// The terms.
  let terms: [Strict<TermEntry>]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case terms
  }

  /// One term.
  struct TermEntry: StrictlyDecodable {
    /// Its English forms.
    let english: [String]
    /// Its Japanese forms, the agreed one first.
    let japanese: [String]?
    /// Forms that are wrong wherever a paper uses the term.
    let forbidden: [String]?
    /// True where the English form is kept.
    let keep: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case english, japanese, forbidden, keep
    }
  }

  /// The glossary; throws `UsageError` for a term that says nothing, or that contradicts itself.
  func glossary(path: JSONPlace) throws(UsageError) -> Glossary {
    var terms: [Glossary.Term] = []
    for (index, entry) in self.terms.enumerated() {
      terms.append(try Self.term(entry.value, at: path["terms"][index]))
    }
    var places: [String: Int] = [:]
    for (index, term) in terms.enumerated() {
      for form in term.english {
        let plain = form.lowercased().filter { $0.isLetter || $0.isNumber }
        guard let other = places.updateValue(index, forKey: plain), other != index else { continue }
        throw UsageError(
          "\(path["terms"][index]["english"]): '\(form)' stands in terms[\(other)] already; "
            + "take one of the two away")
      }
    }
    return Glossary(terms)
  }

  private static func term(_ entry: TermEntry, at place: JSONPlace) throws(UsageError)
    -> Glossary.Term
  {
    let japanese = entry.japanese ?? []
    let forbidden = entry.forbidden ?? []
    for (key, forms) in [
      ("english", entry.english), ("japanese", japanese), ("forbidden", forbidden),
    ] {
      for form in forms where form.allSatisfy(\.isWhitespace) || form.contains(where: \.isNewline) {
        throw UsageError("\(place[key]): a form must be one line with something on it")
      }
    }
    guard !entry.english.isEmpty else {
      throw UsageError("\(place["english"]): is empty; write the English term")
    }
    guard japanese.isEmpty == (entry.keep ?? false) else {
      throw UsageError(
        "\(place): '\(entry.english[0])' needs either its Japanese forms or \"keep\": true")
    }
    for form in forbidden where form.unicodeScalars.count < 2 {
      throw UsageError(
        "\(place["forbidden"]): '\(form)' is too short to be found safely; write two characters or more"
      )
    }
    for form in forbidden {
      guard let agreed = japanese.first(where: { $0.contains(form) }) else { continue }
      throw UsageError(
        "\(place["forbidden"]): '\(form)' stands in the accepted form '\(agreed)'; take one of the two away"
      )
    }
    return Glossary.Term(english: entry.english, japanese: japanese, forbidden: forbidden)
  }
}
