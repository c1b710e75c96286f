import Records

/// A place where a site would act on a text instead of showing it.
struct Hazard {
  /// What would happen, as a stable code.
  enum Code: String {
    /// A command of Liquid runs, or its sign stops the build.
    case liquid
    /// A tag is passed on or left out.
    case html
    /// A paragraph becomes a table.
    case table
    /// A list of attributes vanishes.
    case attribute
    /// Words become a link.
    case link
    /// An image is shown.
    case image
    /// A link is defined, or words become one that is defined elsewhere.
    case reference
    /// A lone bracket takes the title's link away.
    case bracket
    /// A footnote stands where words should be.
    case footnote
    /// Words are set off, and the signs around them vanish.
    case emphasis
    /// Words are shown as code.
    case codeSpan = "code-span"
    /// Words are struck out.
    case strikethrough
    /// Words become a formula.
    case math
    /// A name of a character is shown as the character.
    case entity
    /// A backslash is eaten, or takes a sign's meaning away.
    case backslash
    /// A line becomes a heading.
    case heading
    /// A line becomes a quotation.
    case quote
    /// A line becomes an item of a list.
    case list
    /// A line becomes an item of a numbered list.
    case numberedList = "numbered-list"
    /// A line becomes the definition of the one above it.
    case definition
    /// A horizontal line is shown.
    case rule
    /// All that follows becomes code.
    case codeFence = "code-fence"
    /// The line above becomes a heading.
    case setextHeading = "setext-heading"
    /// A box to tick is shown.
    case checkbox
    /// A line ends a block, and vanishes.
    case blockEnd = "block-end"
    /// There are more signs than can be looked through.
    case tooManySigns = "too-many-signs"

    /// True for what does harm beside the entries too, where links and bold words are welcome.
    var breaksFreeText: Bool { [.liquid, .html, .table, .tooManySigns].contains(self) }
  }

  /// What would happen.
  let code: Code
  /// What a reader would see.
  let message: String
  /// The characters of the text that are to blame, as places in the raw text.
  let edits: [Flaw.Edit]
  /// True where a writer may have wanted it; then nobody but a writer should change it.
  var isDeliberate = false
  /// How bad it is.
  var severity = Finding.Severity.error

  /// Every hazard of a text; `labels` are those of the page's references and footnotes.
  static func all(
    in part: PagePart, _ setting: LiveText.Setting, labels: Set<String>
  ) -> [Hazard] {
    let text = LiveText(part, setting)
    let count = text.units.units.indices.count(where: text.needsEscape)
    guard count <= mostSigns else { return [tooMany(count)] }
    return text.liquid + text.signs + text.pairs + text.brackets(labels) + text.blockStart
      + text.doubtfulEscapes
  }

  /// No text of a paper has so many; the search for pairs takes longer than any page is worth.
  private static let mostSigns = 500

  private static func tooMany(_ count: Int) -> Hazard {
    Hazard(
      code: .tooManySigns,
      message: "\(count) signs of Markdown stand here, too many to look through",
      edits: [], isDeliberate: true)
  }

  /// The finding, on the part's line.
  func flaw(in part: PagePart) -> Flaw {
    let start = part.column - 1
    let moved = edits.map {
      Flaw.Edit(range: (start + $0.range.lowerBound)..<(start + $0.range.upperBound), text: $0.text)
    }
    return Flaw(
      line: part.line, index: moved.first?.range.lowerBound ?? start, code: code.rawValue,
      severity: severity, message: message,
      remedy: isDeliberate ? .advice(advice) : .edits(moved))
  }

  /// What a writer can do about what may have been meant.
  private var advice: String {
    switch code {
    case .liquid: "leave it where the site means it; else write &#123; for the first {"
    case .tooManySigns: "see what the text is, and write it anew"
    case .entity: "write &amp; for the ampersand to have it shown as it is written"
    case .backslash: "write the backslash twice to have it shown, or leave it out"
    default: "leave it where it is meant; else write a backslash before each sign"
    }
  }
}

extension LiveText {
  /// A hazard of some of the text's characters.
  func hazard(
    _ code: Hazard.Code, _ indices: [Int], _ message: String, isDeliberate: Bool = false
  ) -> Hazard {
    let edits = indices.map { index in
      Flaw.Edit(range: units.units[index].range, text: replacements[index])
    }
    return Hazard(
      code: code, message: message, edits: edits, isDeliberate: isDeliberate,
      severity: isDeliberate ? .warning : .error)
  }
}
