extension SourceText {
  /// The name of the source that a stranger is written like, but for a letter; nil where there is none.
  ///
  /// One letter may differ, two in names of nine letters and more; shorter names than four letters are
  /// too close to one another to tell, but for acronyms of three.
  func original(of stranger: Stranger) -> String? {
    guard !stranger.word.isPlain else { return nil }
    let letters = stranger.letters
    if let whole = version(of: letters) { return whole }
    // Of three letters only a whole acronym can be told to be another one.
    let isAcronym = stranger.word.smalls == 0 && letters.count == 3
    guard letters.count >= 4 || isAcronym else { return nil }
    let most = letters.count >= 9 ? 2 : 1
    for start in atoms.indices {
      for end in start..<min(start + 3, atoms.count) {
        let range = atoms[start].range.lowerBound..<atoms[end].range.upperBound
        guard abs(range.count - letters.count) <= most + end - start else { continue }
        let isName = atoms[start...end].contains { $0.capitals > 0 || $0.beginsWithDigit }
        let own = bytes[range].compactMap(Latin.folded)
        if isAcronym, start != end || atoms[start].smalls > 0 || own.count != 3 { continue }
        if isName, letters.distance(to: own, atMost: most) != nil {
          return String(decoding: bytes[range], as: UTF8.self)
        }
      }
    }
    return nil
  }

  /// The name of the source with its whole version, where a text has the first part of it alone.
  private func version(of letters: [UInt8]) -> String? {
    for start in atoms.indices {
      for last in start..<min(start + 3, atoms.count) where isCut(at: last) {
        let first = atoms[start].range.lowerBound
        guard bytes[first..<atoms[last].range.upperBound].compactMap(Latin.folded) == letters
        else { continue }
        let end = atoms.indices[last...].first { !isCut(at: $0) } ?? last
        return String(decoding: bytes[first..<atoms[end].range.upperBound], as: UTF8.self)
      }
    }
    return nil
  }
}

extension Array<UInt8> {
  /// How many letters must be put in, left out or changed to come to another word; nil where they are
  /// more than `most`.
  func distance(to other: [UInt8], atMost most: Int) -> Int? {
    var row = Array<Int>(0...other.count)
    for (index, letter) in enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, own) in other.enumerated() {
        let changed = diagonal + (letter == own ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = Swift.min(changed, row[place] + 1, diagonal + 1)
      }
    }
    return row[other.count] <= most ? row[other.count] : nil
  }
}
