import Records

extension SourceText {
  /// The sentence that a finding is best held against; nil where none has anything in common with it.
  ///
  /// It is the one with most of the text's names and numbers; one that has the very name or number in
  /// another form comes first.
  func sentence(for text: ReadText, _ finding: Finding) -> String? {
    let quoted = finding.quote.map { ReadText($0, in: text.field) }
    // The first of the best counts: of equals the abstract's, not the title.
    let scored = (sentences.dropFirst() + sentences.prefix(1)).map { range in
      (
        range: range,
        score: score(of: range, for: text) + score(of: range, near: quoted, finding) * 10
      )
    }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else { return nil }
    return String(decoding: bytes[best.range], as: UTF8.self)
  }

  /// How many names and numbers of a text a sentence has.
  private func score(of range: Range<Int>, for text: ReadText) -> Int {
    let own = atoms.filter { range.contains($0.range.lowerBound) }
    let names = text.atoms.filter { atom in own.contains { $0.stem == atom.stem } }
    let values = text.figures.filter { figure in
      figures.contains { range.contains($0.range.lowerBound) && $0.value == figure.value }
    }
    return names.count + values.count
  }

  /// Whether a sentence has what a finding is about in another form.
  private func score(of range: Range<Int>, near quoted: ReadText?, _ finding: Finding) -> Int {
    let sentence = String(decoding: bytes[range], as: UTF8.self)
    // The message names the form that the abstract has, in quotation marks.
    let parts = finding.message.split(separator: "'", omittingEmptySubsequences: false)
    if parts.count > 1, sentence.contains(parts[1]) { return 2 }
    guard let figure = quoted?.figures.first else { return 0 }
    let isNear = figures.contains { own in
      range.contains(own.range.lowerBound) && own.unit == figure.unit && own.unit != .none
    }
    return isNear ? 1 : 0
  }

  /// The title and the abstract's sentences, by their bytes.
  private var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() {
      let ends =
        byte == 0x0A
        || (".!?".utf8.contains(byte) && index + 1 < bytes.count && bytes[index + 1] <= 0x20
          && !isAbbreviation(endingAt: index))
      guard ends else { continue }
      let end = byte == 0x0A ? index : index + 1
      if start < end { sentences.append(start..<end) }
      start = index + 1
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    }
    if start < bytes.count { sentences.append(start..<bytes.count) }
    return sentences
  }

  /// True for the full stops of `e.g.`, `i.e.`, `et al.` and `vs.`.
  private func isAbbreviation(endingAt index: Int) -> Bool {
    let word = bytes[..<index].reversed().prefix { $0 > 0x20 }.reversed()
    return ["e.g", "i.e", "al", "vs", "cf", "Fig", "Eq", "U.S", "resp"].contains {
      word.elementsEqual($0.utf8)
    }
  }
}
