/// Reads the numbers of a Japanese text: `1億2000万`, `6〜50%`, `3.2倍`, `二倍`.
struct JapaneseFigures {
  private let bytes: [UInt8]
  private let atoms: [Atom]
  private let words: [LatinWord]

  /// Prepares to read a text by its runs of letters and digits, and the words among them.
  init(bytes: [UInt8], atoms: [Atom], words: [LatinWord]) {
    self.bytes = bytes
    self.atoms = atoms
    self.words = words
  }

  /// The numbers in digits.
  func figures() -> [Figure] {
    var figures: [Figure] = []
    var isFree = words[...]
    var end = 0
    for (index, atom) in atoms.enumerated()
    where atom.beginsWithDigit && atom.range.lowerBound >= end {
      while let word = isFree.first, word.range.upperBound <= atom.range.lowerBound {
        isFree = isFree.dropFirst()
      }
      // The digit of a name is no number.
      if let word = isFree.first, word.range.contains(atom.range.lowerBound) { continue }
      let figure = figure(at: index)
      if figure.opensNothingBefore(figures.last, in: bytes) == false {
        figures[figures.count - 1].opensRange = true
        if figures[figures.count - 1].unit == .none {
          figures[figures.count - 1].unit = figure.unit
        }
      }
      figures.append(figure)
      end = figure.range.upperBound
    }
    return figures
  }

  private func figure(at index: Int) -> Figure {
    let start = atoms[index].range.lowerBound
    var place = start
    var value = 0.0
    var written = 0.0
    while let numeral = Numeral(bytes, at: place) {
      place = numeral.end
      var part = numeral.value
      written = numeral.value
      var isScaled = false
      while let (scale, end) = JapaneseUnits.scale(bytes, at: place) {
        part *= scale
        place = end
        isScaled = true
      }
      value += part
      if !isScaled { break }
    }
    if let exponent = Exponent(bytes, at: place) {
      value = exponent.power(of: value)
      place = exponent.end
    }
    var figure = Figure(value: value, written: written, range: start..<place)
    if let last = atoms[index...].first(where: { $0.range.upperBound > place }),
      last.range.contains(place) || last.range.lowerBound <= place + 1,
      let (meaning, end) = latinUnit(last, at: place)
    {
      if case .scale(let scale) = meaning { figure.value *= scale }
      if case .unit(let unit) = meaning { figure.unit = unit }
      place = end
    }
    if figure.unit == .none, let (unit, factor, end) = JapaneseUnits.unit(bytes, at: place) {
      figure.unit = unit
      figure.value *= factor
      place = end
    }
    figure.range = start..<place
    figure.isRough = JapaneseUnits.isRough(bytes, start..<place)
    figure.isLeast = JapaneseUnits.isLeast(bytes, behind: place)
    figure.isTally = figure.unit == .none && JapaneseUnits.isTally(figure.value, bytes, at: place)
    return figure
  }

  /// The unit in Latin letters at or behind a place: of `12ms`, `12 ms` and `7B`.
  private func latinUnit(_ atom: Atom, at place: Int) -> (Lexicon.Meaning, end: Int)? {
    if atom.range.contains(place) {
      return Lexicon.measure(ending: atom, in: bytes).map { ($0, atom.range.upperBound) }
    }
    guard atom.range.lowerBound == place || bytes[place] == UInt8(ascii: " "),
      let meaning = Lexicon.meaning(of: atom)
    else { return nil }
    switch meaning {
    case .unit, .scale: return (meaning, atom.range.upperBound)
    case .number, .factor, .magnitude: return nil
    }
  }
}

extension Figure {
  /// False where a range mark alone stands between the figure before and this one.
  fileprivate func opensNothingBefore(_ last: Figure?, in bytes: [UInt8]) -> Bool {
    guard let last else { return true }
    let gap = bytes[last.range.upperBound..<range.lowerBound]
    return !["-", "~", "〜", "～", "–", "—", "−", "から", " - ", "ー"].contains {
      gap.elementsEqual($0.utf8)
    }
  }
}
