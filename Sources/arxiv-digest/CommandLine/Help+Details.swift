extension Help {
  /// What the help on a command tells beside its options.
  static func details(of command: Command) -> String {
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
      kept; `redo` has it made anew.

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
      costs a fraction of a cent. Says what is wrong and what to do.
      """
    case .topics:
      "Lists the topics of digest.json to stdout. Needs no key and sends nothing."
    case .topicsCheck:
      """
      Tells for each part of a query how many of the week's papers it brings, and how many it alone
      among the alternatives of its OR; for each paper which terms matched, and on which words; and
      where the query and the papers on disk disagree. Looks at all papers of the week, whatever
      topic found them. Needs no key and sends nothing.
      """
    case .lint:
      """
      Reads pages of Markdown, of this program or of others, and all .md files of a folder. Tells for
      each place the file, line and column (counted in characters), what a reader would see, and the fix:

          site/_sd/2024-07-26.md:12:3: error table: Jekyll makes a table of ...
            fix: **p(x\\|y)の推定**

      What breaks a site with Jekyll (kramdown) or Hugo (goldmark), or a line that is not shown as it
      was meant, is an error; a warning may be meant as it is, such as *a word* set off in a bullet.
      Titles, bullets and remarks are held against the rules that validate holds answers against; what
      needs the abstract is left out. Where a prompts folder is found, its headings are looked for.

      With --fix the lines marked "fix:" are written, and what is left is told; a page that needs no
      fix is not touched. "by hand:" marks what a program cannot decide. Needs no key, no digest.json
      and no network.
      """
    case .completions:
      """
      Prints a script for bash, zsh or fish to stdout, made from the same tables as this help: the
      commands, their options, and the values of those that have fixed ones. Topics and model profiles
      are asked from digest.json while you type.

      `make install` puts the scripts where shells look for them. By hand they go to these places:

          bash  ~/.local/share/bash-completion/completions/arxiv-digest
          zsh   a folder of $fpath, as _arxiv-digest
          fish  ~/.config/fish/completions/arxiv-digest.fish
      """
    case .man:
      """
      Prints the manual page to stdout, in the language of man(1): everything that the help says, in
      one text. `make install` puts it where man looks for it.
      """
    case .help:
      "Without a command it lists all of them. `arxiv-digest COMMAND --help` does the same."
    case .plan: ""
    case .status: ""
    case .show: ""
    case .why: ""
    case .redo: ""
    case .edit, .hide, .pin, .adopt: ""
    case .initialize: ""
    case .config: ""
    case .doctor: ""
    }
  }
}
