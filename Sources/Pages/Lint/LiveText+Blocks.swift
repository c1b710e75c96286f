/// Hazards of brackets, and of what opens a block at a line's start.
extension LiveText {
  /// Links, images, references, and brackets that take the title's link away.
  func brackets(_ labels: Set<String>) -> [Hazard] {
    var open: [Int] = []
    var hazards: [Hazard] = []
    var lone: [Int] = []
    for index in units.units.indices {
      if units.isPlain("[", at: index) { open.append(index) }
      guard units.isPlain("]", at: index) else { continue }
      guard let start = open.popLast() else {
        lone.append(index)
        continue
      }
      if let hazard = bracket(start, index, labels) { hazards.append(hazard) }
    }
    lone += open
    if setting.isLink, !lone.isEmpty {
      hazards.append(
        hazard(
          .bracket, lone.sorted(),
          "a lone bracket takes the title's link away, and its signs are shown"))
    }
    return hazards
  }

  private func bracket(_ start: Int, _ end: Int, _ labels: Set<String>) -> Hazard? {
    let inside = words(start + 1..<end)
    if setting.isLink, inside.hasPrefix("^") {
      return hazard(
        .footnote, [start, end],
        "Jekyll takes it for a footnote: brackets are shown and no link is made")
    }
    if setting.isItem, [" ", "x", "X"].contains(inside) {
      return hazard(.checkbox, [start, end], "a box to tick is shown in place of '[\(inside)]'")
    }
    if units.isPlain("(", at: end + 1),
      let close = units.units.indices[end...].first(where: { units.isPlain(")", at: $0) })
    {
      let address = words(end + 2..<close)
      let isImage = start > 0 && units.isPlain("!", at: start - 1)
      let isWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
      return hazard(
        isImage ? .image : .link, [start, end],
        isImage
          ? "the image '\(address)' is shown" : "'\(inside)' becomes a link to '\(address)'",
        isDeliberate: isWeb && !isImage && setting.isProse)
    }
    if start == 0, setting.place == .lineStart, units.isPlain(":", at: end + 1) {
      return hazard(
        .reference, [start, end], "the line vanishes: it defines the reference '\(inside)'")
    }
    guard labels.contains(inside.lowercased()) else { return nil }
    return hazard(
      .reference, [start, end], "'[\(inside)]' becomes a link, because the page defines it")
  }

  /// What opens a block at the start of a line.
  var blockStart: [Hazard] {
    guard setting.place == .lineStart, let first = units.raw.first else { return [] }
    let count = units.raw.prefix { $0 == first }.count
    let rest = units.raw.dropFirst(count)
    let isSpaced = rest.first.map { $0 == " " || $0 == "\t" } ?? true
    if isRule {
      return [hazard(.rule, marksOfRule, "a horizontal line is shown in place of the text")]
    }
    switch first {
    case "#" where count <= 6 && isSpaced:
      return [hazard(.heading, [0], "the line becomes a heading")]
    case ">": return [hazard(.quote, [0], "the line becomes a quotation")]
    case "-", "+", "*":
      let isMark = count == 1 && isSpaced
      return isMark ? [hazard(.list, [0], "the line becomes a list of its own")] : []
    case "=" where rest.isEmpty && setting.isBelowText:
      return [hazard(.setextHeading, [0], "the line above becomes a heading")]
    case ":" where count == 1 && isSpaced && setting.isBelowParagraph:
      return [hazard(.definition, [0], "the line becomes the definition of the one above it")]
    case "`" where count > 2, "~" where count > 2:
      return [hazard(.codeFence, Array(0..<count), "all that follows becomes code")]
    case "^" where units.raw.count == 1:
      return [hazard(.blockEnd, [0], "the line vanishes: Jekyll takes it for the end of a block")]
    default: return numbered
    }
  }

  private var isRule: Bool {
    guard let sign = units.raw.first, "-*_".unicodeScalars.contains(sign) else { return false }
    return units.raw.allSatisfy { $0 == sign || $0 == " " } && units.raw.count { $0 == sign } > 2
  }

  private var marksOfRule: [Int] { units.units.indices.filter(needsEscape) }

  private var numbered: [Hazard] {
    let digits = units.raw.prefix(while: \.isASCIIDigit).count
    guard (1...9).contains(digits), digits < units.raw.count,
      units.isPlain(".", at: digits) || units.isPlain(")", at: digits),
      digits + 1 == units.raw.count || units.raw[digits + 1] == " "
    else { return [] }
    return [
      hazard(.numberedList, [digits], "the line becomes a numbered list, and its number may change")
    ]
  }
}
