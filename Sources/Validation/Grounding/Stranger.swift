/// A Latin word of a published text that the paper itself neither writes nor spells out.
struct Stranger: Sendable {
  /// The text that holds it.
  let text: ReadText
  /// The word.
  let word: LatinWord

  /// Its letters and digits, in lower case.
  var letters: [UInt8] { text.bytes[word.range].compactMap(Latin.folded) }
}

extension SourceText {
  /// The Latin words of some texts that the source neither writes nor spells out.
  ///
  /// A single letter is a variable, with one or two digits too, and what a backslash introduces is
  /// another check's matter.
  func strangers(in texts: [ReadText]) -> [Stranger] {
    guard isKnown else { return [] }
    var all: [Stranger] = []
    for text in texts where text.isMostlyJapanese {
      for word in text.words where !word.isVariable {
        let start = word.range.lowerBound
        if start > 0, text.bytes[start - 1] == UInt8(ascii: "\\") { continue }
        all.append(Stranger(text: text, word: word))
      }
    }
    let found = holds(all.map(\.word))
    return zip(all, found).filter { !$1 && !spellsOut($0) }.map(\.0)
  }

  /// True where the source has what a name is short for, or all parts of a compound.
  private func spellsOut(_ stranger: Stranger) -> Bool {
    let parts = stranger.word.atoms.map { stranger.text.bytes[$0.range] }
    if abbreviates(parts.flatMap(\.self)[...]) || hasWhole(of: stranger) { return true }
    if hasWord(of: stranger.word) { return true }
    guard stranger.word.atoms.count > 1 else { return isNumbered(stranger.letters) }
    return zip(stranger.word.atoms, parts).allSatisfy { atom, letters in
      atom.isNumber
        ? isNumbered(stranger, atom) || counts(letters)
        : atoms.contains { $0.stem == atom.stem } || abbreviates(letters)
    }
  }

  /// True where a source has some digits as a number, which it may spell out: 5-fold is five-fold.
  ///
  /// The 4 of `4o` is none.
  private func counts(_ digits: ArraySlice<UInt8>) -> Bool {
    guard let number = Numeral(Array(digits), at: 0) else { return false }
    return figures.contains { figure in
      let end = figure.range.upperBound
      let isPart = end < bytes.count && Latin.folded(bytes[end]) != nil
      return !isPart && Figure.isSame(figure.value, number.value)
    }
  }

  /// True where a source has some letters with a number at either end: `Llama3` and `30FPS`.
  private func isNumbered(_ letters: [UInt8]) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    return atoms.contains { atom in
      guard atom.range.count > letters.count else { return false }
      let own = bytes[atom.range].drop(while: isDigit).prefix { !isDigit($0) }
      return own.compactMap(Latin.folded) == letters
        && bytes[own.endIndex..<atom.range.upperBound].allSatisfy(isDigit)
    }
  }

  /// True where the capitals of a name are the initials of words in a row; small words may be left
  /// out, or not, as in OOD.
  ///
  /// `ViT` is short for `vision transformer`; in `SupplySim` the capitals are not what counts.
  private func abbreviates(_ name: ArraySlice<UInt8>) -> Bool {
    let capitals = name.filter { (0x41...0x5A).contains($0) }
    guard capitals.count >= 2, capitals.count * 3 >= name.count * 2 else { return false }
    let letters = capitals.map { $0 | 0x20 }
    // A name that differs from an acronym of the source by a letter is rather that, miswritten.
    if letters.count > 2, hasAcronym(like: letters) { return false }
    return atoms.indices.contains { abbreviates(letters, from: $0) }
  }

  /// True where letters are the initials of words in a row from an atom on, with no more than a blank
  /// or a hyphen between them.
  private func abbreviates(_ letters: [UInt8], from start: Int) -> Bool {
    var index = start
    for (place, letter) in letters.enumerated() {
      if place > 0, index < atoms.count, atoms[index].initial != letter,
        Self.smallWords.contains(atoms[index].mark.value)
      {
        index += 1
      }
      guard index < atoms.count, atoms[index].initial == letter else { return false }
      if index > start, atoms[index].range.lowerBound > atoms[index - 1].range.upperBound + 1 {
        return false
      }
      index += 1
    }
    return true
  }

  /// True where the source has an acronym that differs in one letter.
  private func hasAcronym(like letters: [UInt8]) -> Bool {
    atoms.contains { atom in
      guard atom.smalls == 0, atom.capitals == letters.count else { return false }
      let own = bytes[atom.range].map { $0 | 0x20 }
      return zip(own, letters).count(where: { $0 != $1 }) == 1
    }
  }

  private static let smallWords = Set(
    [
      "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "via",
      "with",
    ]
    .map { WordMark($0).value })

  /// True where the source has a name's number in a list behind its letters, as the second one of
  /// `CIFAR-10/100`.
  private func isNumbered(_ stranger: Stranger, _ number: Atom) -> Bool {
    guard let first = stranger.word.atoms.first, !first.isNumber else { return false }
    let goesOn = stranger.text.bytes[number.range.upperBound...].first == UInt8(ascii: ".")
    return atoms.indices.contains { place in
      atoms[place].mark == first.mark
        && atoms.indices[(place + 1)...].prefix { atoms[$0].isNumber }
          .contains { atoms[$0].mark == number.mark && isCut(at: $0) == goesOn }
    }
  }
}
