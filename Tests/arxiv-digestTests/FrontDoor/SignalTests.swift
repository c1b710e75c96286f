import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("A signal", .timeLimit(.minutes(10)))
struct SignalTests {
  private static let papers = FakePaper.week(74)
  private static let words = World.runWords + ["--concurrency", "70"]
  private static let last =
    "arxiv-digest: interrupted; every answer that had arrived is on disk\n"
    + "next: arxiv-digest run --week 2024-07-26 --topic sd"

  @Test(
    "ends a run with 70 requests on their way: what was answered is on disk, the rest is known",
    arguments: [SIGINT, SIGTERM])
  func manyOnTheirWay(signal: Int32) async throws {
    try await withWorld(papers: Self.papers) { world in
      let held = Set(Self.papers.map(\.id).dropFirst(4))
      world.model.setFaults(Dictionary(uniqueKeysWithValues: held.map { ($0, .hold) }))
      let program = try world.start(Self.words)
      try await eventually("70 are on their way, and four are on disk") {
        world.questions.count { held.isSuperset(of: $0.ids) && $0.stage == "summarize" } == 70
          && world.ids(in: "summaries.jsonl").count == 4
      }
      program.send(signal)
      let outcome = await world.outcome(of: program)
      for _ in held { world.model.release() }
      #expect(outcome.status == .exit(130))
      #expect(outcome.errors.hasSuffix("\n" + Self.last + " --concurrency 70\n"))
      #expect(world.ids(in: "summaries.jsonl") == Set(Self.papers.map(\.id).prefix(4)))
      // A machine that is too slow to note all of them in time has noted that they were sent.
      let open = world.sent.filter { ["sent", "unknown"].contains($0.state) }
      #expect(open.count == 70)
      world.model.setFaults([:])
      world.forget()
      #expect(try await world.run(Self.words).status == .exit(0))
      #expect(Set(world.questions.flatMap(\.ids)) == held)
      #expect(world.sent.count { $0.state == "unknown" } == 70)
    }
  }

  @Test("ends a run that waits", arguments: Wait.allCases)
  func waiting(wait: Wait) async throws {
    try await withWorld { world in
      try await wait.prepare(world)
      let environment = [
        "ARXIV_INTERVAL_SECONDS": wait == .pace ? "600" : "0",
        "ARXIV_PACE_FILE": world.folder + "/pace",
      ]
      let program = try world.start(wait.words, environment: environment)
      try await eventually("it waits") { wait.isReached(world, program) }
      program.interrupt()
      let outcome = await world.outcome(of: program)
      world.model.release()
      #expect(outcome.status == .exit(130))
      let lines = outcome.errors.split(separator: "\n").map(String.init)
      #expect(
        Array(lines.suffix(2)) == [
          "arxiv-digest: interrupted; \(wait.left)",
          "next: arxiv-digest \(wait.words.joined(separator: " "))",
        ])
    }
  }

  /// What a command may wait for.
  enum Wait: CaseIterable {
    /// The next request that arXiv allows.
    case pace
    /// The next attempt that a busy model allows.
    case retry
    /// A model's answer to a check.
    case check
    /// Much to read or to judge, where nothing looks whether it is cancelled.
    case lint, validate

    var words: [String] {
      switch self {
      case .pace: ["fetch", "--week", "2024-07-26"]
      case .retry: World.runWords
      case .check: ["models", "check"]
      case .lint: ["lint", "missing.md", "big.md"]
      case .validate: ["validate", "--week", "2024-07-26", "--topic", "sd", "--verbose"]
      }
    }

    var left: String {
      self == .retry
        ? "every answer that had arrived is on disk" : "no file is left half written"
    }

    func prepare(_ world: World) async throws {
      switch self {
      case .pace: break
      case .retry: world.model.setFault(.trouble(.busy(seconds: 50)))
      case .check: world.model.setFault(.hold)
      case .lint:
        #expect(try await world.run().status == .exit(0))
        let page = try #require(world.page)
        try world.write(String(repeating: page, count: 400), to: "big.md")
      case .validate:
        #expect(try await world.run().status == .exit(0))
        for file in ["papers", "titles", "summaries"] { try world.multiply(file, by: 400) }
      }
      world.forget()
    }

    func isReached(_ world: World, _ program: RunningProgram) -> Bool {
      switch self {
      case .pace: world.searches.count == 1
      case .retry: world.sent.contains { $0.state == "failed" }
      case .check: !world.questions.isEmpty
      case .lint: program.errorsSoFar.contains("missing.md: ")
      case .validate: program.errorsSoFar.contains("validate: begins, 1604 to do\n")
      }
    }
  }

  @Test("that comes twice ends the run at once, though it cannot say its last words")
  func twice() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20003": .hold])
      let program = try world.startOnTerminal()
      try await eventually("the held paper is asked for") {
        world.questions.contains { $0.ids == ["2407.20003"] && $0.stage == "summarize" }
      }
      // Ctrl-S: from now on the terminal takes nothing.
      program.type("\u{13}")
      program.kill(SIGINT)
      try await eventually("the request is noted") {
        world.sent.contains { $0.state == "unknown" }
      }
      program.kill(SIGINT)
      let outcome = await program.wait()
      world.model.release()
      #expect(outcome.status == .exit(130))
      #expect(!outcome.transcript.contains("interrupted"))
    }
  }
}

extension World {
  /// Writes every record of a file of the week again, so many times, about other papers.
  fileprivate func multiply(_ file: String, by count: Int) throws {
    let path = "runs/2024-07-26/\(file).jsonl"
    let lines = try #require(read(path)).split(separator: "\n").map(String.init)
    let more = (0..<count).flatMap { number in
      let month = String(format: "%02d%02d", 25 + number / 120, number / 10 % 12 + 1)
      return lines.map { $0.replacing("2407.2", with: "\(month).\(number % 10)") }
    }
    try write((lines + more).joined(separator: "\n") + "\n", to: path)
  }
}

@Suite("A reader that goes away", .timeLimit(.minutes(5)))
struct GoneReaderTests {
  @Test(
    "takes nothing from a run, nor gets into its files",
    arguments: [
      #""$@" >&-"#, #""$@" 2>&-"#, #""$@" >&- 2>&-"#, #""$@" <&- >&- 2>&-"#, #""$@" 2>/dev/full"#,
      #"{ "$@"; echo $? >&3; } 3>&1 >/dev/null | :"#,
      #"(trap '' PIPE; "$@" | :; exit 0)"#, #"(trap '' PIPE; "$@" 2>&1 | :; exit 0)"#,
    ])
  func gone(line: String) async throws {
    let expected = try await withWorld { world in
      _ = try await world.run()
      return world.page
    }
    try await withWorld { world in
      let outcome = try await world.shell(line)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      try await eventually("the page is written") { world.page != nil }
      #expect(world.page == expected)
      #expect(world.questions.count == 5)
      let leaked = try world.files().filter { $0.value.contains("fetch: 1 topic") }
      #expect(leaked.isEmpty)
      world.forget()
      let again = try await world.run()
      #expect(again.status == .exit(0))
      #expect(world.questions == [])
    }
  }
}
