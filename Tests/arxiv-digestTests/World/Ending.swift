import TestSupport

/// What a run comes to.
struct Ending: Equatable {
  /// How the program ended.
  let status: RunningProgram.Status
  /// Requests to the model in all.
  let requests: Int
  /// Papers with a title on disk.
  let titles: Int
  /// Papers with a usable or unusable summary on disk.
  let summaries: Int
  /// Papers on the page.
  let published: Int
  /// The bills of `run.json`.
  let bills: [World.Bill]?
  /// What `requests.jsonl` knows of the requests in trouble.
  let states: Set<String>

  /// What the world looks like after a run.
  init(_ world: World, _ outcome: RunningProgram.Outcome) {
    status = outcome.status
    requests = world.questions.count
    titles = world.ids(in: "titles.jsonl").count
    summaries = world.ids(in: "summaries.jsonl").count
    published = world.published
    bills = world.bills
    states = Set(world.sent.map(\.state)).subtracting(["answered"])
  }

  /// One of four papers was asked about so many times, of which some failed for good.
  init(asked: Int, failed: Int = 0, unknown: Int = 0, saved: Bool, published: Bool) {
    status = .exit(published ? 0 : 2)
    requests = 4 + asked
    titles = 4
    summaries = saved ? 4 : 3
    self.published = published ? 4 : 3
    bills = [
      World.Bill("translate", requests: 1),
      World.Bill("summarize", requests: 3 + asked, failed: failed, unknown: unknown),
    ]
    states = Set((failed > 0 ? ["failed"] : []) + (unknown > 0 ? ["unknown"] : []))
  }

  /// The first request of all ended the run.
  init(stoppedBy request: World.Bill) {
    status = .exit(1)
    requests = 1
    titles = 0
    summaries = 0
    published = 0
    bills = [request]
    states = ["failed"]
  }
}
