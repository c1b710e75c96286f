/// Where a text stands on a page.
enum Place {
  /// In the middle of a line.
  case inline
  /// Inside a link or bold text.
  case title
  /// At the start of a line.
  case line
}

/// Reads escaped text back, and notes all that a Markdown or Liquid parser would act on.
///
/// Written from the parsers' side: it knows nothing of how the text was escaped.
struct MarkdownReading {
  /// What a reader sees.
  private(set) var text = ""
  /// What a parser would act on.
  private(set) var problems: [String] = []

  private let scalars: [Unicode.Scalar]

  /// Reads a text that stands at a place.
  init(_ escaped: String, at place: Place) {
    scalars = Array(escaped.unicodeScalars)
    noteLiquid()
    noteStart(at: place)
    var index = 0
    while index < scalars.count { index = read(at: index) }
  }

  /// Liquid runs before Markdown, and no backslash stops it.
  private mutating func noteLiquid() {
    for (one, other) in zip(scalars, scalars.dropFirst()) where one == "{" {
      if "{%:".unicodeScalars.contains(other) { problems.append("{\(other)") }
    }
  }

  private mutating func noteStart(at place: Place) {
    guard let first = scalars.first else { return }
    if place == .title, first == "^" { problems.append("footnote") }
    guard place == .line else { return }
    if first.properties.isWhitespace { problems.append("indent") }
    if "#>-+=:^".unicodeScalars.contains(first) { problems.append("block \(first)") }
    if scalars.starts(with: #"\$$"#.unicodeScalars) { problems.append("math") }
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    if digits > 0, digits < scalars.count, ".)".unicodeScalars.contains(scalars[digits]) {
      problems.append("numbered list")
    }
  }

  /// Reads what begins at an index, and returns where the next begins.
  private mutating func read(at index: Int) -> Int {
    let scalar = scalars[index]
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalar {
    case "\\":
      guard let next else {
        problems.append("open backslash")
        return index + 1
      }
      guard next.isASCII, !next.properties.isAlphabetic, next.value > 0x20,
        !("0"..."9").contains(next)
      else { break }
      text.unicodeScalars.append(next)
      return index + 2
    case "&":
      if let length = readEntity(at: index) { return index + length }
    case "*", "`", "[", "]", "|", "~", "\"", "'": problems.append("\(scalar)")
    case "<":
      if let next, !next.properties.isWhitespace, next != "=" { problems.append("<\(next)") }
    case "$", "-", ">": if next == scalar { problems.append("\(scalar)\(scalar)") }
    case "_":
      if !isWord(index - 1) || !isWord(index + 1) { problems.append("_") }
    case _ where beginsLink(at: index): problems.append("link")
    default:
      if scalar != " ",
        scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
      {
        problems.append("U+\(String(scalar.value, radix: 16))")
      }
    }
    text.unicodeScalars.append(scalar)
    return index + 1
  }

  /// True for what goldmark makes a link of, and for an ellipsis.
  private func beginsLink(at index: Int) -> Bool {
    let rest = scalars[index...]
    let isAddress =
      scalars[index] == "@" && index > 0 && !scalars[index - 1].properties.isWhitespace
      && rest.dropFirst().first.map { !$0.properties.isWhitespace } ?? false
    return isAddress
      || ["://", "...", "www.", "WWW."].contains { rest.starts(with: $0.unicodeScalars) }
  }

  /// Reads an entity, and returns its length; nil where there is none.
  private mutating func readEntity(at index: Int) -> Int? {
    let known: [(String, Unicode.Scalar)] = [
      ("&amp;", "&"), ("&#123;", "{"), ("&#94;", "^"), ("&#64;", "@"),
    ]
    for (entity, meaning) in known where scalars[index...].starts(with: entity.unicodeScalars) {
      text.unicodeScalars.append(meaning)
      return entity.unicodeScalars.count
    }
    let name = scalars[(index + 1)...].prefix {
      $0.isASCII && $0.properties.isAlphabetic || "0123456789#_:.-".unicodeScalars.contains($0)
    }
    if !name.isEmpty, scalars[(index + 1)...].dropFirst(name.count).first == ";" {
      problems.append("entity")
    }
    return nil
  }

  private func isWord(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return scalars[index].properties.isAlphabetic || ("0"..."9").contains(scalars[index])
  }
}
