import Foundation
import Records

/// Measures how fast the built program is; run by `make bench`.
///
/// Time is the processor's where one process does the work, which other programs on the machine
/// disturb less, and the clock's where it waits for a server. What is held against each other runs in
/// turns.
@main
enum Bench {
  static func main() async throws {
    // Folders are named from where this program began, and programs are run in others.
    let start = FileManager.default.currentDirectoryPath
    func path(_ word: String) -> String { word.hasPrefix("/") ? word : "\(start)/\(word)" }
    var words = Array(CommandLine.arguments.dropFirst())
    if words.count == 4, words[0] == "engine", let lanes = Int(words[2]), let count = Int(words[3])
    {
      print(try await Engine.run(url: words[1], lanes: lanes, count: count))
      return
    }
    if words.count == 3, words[0] == "soak" {
      exit(try await soak(prompts: path(words[1]), programs: path(words[2])) ? 0 : 1)
    }
    let isJSON = words.first == "--json"
    if isJSON { words.removeFirst() }
    guard words.count == 4, let week = Week(containing: words[1], startingOn: .friday) else {
      print("usage: bench [--json] RUNS WEEK PROMPTS PROGRAMS")
      exit(64)
    }
    let wanted = ProcessInfo.processInfo.environment["BENCH"]
    let size = wanted == "full" ? Size.full : Size.short
    let report = Report(isJSON: isJSON, load: Self.load)
    let checks = Checks(runs: path(words[0]), week: week, prompts: path(words[2]))
    if wanted == "checks" {
      report.add(try checks.rows(rounds: size.checkRounds))
    } else if wanted == "feed" {
      report.add(try await Feeds.rows(rounds: size.checkRounds))
    } else {
      try await measure(checks, programs: path(words[3]), size, tell: report.add)
    }
    report.end(load: Self.load)
  }

  private static func measure(
    _ checks: Checks, programs: String, _ size: Size, tell: ([Row]) -> Void
  ) async throws {
    let folder = try makeFolder()
    // What is left in the folder for temporary files is the system's to remove.
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let field = Field(
      folder: folder, programs: programs, prompts: checks.prompts,
      server: try ModelServer(path: programs + "/bench-server"), size: size)
    tell(try field.engine())
    tell(try field.summarizing())
    tell(try field.waiting())
    tell(try field.memory())
    tell(try field.interrupt())
    tell(try await field.finishedWeek())
    tell(try field.startUp())
    tell(try await Feeds.rows(rounds: size.rounds))
    tell(try checks.rows(rounds: size.checkRounds))
  }

  /// True where everything was as it should be.
  private static func soak(prompts: String, programs: String) async throws -> Bool {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let size = Soak.Size(ProcessInfo.processInfo.environment)
    let soak = Soak(folder: folder, programs: programs, prompts: prompts, size: size)
    var isGood = true
    print("\(size.papers) papers\n\n\(Row.heading)")
    try await soak.run { rows in
      for row in rows { print(row.line) }
      fflush(nil)
      isGood = isGood && !rows.contains { $0.isMet == false }
    }
    return isGood
  }

  private static func makeFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// How busy the machine is: processes that ran or wanted to, in the last minute.
  private static var load: String {
    var averages = [0.0]
    return getloadavg(&averages, 1) == 1 ? String(format: "%.1f", averages[0]) : "unknown"
  }
}
