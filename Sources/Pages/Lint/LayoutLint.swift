import Records

/// Whether the parts of an entry are there, each a block of its own.
struct LayoutLint {
  /// The findings.
  var flaws: [Flaw] = []

  /// Looks through the sections of a page.
  init(_ page: DigestText) {
    var seen: [ArXivID: Int] = [:]
    for section in page.sections {
      lookForParts(section)
      for (row, before) in zip(section.rows.dropFirst(), section.rows) {
        look(at: row, below: before)
      }
      lookAtIndents(section)
      if let id = section.id, let line = seen.updateValue(section.line, forKey: id) {
        warn(section.rows[0], "duplicate-paper", "\(id) has an entry on line \(line) too")
      }
    }
    let lines = page.text.lines
    for index in lines.indices
    where index >= page.sections.first.map({ $0.line - 1 }) ?? lines.count {
      lookAtEnd(of: lines[index], endsPart: index + 1 == lines.count || lines[index + 1].isBlank)
    }
  }

  /// Notes what is wrong with a line.
  mutating func note(
    _ row: PageSection.Row, _ code: String, _ message: String, at index: Int? = nil,
    severity: Finding.Severity = .error, _ remedy: Flaw.Remedy = .advice(LayoutLint.missing)
  ) {
    flaws.append(
      Flaw(
        line: row.line.number, index: index ?? row.part.column - 1, code: code,
        severity: severity, message: message, remedy: remedy))
  }

  /// Notes what may be meant as it is.
  mutating func warn(
    _ row: PageSection.Row, _ code: String, _ message: String, at index: Int? = nil,
    _ remedy: Flaw.Remedy = .advice(LayoutLint.missing)
  ) {
    note(row, code, message, at: index, severity: .warning, remedy)
  }

  /// What an editor can do where a part is not there.
  static let missing = "write it, or take the entry out"

  private mutating func lookForParts(_ section: PageSection) {
    let heading = section.rows[0]
    lookAtHeading(heading, section)
    if section.japaneseTitle == nil {
      note(heading, "missing-japanese-title", "the paper has no Japanese title")
    }
    if section.authors == nil { note(heading, "missing-authors", "the paper has no authors") }
    if section.remark.isEmpty { note(heading, "missing-remark", "the paper has no remark") }
    if section.facts == nil {
      warn(heading, "missing-facts", "topics, categories and time are missing")
    }
  }

  private mutating func lookAtHeading(_ heading: PageSection.Row, _ section: PageSection) {
    let mark = heading.mark ?? 0..<0
    let line = heading.line.scalars
    if mark.upperBound < line.count, !line[mark.upperBound].properties.isWhitespace {
      note(
        heading, "heading-mark", "the number signs are shown, and no heading is made",
        at: mark.lowerBound,
        .edits([Flaw.Edit(range: mark.upperBound..<mark.upperBound, text: " ")]))
    }
    if heading.part.raw.isEmpty {
      note(heading, "missing-title", "the link has no words to click on")
    }
    lookForGaps(heading)
    guard let address = section.address else {
      return note(
        heading, "missing-link", "the title is no link: nobody finds the paper",
        .advice("write it as [title](http://arxiv.org/abs/ and the identifier)"))
    }
    let text = String(address.raw)
    if !(text.hasPrefix("http://") || text.hasPrefix("https://"))
      || text.unicodeScalars.contains(where: {
        $0.properties.isWhitespace || $0 == "(" || $0 == "<"
      })
    {
      note(
        heading, "address", "the title links to '\(text)', which is no web address",
        at: address.column - 1, .advice("link to http://arxiv.org/abs/ and the identifier"))
    } else if section.id == nil {
      warn(
        heading, "not-arxiv", "the title links to '\(text)', which is no paper of arXiv",
        at: address.column - 1, .advice("link to http://arxiv.org/abs/ and the identifier"))
    }
  }

  /// A script that drops formulas leaves two blanks, or one before the bracket.
  private mutating func lookForGaps(_ heading: PageSection.Row) {
    let raw = heading.part.raw
    let line = heading.line.scalars
    let gap = zip(raw, raw.dropFirst()).contains { $0.0 == " " && $0.1 == " " }
    let end = heading.part.range.upperBound
    guard gap || heading.isFramed && !raw.isEmpty && end < line.count && line[end] == " " else {
      return
    }
    warn(
      heading, "title-gap", "words seem to be missing from the title, a formula perhaps",
      .advice("compare the title with arXiv's"))
  }
}
