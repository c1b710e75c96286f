/// The help, made from the tables of commands and options.
enum Help {
  /// The program's version.
  static let version = "0.1.0"

  /// The help on a command, or on the program as a whole.
  static func text(on command: Command?) -> String {
    guard let command, command != .help else { return general }
    return """
      arxiv-digest \(command.rawValue): \(command.summary)

      usage: arxiv-digest \(command.usage)\(command.options.isEmpty ? "" : " [options]")

      \(details(of: command))
      \(options(of: command))
      """
  }

  private static let general = """
    arxiv-digest: weekly Japanese digest pages of new arXiv papers

    usage: arxiv-digest COMMAND [options]
           arxiv-digest --help | --version

    commands:
    \(table(Command.allCases.map { ($0.usage, $0.summary) }))

    options of run; the other commands take those that concern them:
    \(table(Option.allCases.map { ($0.usage, $0.summary) }))

    A week is made with one command, and made again at no cost: what is on disk is kept, and only
    what is missing or was withheld is asked for. An answer that validation rejects goes back to the
    model with what was found, at most --repairs times; then the paper waits for a person.

        arxiv-digest run --week 2024-07-26 --topic sd

    Topics and models stand in digest.json, keys in the environment or in .env (see .env.example).

    exit status:
      0    every paper was accepted and its page written
      1    failed; the message says why, and what was saved
      2    done in part: some papers are withheld or wait; after lint: errors are left on pages
      64   a mistake in the command or the configuration; nothing was done
      75   another run holds the week
      130  interrupted; the same command goes on where this one stopped

    """

  private static func details(of command: Command) -> String {
    switch command {
    case .run:
      """
      Fetches, translates, summarizes, validates and renders. With --from it begins at a later stage
      and takes the earlier ones as they are on disk. The paths of the pages go to stdout.

      Papers are announced for weeks after their submission: a week that is run again takes in what has
      appeared since, and --recent 4 does so for the last four. With several weeks the oldest is first,
      one failure does not stop the others, and limits on spending count over all of them.
      """
    case .fetch:
      """
      Asks arXiv again even for topics that are on disk; papers are added and renewed, never dropped.
      Needs no key. Each topic leaves a receipt: what was announced, what came, and what is in doubt,
      which makes the exit status 2.

      --source oai reads arXiv's harvesting interface, which often answers when the search refuses; a
      file is a saved feed or the public snapshot of the metadata. Both are held against the topics'
      queries here. With --id single papers are added to their weeks.
      """
    case .translate, .summarize:
      """
      Asks for the papers whose answer is missing or would be withheld, and for no others. Each answer
      is on disk the moment it arrives. An answer whose prompt, model or abstract has changed since is
      kept; delete its file in the week's folder to have all of them made anew.

      An answer that is rejected goes back to the model with what was found, at once and at most
      --repairs times (0 to 10). Then the paper waits for a person, until the prompt, the model or the
      abstract has changed, or more is allowed.
      """
    case .validate:
      """
      Costs nothing and needs no network; always works from what is on disk. Says which papers were
      accepted or withheld before and are not now. With --dry-run it says so and writes nothing; the
      exit status is the same.
      """
    case .render:
      "Costs nothing and needs no network; always works from what is on disk."
    case .models:
      """
      Lists the profiles of digest.json to stdout, as the environment changes them: whether their key
      is there, what a paper costs, of which day the prices are, and which stage uses them. Needs no
      key and sends nothing.

      \(PaperCost.assumption)
      """
    case .modelsCheck:
      """
      Has one title translated by each profile that the stages use, those that stand in for them
      included, or by the one that is named, as --model PROFILE would use it. One request each, which
      costs a fraction of a cent. Says what is wrong and what to do. Exit status 0 where all answered
      as they should, 1 otherwise.
      """
    case .topics:
      "Lists the topics of digest.json to stdout. Needs no key and sends nothing."
    case .topicsCheck:
      """
      Tells for each part of a query how many of the week's papers it brings, and how many it alone
      among the alternatives of its OR; for each paper which terms matched, and on which words; and
      where the query and the papers on disk disagree. Looks at all papers of the week, whatever
      topic found them. Needs no key and sends nothing. Exit status 1 where no paper is on disk.
      """
    case .lint:
      """
      Reads pages of Markdown, of this program or of others, and all .md files of a folder. Tells for
      each place the file, line and column (counted in characters), what a reader would see, and the fix:

          site/_sd/2024-07-26.md:12:3: error table: Jekyll makes a table of the paragraph, ...
            fix: **p(x\\|y)の推定**

      What breaks a site with Jekyll (kramdown) or Hugo (goldmark), or a line that is not shown as it
      was meant, is an error; a warning may be meant as it is, such as *a word* set off in a bullet.
      Titles, bullets and remarks are held against the rules that validate holds answers against; what
      needs the abstract is left out. Where a prompts folder is found, its headings are looked for.

      With --fix the lines marked "fix:" are written, and what is left is told; a page that needs no
      fix is not touched. "by hand:" marks what a program cannot decide. Needs no key, no digest.json
      and no network. Exit status 0 where no error is left, 2 where some are, 1 where a file cannot be
      read or written.
      """
    case .help:
      ""
    }
  }

  private static func options(of command: Command) -> String {
    guard !command.options.isEmpty else { return "" }
    return "\noptions:\n"
      + table(command.options.map { ($0.usage, $0.summary) }) + "\n"
  }

  private static func table(_ rows: [(name: String, text: String)]) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { name, text in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(text)"
    }.joined(separator: "\n")
  }
}
