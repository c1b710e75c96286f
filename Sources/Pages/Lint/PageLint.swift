/// Everything about a page that would break the site, its layout or its characters, and the page
/// with what can safely be put right.
///
/// What Jekyll (kramdown) and Hugo (goldmark) make of a text was measured with both.
package struct PageLint {
  /// The page, taken apart.
  package let page: DigestText
  private let flaws: [Flaw]

  /// Looks a page through.
  package init(_ text: PageText) {
    page = DigestText(text)
    flaws =
      FrontMatterLint(page).flaws + LayoutLint(page).flaws + MarkupLint(page).flaws
  }

  /// The findings, in the order of the lines.
  package var findings: [PageFinding] {
    let lines = page.text.lines
    let edited = edits.mapValues { $0.line }
    return flaws.map { flaw in
      let fix: PageFinding.Fix =
        switch flaw.remedy {
        case .advice(let words): .advice(words)
        case .emptyLine: .emptyLine
        case .edits: .line(edited[flaw.line] ?? lines[flaw.line - 1].text)
        }
      return PageFinding(
        line: flaw.line, column: flaw.index + 1, code: flaw.code, severity: flaw.severity,
        message: flaw.message, fix: fix)
    }.sorted(by: PageFinding.isBefore)
  }

  /// The page after all that can safely be put right; the same where there is nothing.
  ///
  /// An empty line may show that a text is another part than it seemed, so the result is looked
  /// through again until nothing changes.
  package var fixed: PageText {
    var lint = self
    for _ in 0..<Self.mostRounds {
      let text = lint.onceFixed
      if text == lint.page.text { break }
      lint = PageLint(text)
    }
    return lint.page.text
  }

  /// More rounds than any page needs; a bound keeps two rules at odds from going on for ever.
  private static let mostRounds = 8

  private var onceFixed: PageText {
    let edits = edits
    let parted = Set(flaws.filter { $0.remedy == .emptyLine }.map(\.line))
    return page.text.with { line in
      (before: parted.contains(line.number), text: edits[line.number]?.line)
    }
  }

  /// The lines that have safe edits.
  private var edits: [Int: EditedLine] {
    flaws.reduce(into: [:]) { edits, flaw in
      guard case .edits(let new) = flaw.remedy else { return }
      let line = page.text.lines[flaw.line - 1]
      edits[flaw.line, default: EditedLine(line)].add(new)
    }
  }
}

/// A line with edits, none of which touches another.
private struct EditedLine {
  private let scalars: [Unicode.Scalar]
  private var edits: [Flaw.Edit] = []

  init(_ line: PageText.Line) {
    scalars = line.scalars
  }

  /// Takes edits in; two rules may ask for the same one, and of two that overlap the first counts.
  mutating func add(_ new: [Flaw.Edit]) {
    for edit in new where !edits.contains(where: { $0.touches(edit) }) { edits.append(edit) }
  }

  /// The line after the edits.
  var line: String {
    var result: [Unicode.Scalar] = []
    var index = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += scalars[index..<edit.range.lowerBound] + Array(edit.text.unicodeScalars)
      index = edit.range.upperBound
    }
    return String(result + scalars[index...])
  }
}

extension Flaw.Edit {
  fileprivate func touches(_ other: Flaw.Edit) -> Bool {
    range == other.range || range.overlaps(other.range)
  }
}

extension PageText {
  /// The same file with some lines written anew, and empty lines put before some.
  fileprivate func with(
    _ change: (Line) -> (before: Bool, text: String?)
  ) -> PageText {
    var result: [Line] = []
    for line in lines {
      let (before, text) = change(line)
      if before {
        let end = result.last?.end ?? "\n"
        result.append(Line(number: result.count + 1, scalars: [], end: end))
      }
      let scalars = text.map { Array($0.unicodeScalars) } ?? line.scalars
      result.append(Line(number: result.count + 1, scalars: scalars, end: line.end))
    }
    return PageText(lines: result, hasMark: hasMark)
  }
}
