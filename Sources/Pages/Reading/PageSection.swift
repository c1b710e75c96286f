package import Records

/// What a page tells about one paper, and on which lines.
package struct PageSection: Sendable, Equatable {
  /// What a line of a section is for.
  enum Role: Sendable, Hashable {
    /// Title and link.
    case heading
    /// The Japanese title.
    case japaneseTitle
    /// The names, which may go on over several lines.
    case authors
    /// A list item.
    case bullet
    /// A list item's second line.
    case bulletRest
    /// The remark, which may go on over several lines.
    case remark
    /// The authors' comment, which may go on over several lines.
    case comment
    /// Topics, categories and time.
    case facts
    /// A horizontal line.
    case rule
    /// A line that has no place in the layout.
    case other
  }

  /// A line that is not blank.
  struct Row: Sendable, Equatable {
    /// What the line is for.
    let role: Role
    /// The line.
    let line: PageText.Line
    /// Its text, without the marks around it; the whole line where it has none.
    let part: PagePart
    /// The list mark, with the white space behind it; nil where there is none.
    var mark: Range<Int>?
    /// True where a title is between its signs: the stars, or the brackets of the link.
    var isFramed = false
    /// True where no blank line stands before it.
    let followsText: Bool
  }

  /// The lines, the heading first.
  let rows: [Row]
  /// Where the heading links to; nil where it is no link.
  package let address: PagePart?
  /// The paper that the heading links to; nil where it is not on arXiv.
  package let id: ArXivID?

  /// The number of the heading's line.
  package var line: Int { rows[0].line.number }
  /// The English title.
  package var title: PagePart { rows[0].part }
  /// The Japanese title; nil where there is none.
  package var japaneseTitle: PagePart? { parts(.japaneseTitle).first }
  /// The line of names; nil where there is none.
  package var authors: PagePart? { parts(.authors).first }
  /// The lines of each bullet.
  package var bullets: [[PagePart]] {
    rows.reduce(into: []) { bullets, row in
      if row.role == .bullet { bullets.append([row.part]) }
      if row.role == .bulletRest { bullets[bullets.count - 1].append(row.part) }
    }
  }
  /// The lines of the remark; a good one has one.
  package var remark: [PagePart] { parts(.remark) }
  /// The characters of each bullet that were meant; several lines stay several lines.
  package var shownBullets: [String] { bullets.map(Self.shown) }
  /// The characters of the remark that were meant; nil where there is none.
  package var shownRemark: String? { remark.isEmpty ? nil : Self.shown(remark) }

  private static func shown(_ lines: [PagePart]) -> String {
    lines.map(\.shown).joined(separator: "\n")
  }

  /// The lines of the authors' comment; none where there is no comment.
  package var comment: [PagePart] { parts(.comment) }
  /// Topics, categories and time; nil where there are none.
  package var facts: PagePart? { parts(.facts).first }

  private func parts(_ role: Role) -> [PagePart] {
    rows.filter { $0.role == role }.map(\.part)
  }
}
