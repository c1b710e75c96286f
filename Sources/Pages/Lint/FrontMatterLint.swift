import Foundation
import Records

/// What YAML makes of the block that a static site reads before the page.
///
/// One value that YAML cannot read costs a whole site in Hugo, and the page its title in Jekyll.
struct FrontMatterLint {
  /// The findings.
  private(set) var flaws: [Flaw] = []

  /// Looks through the front matter of a page.
  init(_ page: DigestText) {
    guard let range = page.frontMatter else {
      noteMissing(page)
      return
    }
    for line in page.text.lines[range] { look(at: line) }
  }

  private mutating func noteMissing(_ page: DigestText) {
    let isOpen = page.text.lines.first.map { String($0.content) == "---" } ?? false
    flaws.append(
      Flaw(
        line: 1, index: 0, code: "front-matter", severity: isOpen ? .error : .warning,
        message: isOpen
          ? "the front matter has no end: Hugo builds nothing, and Jekyll shows it as text"
          : "there is no front matter: Jekyll copies the file as it is and makes no page of it",
        remedy: .advice(
          isOpen
            ? "write a line --- below the last value"
            : "begin the file with a line ---, title: and date:, and another line ---")))
  }

  /// Values that are no text, or go on below, are left alone.
  private mutating func look(at line: PageText.Line) {
    guard line.indent == 0, let colon = line.scalars.firstIndex(of: ":"),
      let first = line.scalars.first, !"#-\"'".unicodeScalars.contains(first)
    else { return }
    let key = String(line.scalars[..<colon])
    let value = PagePart(line, (colon + 1)..<line.scalars.count)
    guard let start = value.raw.first, !"|>".unicodeScalars.contains(start) || key == "title" else {
      return
    }
    switch start {
    case "\"", "'": lookAtQuoted(value)
    default: lookAtPlain(value, key: key)
    }
    if key == "date" { lookAtDate(value) }
    if key == "title" { lookAtHTML(value) }
  }

  private mutating func lookAtPlain(_ value: PagePart, key: String) {
    guard let damage = YAMLPlain(value.raw).damage(isTitle: key == "title") else { return }
    let text = FrontMatter.scalar(String(value.raw))
    flaws.append(
      Flaw(
        line: value.line, index: value.column - 1, code: "yaml", message: damage,
        remedy: .edits([Flaw.Edit(range: value.range, text: text)])))
  }

  private mutating func lookAtQuoted(_ value: PagePart) {
    guard let damage = YAMLQuoted(value.raw).damage else { return }
    flaws.append(
      Flaw(
        line: value.line, index: value.column - 1, code: "yaml",
        message: "\(damage): Hugo builds nothing, and Jekyll makes the page without its title",
        remedy: .advice(
          "mend the quotes: \\ and \" take a backslash, and nothing follows the last one")
      ))
  }

  private mutating func lookAtDate(_ value: PagePart) {
    let text = String(value.raw.filter { $0 != "\"" && $0 != "'" })
    guard Week(containing: String(text.prefix(10)), startingOn: .friday) == nil else { return }
    flaws.append(
      Flaw(
        line: value.line, index: value.column - 1, code: "date",
        message: "this is no day: Jekyll and Hugo build nothing",
        remedy: .advice("write the day as 2024-07-26")))
  }

  private mutating func lookAtHTML(_ value: PagePart) {
    let next = zip(value.raw, value.raw.dropFirst()).first { one, other in
      one == "<" && (other.properties.isAlphabetic || other == "/" || other == "!")
    }
    guard next != nil, value.raw.contains(">") else { return }
    flaws.append(
      Flaw(
        line: value.line, index: value.column - 1, code: "html", severity: .warning,
        message:
          "Jekyll's layouts put the title into the page as it is: what looks like HTML is live",
        remedy: .advice("write &lt; for <")))
  }
}

extension PagePart {
  /// The place on the line, as indices.
  var range: Range<Int> { (column - 1)..<(column - 1 + raw.count) }
}
