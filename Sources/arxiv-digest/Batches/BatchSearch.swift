import Pipeline
import Records

/// The weeks in which batches are looked for.
struct BatchSearch {
  /// The folders of the weeks that were typed, else of all that are on disk, the newest first.
  let folders: [RunFolder]

  /// Takes what was typed; throws `UsageError` for a mistake in the configuration.
  init(_ invocation: Invocation) throws {
    let arguments = invocation.arguments
    let settings = try invocation.settings()
    let jobs = try invocation.configuration(settings).jobs
    let weekday = try Configuration.weekday(settings.file, path: settings.path)
    folders =
      arguments.namesWeeks
      ? jobs.map(\.folder).reversed() : RunFolder.all(in: jobs[0].folder.runs, startingOn: weekday)
  }
}
