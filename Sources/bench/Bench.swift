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
    var words = Array(CommandLine.arguments.dropFirst())
    if words.count == 4, words[0] == "engine", let lanes = Int(words[2]), let count = Int(words[3])
    {
      print(try await Engine.run(url: words[1], lanes: lanes, count: count))
      return
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
    let checks = Checks(runs: words[0], week: week, prompts: words[2])
    if wanted == "checks" {
      report.add(try checks.rows(rounds: size.checkRounds))
    } else {
      try await measure(checks, programs: words[3], size, tell: report.add)
    }
    report.end(load: Self.load)
  }

  private static func measure(
    _ checks: Checks, programs: String, _ size: Size, tell: ([Row]) -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
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
    tell(try field.finishedWeek())
    tell(try field.startUp())
    tell(try await Feeds.rows(rounds: size.rounds))
    tell(try checks.rows(rounds: size.checkRounds))
  }

  /// How busy the machine is: processes that ran or wanted to, in the last minute.
  private static var load: String {
    var averages = [0.0]
    return getloadavg(&averages, 1) == 1 ? String(format: "%.1f", averages[0]) : "unknown"
  }
}
