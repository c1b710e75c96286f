extension Command {
  /// Lines that can be typed as they stand, in a folder that `init` has filled.
  var examples: [String] {
    switch self {
    case .run:
      [
        "arxiv-digest run --week 2024-07-26 --topic sd",
        "arxiv-digest run --recent 4 --max-cost 1 --yes",
        "arxiv-digest run --weeks 2024-01-05..2024-03-29 --lane batch --no-wait",
        "arxiv-digest run --weeks 2024-07-12..2024-07-26 --no-fetch --shard 1/2",
      ]
    case .fetch:
      ["arxiv-digest fetch --week 2024-07-26", "arxiv-digest fetch --id 2407.20001 --topic sd"]
    case .translate, .summarize:
      [
        "arxiv-digest \(rawValue) --week 2024-07-26",
        "arxiv-digest \(rawValue) --week 2024-07-26 --model local --max-requests 100",
      ]
    case .validate:
      [
        "arxiv-digest validate --week 2024-07-26 --dry-run",
        "arxiv-digest validate --week 2024-07-26 --explain 2407.20001",
      ]
    case .render: ["arxiv-digest render --week 2024-07-26 --site site"]
    case .plan: ["arxiv-digest plan --week 2024-07-26 --topic sd"]
    case .status: ["arxiv-digest status", "arxiv-digest status --recent 4 --json"]
    case .batches: ["arxiv-digest batches", "arxiv-digest batches --week 2024-07-26 --json"]
    case .batchesCancel: ["arxiv-digest batches cancel 9f86d081884c7d65"]
    case .show, .why: ["arxiv-digest \(rawValue) 2407.20001"]
    case .redo:
      [
        "arxiv-digest redo summarize --week 2024-07-26 --id 2407.20001",
        "arxiv-digest redo summarize --recent 4 --stale --dry-run",
      ]
    case .edit: ["arxiv-digest edit 2407.20001", "arxiv-digest edit 2407.20001 --undo"]
    case .hide, .pin:
      [
        "arxiv-digest \(rawValue) 2407.20001 2407.20002",
        "arxiv-digest \(rawValue) 2407.20001 --undo",
      ]
    case .adopt: ["arxiv-digest adopt --week 2024-07-26 --topic sd"]
    case .initialize: ["arxiv-digest init my-digest"]
    case .config, .doctor, .models, .topics: ["arxiv-digest \(rawValue)"]
    case .modelsCheck: ["arxiv-digest models check", "arxiv-digest models check local"]
    case .topicsCheck: ["arxiv-digest topics check --week 2024-07-26 --topic sd"]
    case .lint: ["arxiv-digest lint site", "arxiv-digest lint --fix site/_sd/2024-07-26.md"]
    case .completions:
      [
        "source <(arxiv-digest completions bash)",
        "arxiv-digest completions fish >~/.config/fish/completions/arxiv-digest.fish",
      ]
    case .man: ["arxiv-digest man >arxiv-digest.1 && man ./arxiv-digest.1"]
    case .help: ["arxiv-digest help run"]
    }
  }
}
