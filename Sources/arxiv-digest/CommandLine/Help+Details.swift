extension Help {
  /// What the help on a command tells beside its options.
  static func details(of command: Command) -> String {
    switch command {
    case .run: detailsOfRun
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
      are asked from digest.json while you type: `completions topics` and `completions models` print
      them, each with what it is behind a tab.

      `make install` puts the scripts where shells look for them. By hand they go to these places:

          bash  ~/.local/share/bash-completion/completions/arxiv-digest
          zsh   a folder of $fpath, as _arxiv-digest
          fish  ~/.config/fish/completions/arxiv-digest.fish
      """
    case .man:
      """
      Prints the manual page to stdout, as man(1) wants it: everything that the help says, and the
      configuration, variables and files, in one text. `make install` puts it where man looks for it.
      """
    case .help:
      """
      Explains one command, as `arxiv-digest COMMAND --help` does; without one it lists them all.
      """
    case .plan:
      """
      Takes the decisions of a run with a client that sends nothing: for each stage what is done,
      missing, stale (and what has changed since), failed or waiting for a person; the requests, and
      their tokens, cost and time. The requests are exact once arXiv was asked. Tokens and cost are
      learned from the requests of the weeks on disk: what is expected, and in parentheses what nine
      of ten requests stayed within.

      Needs no key and no network, and writes nothing. A run says the same in one line before it asks
      a model, and on a terminal asks first where that may cost more than spending.askAboveUSD of
      digest.json ($1 where it says nothing), unless --yes is typed.
      """
    case .status:
      """
      Shows all weeks on disk, the newest first, a line for each: papers, how many are accepted,
      withheld or wait for an answer, stale answers that are kept, what all runs have cost, and the day
      of the last one. A single week is shown by topic, with its pages on the site, what each stage has
      cost, what is in doubt, and the papers that are not published. The last line on stderr is the one
      command to type now.

      Needs no key, sends and writes nothing, and may be typed while a run is at work. A file that
      cannot be read is named, and the other weeks are shown.
      """
    case .batches:
      """
      Lists the batches of all weeks on disk, the newest first: the stage, how far it is as of the last
      look, how old, how many of its questions are answered or have failed, and what it has cost, or can
      cost at most while it is under way. A run looks at the providers; this needs no key, sends nothing
      and writes nothing.
      """
    case .batchesCancel:
      """
      Asks the provider to stop a batch, named by the last part of its name as `batches` shows it. What
      is answered by then is paid for, and the next run takes it in and asks for the rest.
      """
    case .show:
      """
      Finds the paper over all weeks on disk and shows it in the order in which it came about: what
      arXiv says; for both stages that ask models what made the answer, each request and its cost, the
      prompt as it would be sent today, the reply as it came, and earlier ones with why they could not
      be used; what was written by hand; what validation found; and its part of the page. A request
      that several titles shared costs each its part.

      Needs no key, and sends and writes nothing. ID may be an address or have a version.
      """
    case .why:
      """
      Says in a few lines what keeps a paper off its page, or why an answer about it is stale: hidden,
      withdrawn, not asked about yet, asked in vain, withheld, not judged or not rendered, by the same
      decisions that a run takes. The last line on stderr is what to type about it.

      Needs no key, and sends and writes nothing. ID may be an address or have a version.
      """
    case .redo:
      """
      Asks the model of a stage, translate or summarize, anew about papers that have an answer. Which
      ones is said by --id, --rejected, --stale, --where, --topic or --before; several of them add up,
      and --topic and --before narrow the others down. --where prompt!=current takes those whose prompt is another
      one now; in its place may stand model, abstract, version or terms (those of the glossary).

      A redo that is interrupted, or reaches a limit, ends with the command that goes on: the same one
      with --before and the moment at which it began, so that no paper is paid for twice.

      With --dry-run it plans, and sends nothing. An old answer stays until a new one can be published,
      and on record after that. What is written by hand is never asked about. Afterwards `run --from
      validate` makes the pages.
      """
    case .edit:
      """
      Opens the Japanese title, the four bullets and the remark of a paper in VISUAL, else EDITOR, else
      vi, with the abstract above them. What is changed there wins over a model's text from then on,
      whatever is asked anew; what is left as it was stays the model's. It is held against the same
      rules: what could not be published is not taken, and the file is kept to go on with. When the
      paper's title or abstract changes later, validation says so.

      --undo lets the model's texts count again. Everything that was written stays in edits.jsonl.
      """
    case .hide:
      """
      Hidden papers are on no page and in no count, and no model is asked about them. --undo shows
      them again, as they were.
      """
    case .pin:
      """
      Takes the texts as they are now as if they had been written by hand: no model is asked about the
      papers again, and nothing that one writes takes their place. --undo lets the model's texts count
      again; what was written with `edit` stays.
      """
    case .adopt:
      """
      A page on the site that was changed by hand is never written over; a run shows how it differs.
      This takes the titles, bullets and remarks of such pages into the records, as `edit` does, hides
      papers that were taken off, and writes the pages; with --dry-run it says what it would take. What
      the page still says as it was written is left alone. What no record can hold, such as a line
      between two papers, is told, and the page stays as it is; `render --overwrite` drops it.
      """
    case .initialize:
      """
      Fills a folder (the current one, where none is named) with what a run reads: digest.json with
      comments, the prompts and their glossary, and .env for keys, which only you can read and which
      .gitignore keeps out of git. The paths go to stdout.

      Where one of these files is there and differs, nothing is written; with --force it is written
      anew, and the old one kept beside it as FILE.old. A .env that is there is never touched. What is
      missing is added.
      """
    case .config:
      """
      Lists every setting with its value and its source: the variable of the environment, the line of
      .env or of digest.json, or the program's default. Of keys it is told only whether they are there.
      Profiles are shown as the stages use them, with what the environment puts in the place of single
      values. A mistake is told with file, line and the nearest name. Needs no key and sends nothing.

      With --json it prints one object: "format", "command", and "settings", a list of objects with
      "name", "value" and "source".
      """
    case .doctor:
      """
      Looks at the program, libcurl, the files of the configuration, the folders for records and pages,
      room on the disk, keys, the clock, and whether arXiv and the models' servers answer. Each thing has
      a line that begins with ok, warn or FAIL, and says what to do where it is not ok; what is broken
      does not keep the others from being looked at.

          ok   runs/: will be made for records
          FAIL key openai: digest.json:72: models.openai: no key for ...

      arXiv is asked once, at its pace. A model's server is asked for its list of models, which costs
      nothing; whether a model answers, `arxiv-digest models check` finds out. With --json it prints
      one object: "format", "command", "failed" (a count), and "findings", a list of objects with
      "name", "level" (ok, warn, fail) and "detail".
      """
    }
  }
}
