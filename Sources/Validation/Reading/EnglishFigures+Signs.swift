extension EnglishFigures {
  /// The number at the end of a name: INT8 has 8 bits.
  func figure(ending atom: Atom) -> Figure? {
    guard atom.endsWithDigit else { return nil }
    let digits = bytes[atom.range].reversed().prefix { (0x30...0x39).contains($0) }.count
    let start = atom.range.upperBound - digits
    return Numeral(bytes, at: start).map {
      Figure(value: $0.value, written: $0.value, range: start..<atom.range.upperBound)
    }
  }

  /// What else a power may be taken for: its exponent, and with a factor before it, `3 \times 10^5`.
  func readings(
    of figure: Figure, _ exponent: Exponent, behind last: Figure?
  ) -> [Figure] {
    var exponentAlone = figure
    exponentAlone.value = Double(abs(exponent.value))
    exponentAlone.written = exponentAlone.value
    guard let last, last.unit == .times,
      touches(last.range.upperBound, figure.range.lowerBound)
    else { return [exponentAlone] }
    var product = figure
    product.value *= last.value
    product.written = product.value
    return [exponentAlone, product]
  }

  /// The sign behind a number: `%`, `\%`, `×`, `\times`.
  func sign(at end: Int) -> (unit: Figure.Unit, end: Int)? {
    var place = end
    while place < bytes.count, place - end < 4, " $\\{}".utf8.contains(bytes[place]) { place += 1 }
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: "%") { return (.percent, place + 1) }
    if bytes[place...].starts(with: "×".utf8) { return (.times, place + 2) }
    // Without its backslash `times` may be the beginning of another word.
    let isCommand = place > end && bytes[place - 1] == UInt8(ascii: "\\")
    return isCommand && bytes[place...].starts(with: "times".utf8) ? (.times, place + 5) : nil
  }

  /// In `6-50%` and `6 to 50 percent` the unit belongs to both ends.
  func shareUnits(of figures: inout [Figure]) {
    for index in figures.indices.dropLast() where figures[index].unit == .none {
      let (end, start) = (figures[index].range.upperBound, figures[index + 1].range.lowerBound)
      guard start > end, start - end <= 5 else { continue }
      let gap = bytes[end..<start]
      let isRange =
        gap.allSatisfy { " -~$\\{}".utf8.contains($0) || $0 >= 0x80 }
        || gap.elementsEqual(" to ".utf8) || gap.elementsEqual(" and ".utf8)
        || gap.elementsEqual(" or ".utf8)
      if isRange { figures[index].unit = figures[index + 1].unit }
    }
  }
}
