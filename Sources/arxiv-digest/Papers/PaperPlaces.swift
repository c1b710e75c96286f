import Pipeline
import Records

/// Finds the week on disk that has a paper.
struct PaperPlaces {
  /// The weeks to look in.
  let folders: [RunFolder]

  /// Looks in the weeks that were typed; where none was, in all weeks on disk, the newest first.
  ///
  /// Throws `UsageError` for a week start that is no day.
  init(_ arguments: Arguments, _ settings: Settings, jobs: [Job]) throws {
    let isNamed = [Option.week, .weeks, .recent].contains { arguments[$0] != nil }
    let weekday = try Configuration.weekday(settings.file, path: settings.path)
    folders =
      isNamed
      ? jobs.map(\.folder) : RunFolder.all(in: jobs[0].folder.runs, startingOn: weekday)
  }

  /// The folder of the week that has a paper, and the paper.
  ///
  /// Throws `RecordError` for papers that cannot be read, and `NotOnDisk` where no week has it.
  func place(of id: ArXivID) throws -> (folder: RunFolder, paper: Paper) {
    for folder in folders {
      if let paper = try folder.papers.table()[id] { return (folder, paper) }
    }
    throw NotOnDisk(id: id)
  }

  /// No week on disk has the paper.
  struct NotOnDisk: Error, Equatable, CustomStringConvertible {
    /// The paper.
    let id: ArXivID

    var description: String { "\(id): no week on disk has this paper" }
  }
}

extension TypedCommand {
  /// The command that adds a paper to its week, whichever that is.
  func lookingUp(_ id: ArXivID) -> TypedCommand {
    ["--week", "--weeks", "--recent"].reduce(turned(into: .fetch)) { $0.without($1) }
      .with(Option.id.flag, "\(id)")
  }
}
