import Foundation
import Records

/// What a week costs when nothing is to be asked.
extension Field {
  /// A large week that is done: each stage again.
  func finishedWeek() async throws -> [Row] {
    let project = try project("week", papers: size.week)
    let digest = digest(in: project)
    let share = Double(size.week) / 100_000
    _ = try digest.run(["run", "--from", "translate"] + Project.week + ["--concurrency", "64"])
    try project.checkLines(of: "verdicts.jsonl")
    let requests = try await server.counts().requests
    let words = [
      ["summarize"], ["validate"], ["render"], ["run", "--from", "translate"],
    ]
    let sides = words.map { words in
      Contest.Side(
        prepare: {
          // A stage by itself is to work; the run is the one that was just done.
          if words[0] == "run" {
            _ = try digest.run(words + Project.week)
          } else {
            try project.forgetOutcome(pages: words[0] == "render")
          }
        }, run: { try digest.run(words + Project.week) })
    }
    let trials = try Contest(rounds: size.rounds).trials(sides, warmUp: false)
    let targets = [0.5, 2.5, 1, 0.5]
    let asked = try await server.counts().requests - requests
    return zip(words, zip(trials, targets)).map { words, rest in
      let (trials, target) = rest
      return Row(
        "`\(words.joined(separator: " "))`, \(size.week) finished papers", trials.median(\.cpu),
        "s CPU", .atMost(target * share),
        note: note("%.2f s, ", trials.median(\.seconds)) + note("%.0f MiB", trials.median(\.peak)))
    } + [Row("requests of all that", Double(asked), "", .atMost(0))]
  }

  /// How long it takes to say what is known by heart.
  func startUp() throws -> [Row] {
    let child = Child(path: programs + "/arxiv-digest", folder: folder)
    return try ["--help", "--version"].map { word in
      let side = Contest.Side(run: { try child.run([word]) })
      let trials = try Contest(rounds: 20).trials([side])[0]
      return Row(
        "`\(word)`", trials.median(\.seconds) * 1000, "ms", .atMost(10),
        note: note("%.1f ms CPU", trials.median(\.cpu) * 1000))
    }
  }

  /// How long a run with 256 requests under way takes to end after Ctrl-C.
  func interrupt() throws -> [Row] {
    let project = try project("interrupt", papers: 2000, latency: 200)
    let digest = digest(in: project)
    let words = ["summarize"] + Project.week + ["--concurrency", "256"]
    var trials: [Child.Trial] = []
    for _ in 0..<size.rounds {
      try project.forget()
      let pid = try digest.start(words)
      // A first answer on disk means that the lanes are full.
      while try !project.hasSummaries() { usleep(1000) }
      let start = ContinuousClock.now
      kill(pid, SIGINT)
      trials.append(try digest.wait(for: pid, since: start, words, statuses: [130]))
    }
    return [
      Row(
        "SIGINT with 256 requests under way", trials.median(\.seconds) * 1000, "ms", .atMost(250))
    ]
  }

  /// A figure among words.
  func note(_ format: String, _ figure: Double) -> String { String(format: format, figure) }
}

extension Project {
  /// True once an answer is on disk.
  fileprivate func hasSummaries() throws -> Bool {
    let file = "\(folder.path)/summaries.jsonl"
    guard FileManager.default.fileExists(atPath: file) else { return false }
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    return attributes[.size] as? Int ?? 0 > 0
  }
}
