/// The manual page, made from the tables that the help is made from.
enum ManualPage {
  /// The page in the language of man(7), without a line end.
  static var text: String {
    var page = Roff(
      title: "ARXIV-DIGEST", day: Help.day, source: "arxiv-digest \(Help.version)",
      manual: "User Commands")
    page.section("NAME")
    page.paragraph("arxiv-digest - \(Help.summary)")
    page.section("SYNOPSIS")
    page.paragraph("arxiv-digest COMMAND [options]")
    page.paragraph("arxiv-digest help COMMAND")
    page.paragraph("arxiv-digest --help | --version")
    page.section("DESCRIPTION")
    page.blocks(Help.introduction)
    page.paragraph(ManualTables.streams)
    page.section("COMMANDS")
    for command in CommandGroup.allCases.flatMap(\.commands) { page.command(command) }
    page.section("CONFIGURATION")
    page.blocks(ManualTables.configuration)
    page.items(DigestFile.CodingKeys.allCases.map { ($0.rawValue, $0.summary) })
    page.section("ENVIRONMENT")
    page.blocks(ManualTables.environment)
    page.items(ExplainedVariable.all.map { ($0.name, $0.summary) })
    page.section("FILES")
    page.items(ManualTables.files)
    page.section("EXIT STATUS")
    page.items(ExitCode.allCases.map { ("\($0.rawValue)", $0.summary) })
    page.section("EXAMPLES")
    for (words, example) in ManualTables.examples {
      page.paragraph(words)
      page.example([example])
    }
    page.section("SEE ALSO")
    page.paragraph("cron(8), curl(1), man(1), systemd.timer(5)")
    return page.text
  }
}

extension Roff {
  /// Writes what the help on a command says.
  fileprivate mutating func command(_ command: Command) {
    part("arxiv-digest \(command.synopsis)")
    paragraph("\(command.summary.prefix(1).uppercased())\(command.summary.dropFirst()).")
    blocks(Help.details(of: command))
    for option in command.options {
      item(option.flag, value: option.placeholder, option.summary(for: command))
    }
    if !command.examples.isEmpty {
      paragraph("Examples:")
      example(command.examples)
    }
    let own = command.statuses.filter { $0.summary != $0.code.summary }
    if !own.isEmpty {
      paragraph("Exit status:")
      items(own.map { ("\($0.code.rawValue)", $0.summary) })
    }
  }

  /// Writes names with what is to be known of each.
  fileprivate mutating func items(_ rows: [(name: String, text: String)]) {
    for (name, text) in rows { item(name, text) }
  }
}
