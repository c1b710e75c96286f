import Records

/// Whether each number that is published stands in the title or the abstract.
///
/// A wrong figure is what readers cannot see and editors fear most. Values are compared, not digits:
/// `1億2000万` is `120 million`, 2倍 is `two-fold` and 93% is `0.93`.
extension Check {
  /// The rules of this file.
  static let numbers = [number, unit, range, tally]

  private static let number = ofFigures("number-not-in-abstract") { figure, source in
    guard !figure.isTally, source.standing(of: figure) == .missing else { return nil }
    return "the number is not in the abstract"
  }

  private static let unit = ofFigures("unit-not-in-abstract") { figure, source in
    guard case .otherUnit(let own) = source.standing(of: figure) else { return nil }
    return "the abstract has the number with another unit: '\(own)'"
  }

  /// What a writer has counted is right more often than not, but nobody has checked it.
  private static let tally = ofFigures("count-not-in-abstract", severity: .warning) {
    figure, source in
    guard figure.isTally, source.standing(of: figure) == .missing else { return nil }
    return "the count is not in the abstract"
  }

  /// Both ends may stand in the abstract and belong to different ranges.
  private static let range = Check("range-not-in-abstract") { reading in
    guard reading.source.isKnown else { return [] }
    return reading.texts.flatMap { text in
      zip(text.figures, text.figures.dropFirst()).compactMap { low, high -> Problem? in
        guard low.opensRange, reading.source.holds(low, high) == false else { return nil }
        return Problem(
          text, "the abstract has both numbers, but not as one range",
          at: low.range.lowerBound..<high.range.upperBound)
      }
    }
  }

  private static func ofFigures(
    _ code: String, severity: Finding.Severity = .error,
    _ message: @escaping @Sendable (Figure, SourceText) -> String?
  ) -> Check {
    Check(code, severity: severity) { reading in
      guard reading.source.isKnown else { return [] }
      var problems: [Problem] = []
      for text in reading.texts {
        for figure in text.figures where !text.mayClaim(figure, of: reading.source) {
          guard let message = message(figure, reading.source) else { continue }
          problems.append(Problem(text, message, at: figure.range))
        }
      }
      return problems
    }
  }
}

extension ReadText {
  /// True for a number that says nothing: one of something, and all of it in a friend's words.
  fileprivate func mayClaim(_ figure: Figure, of source: SourceText) -> Bool {
    switch figure.unit {
    case .none: figure.value == 1 || field == .remark && figure.value == 100
    case .percent: field == .remark && figure.value == 100
    case .measure(let name): figure.value == 1 && source.mentions(name)
    case .times: false
    }
  }
}

extension SourceText {
  /// How a number of a text stands in the source.
  enum Standing: Equatable {
    /// It is there.
    case grounded
    /// It is there, and counts something else: the words of the source.
    case otherUnit(String)
    /// It is not there.
    case missing
  }

  /// True where the source speaks of a measure without a number: per second, hourly.
  fileprivate func mentions(_ measure: String) -> Bool {
    let marks = [measure, measure == "day" ? "daily" : measure + "ly"].map { WordMark($0) }
    return atoms.contains { marks.contains($0.stem) }
  }

  /// How a number stands in the source.
  func standing(of figure: Figure) -> Standing {
    var other: Figure?
    for own in figures where own.isSameValue(as: figure) {
      if own.isOfName, figure.unit != .none { continue }
      if own.unit == figure.unit || own.unit == .none || figure.unit == .none { return .grounded }
      other = own
    }
    return other.map { .otherUnit(String(decoding: bytes[$0.range], as: UTF8.self)) } ?? .missing
  }

  /// True where two numbers are the ends of a list that rises: 10, 20, and 50.
  private func holdsList(from low: Figure, to high: Figure) -> Bool {
    figures.indices.contains { start in
      guard figures[start].isSameValue(as: low) else { return false }
      var last = figures[start]
      for next in figures[(start + 1)...] {
        let gap = next.range.lowerBound - last.range.upperBound
        guard (1...6).contains(gap), next.value > last.value else { return false }
        if next.isSameValue(as: high) { return true }
        last = next
      }
      return false
    }
  }

  /// True where two numbers stand near to each other, and are not the ends of a range.
  ///
  /// 0.61から0.74 may be said of `0.74, up from 0.61`, but 74%から61% not of `from 61% to 74%`.
  private func holdsApart(_ one: Figure, _ next: Figure) -> Bool {
    guard next.range.lowerBound > one.range.upperBound else { return false }
    let gap = bytes[one.range.upperBound..<next.range.lowerBound]
    return gap.count <= 16 && gap.contains { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
      && ![" to ", " and ", "–"].contains { gap.elementsEqual($0.utf8) }
  }

  /// True where two numbers stand side by side in the source, or are the ends of a list; nil where one is not there at all.
  fileprivate func holds(_ low: Figure, _ high: Figure) -> Bool? {
    guard standing(of: low) != .missing, standing(of: high) != .missing else { return nil }
    return holdsList(from: low, to: high)
      || zip(figures, figures.dropFirst()).contains { one, next in
        if one.isSameValue(as: low), next.isSameValue(as: high) { return true }
        return one.isSameValue(as: high) && next.isSameValue(as: low) && holdsApart(one, next)
      }
  }
}

extension Figure {
  /// True where a number of the source says what one of a text says.
  fileprivate func isSameValue(as figure: Figure) -> Bool {
    if Self.isSame(value, figure.value) { return true }
    // 約4割 may be said of 38%.
    if figure.isRough, abs(value - figure.value) <= 0.1 * max(value, figure.value) { return true }
    // 1万以上 may be said of 12,345, and would be odd to say of 20,000.
    if figure.isLeast, value > figure.value, value <= 1.25 * figure.value { return true }
    // The 7 of 7B may stand by itself, but 7倍 is another thing.
    if figure.unit == .none, Self.isSame(written, figure.value) { return true }
    // A share may be written either way: 0.93 and 93%, a half and 50%.
    if figure.unit == .percent, unit == .none, value <= 1 {
      return Self.isSame(value * 100, figure.value)
    }
    return unit == .percent && figure.unit == .none && figure.value <= 1
      && Self.isSame(value, figure.value * 100)
  }
}
