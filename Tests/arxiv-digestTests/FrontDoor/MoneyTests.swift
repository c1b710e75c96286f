import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("A limit on spending")
struct MoneyTests {
  @Test("in requests is kept, what is left is told with its price, and the next run goes on there")
  func requests() async throws {
    try await withWorld { world in
      let outcome = try await world.run(World.runWords + ["--max-requests", "3"])
      #expect(outcome.status == .exit(2))
      #expect(world.questions.count == 3)
      #expect(
        world.bills == [World.Bill("translate", requests: 1), World.Bill("summarize", requests: 2)])
      #expect(
        outcome.errors.contains(
          "\nsummarize: not asked, because --max-requests 3 is reached; 2 papers left; they would "
            + "cost about $0.005600\n"), "\(outcome.errors)")
      #expect(outcome.errors.hasSuffix("  # goes on where the limit was reached\n"))
      #expect(world.published == 2)
      let answered = Set(world.questions.filter { $0.stage == "summarize" }.flatMap(\.ids))
      try await Self.goOn(world, after: answered)
    }
  }

  @Test("in dollars is kept, even if every request were to cost all that it can")
  func dollars() async throws {
    try await withWorld(papers: FakePaper.week(12)) { world in
      let outcome = try await world.run(World.runWords + ["--max-cost", "0.06"])
      #expect(outcome.status == .exit(2), "\(outcome.errors)")
      let run = try #require(world.run)
      let spent = try #require(run.costUSD)
      #expect(spent <= 0.06)
      // Each request reserves what it can cost at most, and gives back what it did not cost.
      let most = try #require(world.sent.map(\.mostUSD).max())
      #expect(spent + most > 0.06)
      #expect(run.bills.map(\.usage.requests).reduce(0, +) == world.questions.count)
      let left = 12 - world.ids(in: "summaries.jsonl").count
      #expect(
        outcome.errors.contains(
          String(format: ", and of --max-cost $%.4f are left; ", 0.06 - spent)
            + "\(left) papers left; they would "
            + "cost about \(BillText.dollars(0.0028 * Double(left)))\n"),
        "\(outcome.errors)")
      let answered = Set(world.questions.filter { $0.stage == "summarize" }.flatMap(\.ids))
      #expect(answered.count == 12 - left)
      try await Self.goOn(world, after: answered)
    }
  }

  @Test("counts requests that fail and those that are sent again")
  func failures() async throws {
    try await withWorld { world in
      world.model.setFault(.trouble(.status(500)))
      let outcome = try await world.run(World.runWords + ["--max-requests", "2"])
      #expect(world.questions.count == 2)
      #expect(outcome.status == .exit(1))
      #expect(world.bills == [World.Bill("translate", requests: 2, failed: 2)])
    }
  }

  @Test("of nothing asks nothing")
  func nothing() async throws {
    try await withWorld { world in
      for limit in [["--max-requests", "0"], ["--max-cost", "0"]] {
        let outcome = try await world.run(World.runWords + limit)
        #expect(outcome.status == .exit(1))
        #expect(world.questions == [])
      }
    }
  }

  @Test("in dollars needs prices, which is told before anything is asked")
  func prices() async throws {
    try await withWorld { world in
      let outcome = try await world.run(
        World.runWords + ["--max-cost", "1"], environment: ["MODEL_NAME": "another-model"])
      #expect(outcome.status == .exit(64))
      #expect(
        outcome.errors.hasPrefix(
          "arxiv-digest: --max-cost: the model profile 'test' names no prices for another-model; "))
      #expect(world.searches == [])
    }
  }

  /// The next run without a limit does the rest, and asks for nothing twice.
  private static func goOn(_ world: World, after answered: Set<String>) async throws {
    world.forget()
    let outcome = try await world.run()
    #expect(outcome.status == .exit(0), "\(outcome.errors)")
    #expect(world.questions.allSatisfy { $0.stage == "summarize" })
    let ids = world.questions.flatMap(\.ids)
    #expect(Set(ids).count == ids.count)
    #expect(answered.isDisjoint(with: ids))
    #expect(world.published == answered.count + ids.count)
    #expect(
      (world.run?.weekBills ?? []).map(\.usage.requests).reduce(0, +)
        == 1 + answered.count + ids.count)
  }
}

@Suite("Requests that are under way when a run ends")
struct UnderWayTests {
  private static let held = ["2407.20001", "2407.20003"]

  /// Runs until all is answered but two papers, and calls `body` then.
  private static func hold(
    _ world: World, _ body: (RunningProgram) -> Void
  ) async throws -> RunningProgram.Outcome {
    world.model.setFaults(Dictionary(uniqueKeysWithValues: held.map { ($0, .hold) }))
    let program = try world.start()
    try await eventually("two summaries are on disk, and two are asked for") {
      world.ids(in: "summaries.jsonl").count == 2
        && Set(held).isSubset(of: world.questions.filter { $0.stage == "summarize" }.flatMap(\.ids))
        && world.sent.count { $0.state == "answered" } == 3
    }
    body(program)
    let outcome = await world.outcome(of: program)
    for _ in held { world.model.release() }
    world.model.setFaults([:])
    world.forget()
    return outcome
  }

  /// What is known of the requests that were not answered.
  private static func states(_ world: World) -> [String] {
    world.sent.filter { $0.state != "answered" }.map { "\($0.question) \($0.state)" }.sorted()
  }

  private static func all(_ state: String) -> [String] {
    held.map { "summarize-\($0) \(state)" }
  }

  /// What the operator reads of the requests that are in doubt.
  private static func doubt(_ world: World) -> String {
    let most = world.sent.filter { $0.state != "answered" }.map(\.mostUSD).reduce(0, +)
    return "2 requests of unknown outcome, at most \(BillText.dollars(most)) more"
  }

  @Test("by a kill are on disk as sent, and the next run tells of them and what they may have cost")
  func kill() async throws {
    try await withWorld { world in
      let killed = try await Self.hold(world) { $0.kill() }
      #expect(killed.status == .signal(SIGKILL))
      #expect(Self.states(world) == Self.all("sent"))
      let doubt = Self.doubt(world)
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.errors.hasPrefix("note: an earlier run of this week was cut off: \(doubt)\n"),
        "\(outcome.errors)")
      #expect(outcome.errors.contains("\nweek so far: 7 requests, $0.0140, \(doubt)\n"))
      #expect(world.questions.flatMap(\.ids).sorted() == Self.held)
      #expect(Self.states(world) == Self.all("unknown"))
      #expect(world.bills == [World.Bill("summarize", requests: 2)])
      #expect(
        world.run?.weekBills == [
          World.Bill("translate", requests: 1), World.Bill("summarize", requests: 6, unknown: 2),
        ])

      let third = try await world.run()
      #expect(!third.errors.contains("cut off"))
    }
  }

  @Test("by Ctrl-C count as unknown at once")
  func interrupt() async throws {
    try await withWorld { world in
      let interrupted = try await Self.hold(world) { $0.interrupt() }
      #expect(interrupted.status == .exit(130))
      #expect(Self.states(world) == Self.all("unknown"))
      #expect(interrupted.errors.contains("\nunknown: \(Self.doubt(world))\n"))
      #expect(
        world.bills == [
          World.Bill("translate", requests: 1), World.Bill("summarize", requests: 4, unknown: 2),
        ])
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(!outcome.errors.contains("cut off"))
      #expect(world.questions.flatMap(\.ids).sorted() == Self.held)
    }
  }
}
