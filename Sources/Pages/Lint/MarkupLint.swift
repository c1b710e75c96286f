import Records

/// Whether the texts of a page are read as texts, by Liquid first and by Markdown then.
struct MarkupLint {
  /// The findings.
  private(set) var flaws: [Flaw] = []

  /// Looks through a page.
  init(_ page: DigestText) {
    let labels = Self.definedLabels(in: page)
    for index in page.intro where !page.text.lines[index].isBlank {
      lookAtFreeText(page.text.lines[index], isEntry: false)
    }
    for section in page.sections {
      var before: PageSection.Row?
      for row in section.rows {
        look(at: row, below: before, labels)
        before = row
      }
    }
  }

  private mutating func look(
    at row: PageSection.Row, below before: PageSection.Row?, _ labels: Set<String>
  ) {
    switch row.role {
    case .facts, .other: lookAtFreeText(row.line, isEntry: row.role == .other)
    case .rule: break
    default:
      let hazards = Hazard.all(in: row.part, LiveText.Setting(row, below: before), labels: labels)
      for hazard in hazards { flaws.append(hazard.flaw(in: row.part)) }
    }
  }

  /// In what is no text of an entry, links and bold words are meant; the site must not break on it.
  private mutating func lookAtFreeText(_ line: PageText.Line, isEntry: Bool) {
    let content = line.content
    let part = PagePart(line, content.startIndex..<content.endIndex)
    for var hazard in Hazard.all(in: part, .free, labels: []) where hazard.code.breaksFreeText {
      // A closed command of Liquid can be the site's own.
      if !isEntry, hazard.code == .liquid, hazard.isDeliberate { hazard.severity = .warning }
      flaws.append(hazard.flaw(in: part))
    }
  }

  /// The labels that a reference link or a footnote can have, in lower case.
  private static func definedLabels(in page: DigestText) -> Set<String> {
    Set(
      page.text.lines.compactMap { line in
        let content = line.content
        guard content.first == "[", let end = content.firstIndex(of: "]"),
          end > content.startIndex + 1,
          content[end...].dropFirst().first == ":"
        else { return nil }
        return String(content[(content.startIndex + 1)..<end]).lowercased()
      })
  }
}
