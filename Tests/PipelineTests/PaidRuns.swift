import Pipeline
import Records
import TestSupport

/// Makes a week of some papers for `body`, and removes it afterwards.
func withPapers(
  _ count: Int, _ body: (_ folder: RunFolder, _ path: String) async throws -> Void
) async throws {
  try await withTemporaryFolder { path in
    let folder = RunFolder(runs: path + "/runs", week: Samples.week)
    _ = try folder.lock()
    try folder.papers.replace(with: (0..<count).map { try Samples.paper($0) })
    try await body(folder, path)
  }
}

/// Runs some stages over that week; of several models the first is asked, and the others stand in.
func run(
  _ stages: [Stage] = [.summarize], in path: String, models: [ScriptedModel],
  concurrency: Int = 4, repairs: Int = 2, limits: SpendingLimits = SpendingLimits()
) async throws -> RunReport {
  let job = Samples.job(
    stages, in: path, concurrency: concurrency, repairs: repairs, limits: limits)
  return try await Pipeline.scripted(job, models: models).run()
}

/// Runs some stages over that week with one model.
func run(
  _ stages: [Stage], in path: String, model: ScriptedModel, concurrency: Int = 4
) async throws -> RunReport {
  try await run(stages, in: path, models: [model], concurrency: concurrency)
}
