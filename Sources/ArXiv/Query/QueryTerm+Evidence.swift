/// Where a term was found.
struct QueryEvidence {
  /// The text that holds it.
  let text: SearchableText
  /// The place in the text.
  let range: Range<String.Index>
}

extension QueryTerm {
  /// The first place of a paper that the term means; nil where there is none.
  func evidence(in paper: SearchablePaper) -> QueryEvidence? {
    for text in paper.texts(of: field) {
      if let range = place(in: text) { return QueryEvidence(text: text, range: range) }
    }
    return nil
  }

  private func place(in text: SearchableText) -> Range<String.Index>? {
    if let wildcard { return place(of: wildcard, in: text) }
    return field == .author ? name(in: text) : phrase(in: text)
  }

  /// A single word, with its ending, or the whole value of a category or an identifier.
  private func place(
    of wildcard: Wildcard, in text: SearchableText
  ) -> Range<String.Index>? {
    guard field.isText else {
      let isLike = wildcard.matches(SearchableText.folded(text.text))
      return isLike ? text.text.startIndex..<text.text.endIndex : nil
    }
    return text.words.first { wildcard.matches($0.word.plain) }?.range
  }

  /// Words one behind the other, whatever their endings.
  private func phrase(in text: SearchableText) -> Range<String.Index>? {
    guard let first = words.first, words.count <= text.words.count else { return nil }
    for start in 0...(text.words.count - words.count)
    where text.words[start].word.stem == first.stem {
      let found = text.words[start..<(start + words.count)]
      if zip(found, words).allSatisfy({ $0.word.stem == $1.stem }), let last = found.last {
        return found[start].range.lowerBound..<last.range.upperBound
      }
    }
    return nil
  }

  /// The parts of a name in any order, as in `au:hopper_g`; a single letter is an initial.
  private func name(in text: SearchableText) -> Range<String.Index>? {
    var left = text.words.map(\.word.plain)
    for word in words.sorted(by: { $0.plain.count > $1.plain.count }) {
      let isInitial = word.plain.count == 1
      guard
        let place = left.firstIndex(where: {
          $0 == word.plain || isInitial && $0.hasPrefix(word.plain)
        })
      else { return nil }
      left.remove(at: place)
    }
    return text.text.startIndex..<text.text.endIndex
  }
}
