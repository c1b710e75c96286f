/// A text of a page with all that is known of how a parser will meet it.
struct LiveText {
  /// Where a text stands, and what is meant by it.
  struct Setting {
    /// Where the text stands.
    let place: MarkdownText.Place
    /// True inside the heading, where kramdown makes no table.
    var isHeading = false
    /// True inside the heading's link, which a bracket can end.
    var isLink = false
    /// True where a writer may want a word to stand out, or a link.
    var isProse = false
    /// True for a list item, which a pair of brackets turns into a box to tick.
    var isItem = false
    /// True where no blank line parts the text from the one above it.
    var isBelowText = false
    /// True where the block above is a paragraph, which kramdown can take for a word to define.
    var isBelowParagraph = false
    /// True for text that is none of an entry's, where links and commands may be meant.
    var isFree = false

    /// Text beside the entries.
    static let free = Setting(place: .inline, isFree: true)
  }

  /// What kind of text it is.
  let setting: Setting
  /// The characters that were meant.
  let units: MarkdownUnits
  /// What to write for each of them.
  let replacements: [String]

  /// Looks at a text.
  init(_ part: PagePart, _ setting: Setting) {
    self.setting = setting
    units = MarkdownUnits(part.raw)
    replacements = MarkdownText(exactly: units.units.map(\.scalar)).replacements(at: setting.place)
  }

  /// True where a character is written plainly and ought to be escaped.
  func needsEscape(at index: Int) -> Bool {
    let unit = units.units[index]
    return !unit.isEscaped && replacements[index] != String([unit.scalar])
  }

  /// The characters from one to another, shortened, for a message.
  func words(_ range: Range<Int>) -> String {
    String(units.units[range].prefix(40).map(\.scalar)) + (range.count > 40 ? "…" : "")
  }
}

extension LiveText.Setting {
  /// The setting of a line of a section, and of the one before it.
  init(_ row: PageSection.Row, below before: PageSection.Row?) {
    switch row.role {
    case .heading: self.init(place: .title, isHeading: true, isLink: row.isFramed)
    case .japaneseTitle: self.init(place: row.isFramed ? .title : .lineStart)
    case .authors: self.init(place: .lineStart)
    case .bullet: self.init(place: .lineStart, isProse: true, isItem: true)
    case .bulletRest, .remark: self.init(place: .lineStart, isProse: true)
    case .comment:
      let isLabelled = row.part.column > row.line.indent + 1
      self.init(place: isLabelled ? .inline : .lineStart)
    case .facts, .rule, .other: self = .free
    }
    guard row.role != .bullet, let before, before.role != .heading else { return }
    isBelowText = row.followsText
    isBelowParagraph = row.followsText || before.role != .bullet && before.role != .bulletRest
  }
}
