/// Hazards of single signs: what Liquid, HTML and tables take them for.
extension LiveText {
  /// Liquid runs before Markdown, over everything, and no backslash stops it.
  var liquid: [Hazard] {
    let raw = units.raw
    let opens = units.units.indices.filter { index in
      let unit = units.units[index]
      guard unit.scalar == "{", raw[unit.range.upperBound - 1] == "{",
        unit.range.upperBound < raw.count
      else { return false }
      return "{%".unicodeScalars.contains(raw[unit.range.upperBound])
    }
    var tags = SignFinder(["%", "}"], in: raw)
    var values = SignFinder(["}", "}"], in: raw)
    // The second brace of three opens nothing that the first one does not.
    return runs(of: opens).map { run in
      let start = units.units[run[0]].range.upperBound
      let end = raw[start] == "%" ? tags.end(from: start) : values.end(from: start)
      let edits = run.map { Flaw.Edit(range: units.units[$0].range, text: "&#123;") }
      let isOwn = end != nil && setting.isFree
      return Hazard(
        code: .liquid, message: Self.liquidMessage(raw[start...], end: end), edits: edits,
        isDeliberate: isOwn)
    }
  }

  private static func liquidMessage(
    _ rest: ArraySlice<Unicode.Scalar>, end: Int?
  ) -> String {
    let sign = rest.first == "%" ? "{%" : "{{"
    let hugo =
      rest.first == "{" && rest.dropFirst().first.map { "<%".unicodeScalars.contains($0) } ?? false
      ? ", and so does Hugo" : ""
    guard let end, rest.first == "{" else {
      return "Jekyll takes '\(sign)' for a command of Liquid and builds no page of the site\(hugo)"
    }
    let tag = "{" + String(rest[..<end].prefix(40))
    return "Jekyll puts the value of '\(tag)' in its place, which mostly is nothing"
      + (hugo.isEmpty ? "" : "; Hugo builds no page of the site")
  }

  /// Tables, HTML, attribute lists, entities and carets.
  var signs: [Hazard] {
    var hazards: [Hazard] = []
    let pipes = setting.isHeading ? [] : units.plain("|")
    if !pipes.isEmpty {
      hazards.append(
        hazard(.table, pipes, "Jekyll makes a table of the paragraph, and the | vanishes"))
    }
    hazards += tags
    hazards += attributeLists
    if setting.isLink, needsEscape(at: "^", 0) {
      hazards.append(
        hazard(
          .footnote, [0], "Jekyll takes it for a footnote: brackets are shown and no link is made"))
    }
    let names = units.plain("&").filter(needsEscape)
    hazards += names.map { index in
      let name = words(index..<units.units.count).prefix { $0 != ";" }
      return hazard(
        .entity, [index], "the character that '\(name);' names is shown, if there is one",
        isDeliberate: true)
    }
    return hazards
  }

  private func needsEscape(at sign: Unicode.Scalar, _ index: Int) -> Bool {
    units.isPlain(sign, at: index) && needsEscape(at: index)
  }

  /// What begins like a tag and ends like one; a comment at a line's start needs no end in Hugo.
  private var tags: [Hazard] {
    var ends = TagEnds(units.raw)
    return units.plain("<").filter(needsEscape).compactMap { index in
      let rest = units.raw[units.units[index].range.upperBound...]
      guard
        let length = ends.length(of: rest, mayBeOpen: index == 0 && setting.place == .lineStart)
      else { return nil }
      let tag = "<" + String(rest.prefix(min(length, 40)))
      let isScript = tag.lowercased().hasPrefix("<script")
      return hazard(
        .html, [index],
        isScript
          ? "Jekyll has the browser run '\(tag)' as a script"
          : "'\(tag)' is taken for HTML: Jekyll passes it to the browser, Hugo leaves it out")
    }
  }

  /// kramdown takes them at a line's start, behind a piece of markup, and with two colons and an end.
  private var attributeLists: [Hazard] {
    let ends = units.plain("}")
    let lastEnd = max(lastPlace(of: ["{", ":", "/"]), lastPlace(of: ["/", "}"]))
    return units.plain("{").filter { index in
      guard units.isPlain(":", at: index + 1), index < ends.last ?? 0 else { return false }
      if units.isPlain(":", at: index + 2) {
        return lastEnd > units.units[index].range.lowerBound
      }
      return index == 0
        ? setting.place == .lineStart
        : "*_`)~>".unicodeScalars.contains(units.units[index - 1].scalar)
    }.map { index in
      let end = ends.first { $0 > index } ?? index
      return hazard(
        .attribute, [index],
        "'\(words(index..<(end + 1)))' vanishes in Jekyll: it is a list of attributes")
    }
  }

  /// Where some signs stand for the last time in the raw text; -1 where they do not.
  private func lastPlace(of signs: [Unicode.Scalar]) -> Int {
    let places = 0..<max(0, units.raw.count - signs.count + 1)
    return places.last { place in
      signs.indices.allSatisfy { units.raw[place + $0] == signs[$0] }
    } ?? -1
  }

  /// Indices as runs of neighbours.
  func runs(of indices: [Int]) -> [[Int]] {
    indices.reduce(into: []) { runs, index in
      if let last = runs.last?.last, last + 1 == index {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
  }
}
