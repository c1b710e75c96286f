import Records

/// What the marks, blanks and ends of an entry's lines do to it.
extension LayoutLint {
  /// Looks at a line of an entry, and at how it follows the one before it.
  mutating func look(at row: PageSection.Row, below before: PageSection.Row) {
    lookAtBlank(row, below: before)
    if let mark = row.mark { lookAtMark(row, mark) }
    switch row.role {
    case .rule where row.followsText && LineShape(row.line).isUnderline:
      note(
        row, "setext-heading", "the line above becomes a heading, and no line is drawn",
        .emptyLine)
    case .rule: note(row, "rule", "a horizontal line cuts the entry", .advice("delete the line"))
    case .japaneseTitle: lookAtTitle(row)
    case .other:
      warn(
        row, "stray-line", "the line belongs to no part of the entry",
        .advice("move it to the part that it belongs to, or delete it"))
    default: break
    }
  }

  private mutating func lookAtTitle(_ row: PageSection.Row) {
    if !row.isFramed {
      return warn(
        row, "not-bold", "the Japanese title looks like any other text",
        .advice("put it between ** and **"))
    }
    if row.part.raw.isEmpty {
      return note(
        row, "rule", "a horizontal line, or stars, stand where the title should be",
        .advice("write the title between the stars"))
    }
    let content = LineShape(row.line).content
    let inside = (content.startIndex + 2)..<(content.endIndex - 2)
    guard inside != row.part.range else { return }
    let part = row.part.range
    note(
      row, "bold-space", "the stars are shown, and the title is not bold",
      .edits(
        [
          Flaw.Edit(range: inside.lowerBound..<part.lowerBound, text: ""),
          Flaw.Edit(range: part.upperBound..<inside.upperBound, text: ""),
        ].filter { !$0.range.isEmpty }))
  }

  /// The parts that run together where no blank line stands between them, with what a reader sees.
  private mutating func lookAtBlank(_ row: PageSection.Row, below before: PageSection.Row) {
    guard row.followsText, row.role != before.role, before.role != .heading,
      ![.rule, .bullet, .bulletRest, .other].contains(row.role)
    else { return }
    let isInList = [.bullet, .bulletRest].contains(before.role)
    note(
      row, "missing-blank",
      isInList
        ? "the line becomes a part of the bullet above it"
        : "the line runs on behind the one above it, in one paragraph", .emptyLine)
  }

  private mutating func lookAtMark(_ row: PageSection.Row, _ mark: Range<Int>) {
    guard row.role == .bullet else { return }
    let written = row.line.scalars[mark]
    let rest = written.dropFirst()
    let isSpaced = rest.first.map { $0 == " " || $0 == "\t" } ?? row.part.raw.isEmpty
    let isMark = "-*+0123456789".unicodeScalars.contains(written[written.startIndex])
    let sign: [Unicode.Scalar] = written.first.map { [$0] } ?? []
    let edit = Flaw.Remedy.edits([Flaw.Edit(range: mark, text: "- ")])
    if LineShape(row.line).listMark == nil {
      // Only digits of ASCII make a numbered list.
      if written.allSatisfy(\.isASCII) {
        warn(
          row, "list-mark", "the list is numbered", at: mark.lowerBound,
          .advice("write - in place of the number"))
      } else {
        note(row, "list-mark", "no list is made of the line", at: mark.lowerBound, edit)
      }
      return
    }
    if !isMark || !isSpaced {
      note(
        row, "list-mark",
        "'\(String(sign + rest.prefix(1)))' makes no bullet: the line runs on behind the one above it",
        at: mark.lowerBound, edit)
    } else if rest.count > 4, !row.part.raw.isEmpty {
      note(
        row, "indented", "the bullet is shown as code", at: mark.lowerBound,
        .edits([Flaw.Edit(range: mark, text: String(sign) + " ")]))
    }
  }

  /// Blanks at a line's start put it into the item above, or make code of it.
  mutating func lookAtIndents(_ section: PageSection) {
    var bullet: Int?
    for row in section.rows.dropFirst() where row.role != .bulletRest {
      let indent = row.line.indent
      defer { if row.role == .bullet, bullet == nil { bullet = indent } }
      let isNested =
        row.role == .bullet ? indent > (bullet ?? indent) + 1 : bullet != nil && indent > 1
      guard indent > 3 || isNested || row.line.scalars.prefix(indent).contains("\t") else {
        continue
      }
      note(
        row, "indented",
        isNested ? "the line is shown inside the bullet above it" : "the line is shown as code",
        at: 0,
        .edits([Flaw.Edit(range: 0..<indent, text: "")]))
    }
  }

  /// Blanks within a text of several lines may break it on purpose.
  mutating func lookAtEnd(of line: PageText.Line, endsPart: Bool) {
    let end = line.isBlank ? 0 : line.content.endIndex
    let blanks = line.scalars[end...]
    let isWide = line.isBlank && blanks.contains { !$0.isASCII }
    guard !blanks.isEmpty, isWide || !line.isBlank && endsPart else { return }
    flaws.append(
      Flaw(
        line: line.number, index: end, code: "trailing-space", severity: isWide ? .error : .warning,
        message: isWide
          ? "the line only looks empty: what stands above and below it runs together"
          : "blanks that nobody sees end the line",
        remedy: .edits([Flaw.Edit(range: end..<line.scalars.count, text: "")])))
  }
}
