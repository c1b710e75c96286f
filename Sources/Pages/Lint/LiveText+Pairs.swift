/// Hazards of signs that come in pairs, such as stars around a word.
extension LiveText {
  /// A run of one sign that can begin or end something.
  private struct Mark {
    let indices: [Int]
    let opens: Bool
    let closes: Bool
  }

  /// Emphasis, code, struck words and formulas.
  var pairs: [Hazard] {
    emphasis("*") + emphasis("_") + codeSpans + doubled("~", .strikethrough) + doubled("$", .math)
  }

  private func emphasis(_ sign: Unicode.Scalar) -> [Hazard] {
    let marks = runs(of: units.plain(sign)).map { mark($0) }
    if setting.place == .title, !setting.isHeading, sign == "*" { return starsInBold(marks) }
    let empty = marks.filter { $0.indices.count > 3 }.flatMap(\.indices).filter(needsEscape)
    guard empty.isEmpty else {
      return [hazard(.emphasis, empty, "Jekyll sets nothing off, and some of the signs vanish")]
    }
    return pairs(of: marks) { $1.closes }.map { open, close in
      let indices = open.indices + close.indices
      let inside = words((open.indices.last ?? 0) + 1..<close.indices[0])
      let name = sign == "*" ? "stars" : "underscores"
      return hazard(
        .emphasis, indices, "'\(inside)' is set off, and the \(name) around it vanish",
        isDeliberate: isDeliberate(open, close, sign, inside))
    }
  }

  /// The title's own stars stay what they are beside one star between letters, as in A*.
  private func starsInBold(_ marks: [Mark]) -> [Hazard] {
    if marks.count == 1, isHarmlessInBold(marks[0]) { return [] }
    let edges = [0, units.units.count - 1]
    let live = marks.filter { mark in
      mark.opens || mark.closes || mark.indices.contains(where: edges.contains)
    }
    guard !live.isEmpty else { return [] }
    return [
      hazard(
        .emphasis, live.flatMap(\.indices), "a star ends the bold title too early, or vanishes")
    ]
  }

  private func isHarmlessInBold(_ mark: Mark) -> Bool {
    let around = [scalar(at: mark.indices[0] - 1), scalar(at: mark.indices[0] + 1)].compactMap(
      \.self)
    return mark.indices.count == 1 && !around.isEmpty && around.allSatisfy(\.isWordPart)
  }

  /// True for a word that a writer set off; inside of words and identifiers nobody does.
  private func isDeliberate(
    _ open: Mark, _ close: Mark, _ sign: Unicode.Scalar, _ inside: String
  ) -> Bool {
    guard setting.isProse, let last = close.indices.last else { return false }
    if sign == "_", open.indices.count > 1, inside.utf8.allSatisfy({ $0.isWordByte }) {
      return false
    }
    return ![open.indices[0] - 1, last + 1].contains { index in
      units.units.indices.contains(index) && units.units[index].scalar.isASCII
        && units.units[index].scalar.properties.isAlphabetic
        || units.units.indices.contains(index) && units.units[index].scalar.isASCIIDigit
    }
  }

  private func mark(_ indices: [Int]) -> Mark {
    let before = scalar(at: indices[0] - 1)
    let after = scalar(at: (indices.last ?? indices[0]) + 1)
    // An underscore inside of a word is a part of it.
    let isWord = units.units[indices[0]].scalar == "_"
    return Mark(
      indices: indices,
      opens: !(after?.properties.isWhitespace ?? true) && !(isWord && before?.isWordPart ?? false),
      closes: !(before?.properties.isWhitespace ?? true) && !(isWord && after?.isWordPart ?? false))
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    units.units.indices.contains(index) ? units.units[index].scalar : nil
  }

  /// Runs of ticks of the same length part code from text.
  ///
  /// Within code a backslash is no escape, so that an escaped tick can end it; and once one pair is
  /// escaped, another tick may find a new partner. So all of them are escaped together.
  private var codeSpans: [Hazard] {
    let plain = units.plain("`")
    guard !plain.isEmpty else { return [] }
    let escaped = units.units.indices.filter { index in
      let unit = units.units[index]
      return unit.scalar == "`" && unit.isEscaped && units.raw[unit.range.upperBound - 1] == "`"
    }
    let begin = runs(of: plain).map { Mark(indices: $0, opens: true, closes: true) }
    let end = escaped.map { Mark(indices: [$0], opens: false, closes: true) }
    let marks = (begin + end).sorted { $0.indices[0] < $1.indices[0] }
    // kramdown also takes the first ticks of a longer run.
    let found = pairs(of: marks) { $0.indices.count <= $1.indices.count }
    return found.map { open, close in
      let inside = words((open.indices.last ?? 0) + 1..<close.indices[0])
      return hazard(
        .codeSpan, plain, "'\(inside)' is shown as code, and the ticks around it vanish",
        isDeliberate: setting.isProse)
    }
  }

  /// Two tildes strike, and two dollars set a formula.
  private func doubled(_ sign: Unicode.Scalar, _ code: Hazard.Code) -> [Hazard] {
    let marks = runs(of: units.plain(sign)).filter { $0.count > 1 }
      .map { Mark(indices: $0, opens: true, closes: true) }
    let wide = sign == "$" ? marks.filter { $0.indices.count > 3 } : []
    if !wide.isEmpty {
      return [hazard(code, marks.flatMap(\.indices), "Jekyll makes an empty formula of the signs")]
    }
    return pairs(of: marks) { _, _ in true }.map { open, close in
      let inside = words((open.indices.last ?? 0) + 1..<close.indices[0])
      let crash = setting.isLink ? ", and Hugo 0.111 crashes on it, so that no page is built" : ""
      return hazard(
        code, open.indices + close.indices,
        code == .strikethrough
          ? "'\(inside)' is struck out\(crash)"
          : "Jekyll makes a formula of '\(inside)', and Hugo shows the dollar signs",
        isDeliberate: setting.isProse)
    }
  }

  /// Each mark that closes, with the nearest one before it that it closes.
  ///
  /// What cannot open does not wait: a long line may have thousands of such signs.
  private func pairs(
    of marks: [Mark], fit: (Mark, Mark) -> Bool
  ) -> [(open: Mark, close: Mark)] {
    var waiting: [Mark] = []
    var pairs: [(Mark, Mark)] = []
    for mark in marks {
      if let place = waiting.lastIndex(where: { fit($0, mark) }) {
        pairs.append((waiting[place], mark))
        waiting.removeSubrange(place...)
      } else if mark.opens {
        waiting.append(mark)
      }
    }
    return pairs
  }
}

extension Unicode.Scalar {
  /// True for what an underscore can stand within.
  fileprivate var isWordPart: Bool { properties.isAlphabetic || isASCIIDigit }
}

extension UInt8 {
  /// True for the letters of identifiers.
  fileprivate var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
