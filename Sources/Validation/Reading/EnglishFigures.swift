import Foundation

/// Reads the numbers of an English text, spelled out or in digits.
struct EnglishFigures {
  /// The text.
  let bytes: [UInt8]
  private let atoms: [Atom]

  /// Prepares to read a text by its runs of letters and digits.
  init(bytes: [UInt8], atoms: [Atom]) {
    self.bytes = bytes
    self.atoms = atoms
  }

  /// The numbers in their order.
  func figures() -> [Figure] {
    var figures: [Figure] = []
    // Other readings stand behind all others, so that they part no range.
    var others: [Figure] = []
    let lexicon = Lexicon.shared
    var index = 0
    while index < atoms.count {
      let atom = atoms[index]
      if atom.beginsWithDigit {
        let (written, exponent, next) = written(at: index)
        var figure = written
        figure.isOfName = isOfName(index)
        if let exponent { others += readings(of: figure, exponent, behind: figures.last) }
        figures.append(figure)
        index = next
      } else {
        if let meaning = lexicon.meaning(of: atom) {
          note(meaning, at: index, in: &figures)
        } else if let figure = figure(ending: atom) {
          others.append(figure)
        }
        index += 1
      }
    }
    shareUnits(of: &figures)
    return figures + others
  }

  /// True for digits behind the hyphen of a name.
  private func isOfName(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (name, number) = (atoms[index - 1], atoms[index])
    return name.capitals > 0 && !name.beginsWithDigit && name.mark != Self.top
      && name.range.upperBound + 1 == number.range.lowerBound
      && bytes[name.range.upperBound] == UInt8(ascii: "-")
  }

  private static let top = WordMark("top")

  /// The number in digits that begins with a run, its exponent, and the next run that is no part of
  /// it.
  private func written(at index: Int) -> (Figure, Exponent?, next: Int) {
    let start = atoms[index].range.lowerBound
    let numeral = Numeral(bytes, at: start)
    var end = numeral?.end ?? atoms[index].range.upperBound
    var next = index + 1
    while next < atoms.count, atoms[next].range.lowerBound < end { next += 1 }
    let value = numeral?.value ?? 0
    var figure = Figure(value: value, written: value, range: start..<end)
    if let meaning = Lexicon.measure(ending: atoms[next - 1], in: bytes) {
      end = max(end, atoms[next - 1].range.upperBound)
      apply(meaning, to: &figure)
    }
    let exponent = Exponent(bytes, at: end)
    if let exponent {
      figure.value = exponent.power(of: value)
      end = exponent.end
      while next < atoms.count, atoms[next].range.lowerBound < end { next += 1 }
    }
    figure.range = start..<end
    if figure.unit == .none, let sign = sign(at: end) {
      figure.unit = sign.unit
      figure.range = start..<sign.end
    }
    return (figure, exponent, next)
  }

  /// What a word makes of the number before it, or the number that it is.
  private func note(_ meaning: Lexicon.Meaning, at index: Int, in figures: inout [Figure]) {
    let range = atoms[index].range
    let isNext = figures.last.map { touches($0.range.upperBound, range.lowerBound) } ?? false
    switch meaning {
    case .number(let value):
      // Twenty-five; a pair of words that only stand together makes no harm.
      if isNext, let last = figures.last, value < 10, last.value >= 20, last.value <= 90,
        last.value.truncatingRemainder(dividingBy: 10) == 0
      {
        figures.append(Figure(value: last.value + value, written: value, range: range))
      } else {
        // A quarter is one of four as well.
        let written = value > 0 && value < 1 ? 1 / value : value
        figures.append(Figure(value: value, written: written, range: range))
      }
    case .magnitude:
      // Two orders of magnitude are a hundred.
      let orders = index >= 2 ? atoms[index - 2].range.lowerBound : 0
      let isCounted =
        figures.last.map { $0.value <= 15 && touches($0.range.upperBound, orders) } ?? false
      let value = isCounted ? pow(10, figures.last?.value.rounded() ?? 1) : 10
      figures.append(Figure(value: value, written: value, range: range))
    case .factor(let value):
      figures.append(Figure(value: value, written: value, unit: .times, range: range))
    case .scale(let scale):
      if isNext {
        apply(meaning, to: &figures[figures.count - 1])
        figures[figures.count - 1].extend(to: range.upperBound)
      } else {
        figures.append(Figure(value: scale, written: scale, range: range))
      }
    case .unit:
      guard isNext, figures[figures.count - 1].unit == .none else { return }
      apply(meaning, to: &figures[figures.count - 1])
      figures[figures.count - 1].extend(to: range.upperBound)
    }
  }

  private func apply(_ meaning: Lexicon.Meaning, to figure: inout Figure) {
    switch meaning {
    case .scale(let scale): figure.value *= scale
    case .unit(let unit): figure.unit = unit
    case .number, .factor, .magnitude: break
    }
  }

  /// True where nothing but blanks, hyphens and LaTeX's marks stands between two places.
  func touches(_ end: Int, _ start: Int) -> Bool {
    start >= end && start - end <= 4
      && bytes[end..<start].allSatisfy { " -~$\\{}%".utf8.contains($0) }
  }
}

extension Figure {
  /// Takes a word behind the number as a part of it.
  fileprivate mutating func extend(to end: Int) {
    range = range.lowerBound..<end
  }
}
