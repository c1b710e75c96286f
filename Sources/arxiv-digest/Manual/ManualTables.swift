/// What the manual page says beside what the help says.
enum ManualTables {
  /// Where the program writes to.
  static let streams = """
    Data goes to standard output, all talk to standard error, whose last line names the command to \
    type next. With --json a command prints one JSON object on one line, with "format" and "command" \
    first; within a format fields are added, and none is renamed or removed.
    """

  /// Which setting wins.
  static let configuration = """
    An option wins over the environment, the environment over .env, and both over digest.json. The
    current folder is looked in first, then the folder that `make install` has filled. An unknown key
    is an error that names the file and the nearest key. The keys of digest.json are:
    """

  /// Where the variables stand.
  static let environment = """
    Each of these may also stand in the file .env of the current folder, as NAME=value; the
    environment wins, and an empty value counts as none. Keys stand nowhere else.

    A task of an array job finds its number in SLURM_ARRAY_TASK_ID (with SLURM_ARRAY_TASK_COUNT, _MIN and
    _MAX) or JOB_COMPLETION_INDEX; see --shard of `arxiv-digest run`.

    libcurl also obeys https_proxy, http_proxy, all_proxy and no_proxy, from the environment only.
    """

  /// The files that the program reads and writes, in the order in which somebody meets them.
  static let files: [(name: String, text: String)] = [
    ("digest.json", "topics, models and settings"),
    (".env", "keys and other variables; .env.example explains them"),
    ("prompts/", "what models are told, and glossary.json: how the terms of the field are written"),
    (
      "PREFIX/share/arxiv-digest/",
      "these files as they were installed, for folders that have none of their own"
    ),
    ("runs/2024-07-26/papers.jsonl", "the papers of a week as arXiv describes them"),
    ("runs/2024-07-26/coverage.jsonl", "the receipt of each topic's fetch"),
    ("runs/2024-07-26/titles.jsonl", "the answers about titles, with what made them"),
    ("runs/2024-07-26/summaries.jsonl", "the answers about abstracts, with what made them"),
    (
      "runs/2024-07-26/requests.jsonl",
      "every request that may cost money, as it was sent and ended"
    ),
    (
      "runs/2024-07-26/batches.jsonl",
      "the batches with a provider; what was sent and came back stands in batches/"
    ),
    ("runs/2024-07-26/verdicts.jsonl", "what validation found; only accepted texts reach a page"),
    ("runs/2024-07-26/run.json", "counts, tokens and cost of the last run"),
    ("site/_sd/2024-07-26.md", "the page of a topic; site/_all has those of all papers"),
  ]

  /// A week from its beginning.
  static let examples: [(words: String, command: String)] = [
    ("Make the last full week's pages of one topic:", "arxiv-digest run --topic sd"),
    ("Bring the last four weeks up to date, as a weekly job:", "arxiv-digest run --recent 4"),
    ("Judge all answers anew after the rules have changed:", "arxiv-digest validate --recent 4"),
    (
      "Have the answers made anew whose prompt, model or abstract has changed:",
      "arxiv-digest redo summarize --week 2024-07-26 --stale"
    ),
  ]
}

extension DigestFile.CodingKeys {
  /// What the key of `digest.json` holds.
  var summary: String {
    switch self {
    case .contact: "an address or URL that arXiv is told in the User-Agent"
    case .weekStart: "the day on which weeks begin, in English (default: friday)"
    case .topics:
      "the topics in the order of links and pages: slug, name, and query in arXiv's grammar"
    case .models: "the model profiles by name: kind, model, baseURL, limits, prices and more"
    case .use: "the profiles that translate and summarize take"
    case .validation:
      "how strict the checks are, and how often a rejected answer is asked for again"
    case .spending: "from which cost on a run asks before it spends"
    }
  }
}
