/// The help, made from the tables of commands and options.
enum Help {
  /// The program's version.
  static let version = "0.1.0"

  /// The day of the version.
  static let day = "2026-11-29"

  /// What the program is, in one line.
  static let summary = "weekly Japanese digest pages of new arXiv papers"

  /// The columns of a terminal that the help keeps to.
  private static let columns = 80

  /// The help on a command, or on the program as a whole.
  static func text(on command: Command?) -> String {
    guard let command else { return general }
    let sections = [
      "arxiv-digest \(command.rawValue): \(command.summary)".filled(columns: columns),
      "usage: arxiv-digest \(command.synopsis)",
      filled(details(of: command)),
      section("options", command.options.map { ($0.usage, $0.summary(for: command)) }),
      section("examples", command.examples),
      section("exit status", command.statuses),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static var general: String {
    let groups = CommandGroup.allCases.map { group in
      section(group.title, group.commands.map { ($0.usage, $0.summary) }, width: commandColumns)
    }
    let sections =
      ["arxiv-digest: \(summary)", usage] + groups
      + [filled(introduction), section("exit status", ExitCode.allCases.map { ($0, $0.summary) })]
    return sections.joined(separator: "\n\n")
  }

  private static let usage = """
    usage: arxiv-digest COMMAND [options]
           arxiv-digest help COMMAND    what it does, its options, examples
           arxiv-digest --help | --version
    """

  /// What to know of the program before its commands.
  static let introduction = """
    A week is made with one command, and made again at no cost: what is on disk is kept, and only what
    is missing or was withheld is asked for. An answer that validation rejects goes back to the model
    with what was found, at most --repairs times; then the paper waits for a person.

        arxiv-digest run --week 2024-07-26 --topic sd

    Topics and models stand in digest.json, keys in the environment or in .env (see .env.example).
    """

  /// One width for all groups, so that the summaries stand in one column.
  private static var commandColumns: Int { Command.allCases.map(\.usage.count).max() ?? 0 }

  private static func filled(_ text: String) -> String {
    TextBlock.all(in: text).map { $0.text(columns: columns) }.joined(separator: "\n\n")
  }

  private static func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(title):\n" + lines.map { "  " + $0 }.joined(separator: "\n")
  }

  private static func section(
    _ title: String, _ statuses: [(code: ExitCode, summary: String)]
  ) -> String {
    section(title, statuses.map { ("\($0.code.rawValue)", $0.summary) })
  }

  /// Names with what they mean, which begins in one column on every line.
  private static func section(
    _ title: String, _ rows: [(name: String, text: String)], width: Int = 0
  ) -> String {
    let width = rows.map(\.name.count).max().map { max($0, width) } ?? 0
    let lines = rows.map { name, text in
      name + String(repeating: " ", count: width - name.count + 2)
        + text.filled(columns: columns, indent: width + 4)
    }
    return section(title, lines)
  }
}
