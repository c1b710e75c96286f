import Pipeline

/// Puts into words that a page was changed by hand, how, and what can be done.
enum ChangedPageText {
  /// So many lines of a difference are shown; the page itself has the rest.
  private static let most = 20

  /// A sentence, and the lines that differ.
  static func lines(_ page: ChangedPage) -> [String] {
    ["\(page.path): changed by hand, and not written over; - is what would be written, + the page"]
      + lines(page.difference)
  }

  /// The lines that differ, with their numbers.
  static func lines(_ difference: PageDifference) -> [String] {
    let shown = difference.lines.prefix(most).map { line in
      "  \(line.isOnSite ? "+" : "-") \(line.number): \(line.text)"
    }
    let rest = difference.lines.count - shown.count
    return shown + (rest > 0 ? ["  and \(ReportText.number(rest, "line")) more"] : [])
  }

  /// The command that takes the changes into records, and the one that drops them.
  static func next(command: TypedCommand) -> String {
    let adopt = command.turned(into: .adopt).line
    let overwrite = command.turned(into: .render).with(switch: Option.overwrite.flag).line
    return "\(adopt)  # keeps what was changed; or drop it: \(overwrite)"
  }
}
