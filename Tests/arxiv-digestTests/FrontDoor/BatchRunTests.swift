import Foundation
import Models
import Records
import TestSupport
import Testing

@Suite("A run in batches")
struct BatchRunTests {
  @Test("waits for them and writes the page that an online run writes", arguments: BatchWire.all)
  func whole(wire: BatchWire) async throws {
    let expected = try await withWorld { world in
      _ = try await world.run()
      return try #require(world.page)
    }
    try await withBatchWorld(wire) { world, server in
      let outcome = try await world.run(World.batchWords)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(world.page == expected)
      #expect(server.creations == 2)
      #expect(server.onlineQuestions.isEmpty)
      #expect(outcome.errors.contains("waiting for 2 batches, "))
      // The bill is of the whole run, and not of its last look.
      #expect(outcome.errors.contains("\nmodel: 5 requests, "))
      // The same again finds nothing to do.
      let again = try await world.run(World.batchWords)
      #expect(again.status == .exit(0))
      #expect(server.creations == 2)
    }
  }

  @Test("that does not wait ends with status 75 and the command to come back with, which finishes")
  func later() async throws {
    try await withBatchWorld(.anthropic, pace: .byHand) { world, server in
      let words = World.batchWords + ["--no-wait"]
      let next =
        "next: arxiv-digest run --week 2024-07-26 --topic sd --lane batch --no-wait"
        + "  # fetches the answers of the batches under way\n"
      for _ in 0..<2 {
        let outcome = try await world.run(words)
        #expect(outcome.status == .exit(75))
        #expect(outcome.errors.hasSuffix(next))
        #expect(outcome.errors.contains("summarize: 0 done, 0 reused, 0 failed, 4 in batches\n"))
        #expect(server.creations == 2)
      }
      server.finishAll()
      // A plain run goes on as well.
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(world.page != nil)
      #expect(server.creations == 2)
      #expect(server.onlineQuestions.isEmpty)
    }
  }

  @Test("of several weeks sends all of them before it waits for the first")
  func weeks() async throws {
    let papers = FakePaper.week(3)
    try await withBatchWorld(.openAIChat, papers: papers, pace: .byHand) { world, server in
      let words = ["run", "--weeks", "2024-07-19..2024-07-26", "--topic", "sd", "--lane", "batch"]
      let outcome = try await world.run(words + ["--no-wait"])
      #expect(outcome.status == .exit(75), "\(outcome.errors)")
      #expect(server.creations == 2)
      server.finishAll()
      let second = try await world.run(words)
      #expect(second.status == .exit(0), "\(second.errors)")
    }
  }

  @Test("lists them, with what they cost, and stops one by its name")
  func list() async throws {
    try await withBatchWorld(.openAIChat, pace: .byHand) { world, server in
      let none = try await world.run(["batches"])
      #expect(
        none.errors == "no batch was ever sent for the weeks on disk\nnext: arxiv-digest status\n")
      _ = try await world.run(World.batchWords + ["--no-wait"])
      let listed = try await world.run(["batches"])
      #expect(listed.status == .exit(0))
      let rows = listed.output.split(separator: "\n").map {
        $0.split(separator: " ").map(String.init)
      }
      #expect(rows.first?.prefix(5) == ["batch", "week", "stage", "profile", "state"])
      #expect(rows.dropFirst().map { $0[2] }.sorted() == ["summarize", "translate"])
      #expect(rows.dropFirst().allSatisfy { $0[4] == "submitted" })
      let name = try #require(rows.first { $0[2] == "summarize" }?.first)
      let why = try await world.run(["why", "2407.20000"])
      #expect(why.output.contains("summarize: no answer yet; batch \(name) asks for it\n"))

      let stopped = try await world.run(["batches", "cancel", name])
      #expect(stopped.status == .exit(0), "\(stopped.errors)")
      #expect(server.cancellations.count == 1)
      let wrong = try await world.run(["batches", "cancel", "nonsense"])
      #expect(wrong.status == .exit(1))
      #expect(
        wrong.errors
          == "arxiv-digest: batch nonsense: no week on disk has it; `batches` lists them all\n"
          + "next: arxiv-digest batches\n")
      #expect(
        stopped.errors.hasSuffix(
          "next: arxiv-digest run --week 2024-07-26 --no-fetch --topic sd --lane batch"
            + "  # fetches the answers of the batches under way\n"))

      server.finishAll()
      let outcome = try await world.run(World.batchWords)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      let again = try await world.run(["batches", "cancel", name])
      #expect(again.status == .exit(1))
      #expect(again.errors.contains("batch \(name): it is over"))
      let json = try await world.run(["batches", "--json"])
      let object = try JSONDecoder().decode(JSON.self, from: Data(json.output.utf8))
      #expect(Set(object["batches"].items.map { $0["state"].text }) == ["settled"])
    }
  }

  @Test("that is interrupted while it waits says how to go on, and nothing is lost")
  func interrupt() async throws {
    try await withBatchWorld(.gemini, pace: .byHand) { world, server in
      let program = try world.start(World.batchWords)
      try await eventually("both batches are with the provider") {
        (world.read("runs/2024-07-26/batches.jsonl") ?? "").split(separator: "\n")
          .count { $0.contains(#""state":"submitted""#) } >= 2
      }
      program.interrupt()
      let outcome = await world.outcome(of: program)
      #expect(outcome.status == .exit(130))
      #expect(
        outcome.errors.hasSuffix(
          "next: arxiv-digest run --week 2024-07-26 --topic sd --lane batch\n"))
      server.finishAll()
      let second = try await world.run(World.batchWords)
      #expect(second.status == .exit(0), "\(second.errors)")
      #expect(server.creations == 2)
    }
  }

  @Test("goes on where another command has the week for a moment")
  func held() async throws {
    try await withBatchWorld(.openAIChat, pace: .byHand) { world, server in
      let program = try world.start(World.batchWords)
      try await eventually("both batches are with the provider") { server.batches.count == 2 }
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: world.folder + "/runs", week: week)
      var lock: RunLock?
      try await eventually("the week is free between two looks") {
        lock = try? folder.lock()
        return lock != nil
      }
      try await eventually("a look finds the week taken") {
        program.errorsSoFar.contains(
          "note: another command has the week 2024-07-26; looking again later")
      }
      server.finishAll()
      lock = nil
      let outcome = await world.outcome(of: program)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
    }
  }

  @Test("with a provider that has none is a mistake, told before anything is sent")
  func none() async throws {
    try await withWorld(dialect: .ollama) { world in
      let outcome = try await world.run(World.batchWords)
      #expect(outcome.status == .exit(64))
      #expect(
        outcome.errors.hasPrefix(
          "arxiv-digest: --lane batch: the model profile 'test' is of kind ollama, which has no batches; "
            + "use --lane online, or a profile of kind openai-chat, openai-responses, anthropic, gemini"
        ))
      #expect(world.questions.isEmpty && world.searches.isEmpty)
    }
  }

  @Test("with a server that speaks OpenAI's dialect and knows no batches says so")
  func unknown() async throws {
    try await withWorld { world in
      let outcome = try await world.run(World.batchWords)
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.contains("profile test: its provider has no batches"), "\(outcome.errors)")
      #expect(world.page == nil)
      let online = try await world.run()
      #expect(online.status == .exit(0), "\(online.errors)")
    }
  }

  @Test("is planned at half the price")
  func plan() async throws {
    try await withBatchWorld(.openAIChat) { world, server in
      _ = try await world.run(["fetch", "--week", "2024-07-26", "--topic", "sd"])
      let words = ["plan", "--week", "2024-07-26", "--topic", "sd", "--json"]
      func cost(_ more: [String]) async throws -> Double {
        let plan = try await world.run(words + more)
        let json = try JSONDecoder().decode(JSON.self, from: Data(plan.output.utf8))
        guard case .number(let cost) = json["weeks"].items[0]["costUSD"]["expected"] else {
          throw CancellationError()
        }
        return cost
      }
      let (online, batch) = (try await cost([]), try await cost(["--lane", "batch"]))
      #expect(abs(batch * 2 - online) < 2e-6)
      #expect(server.creations == 0)
    }
  }
}

@Suite("The sample week in batches")
struct BatchSampleWeekTests {
  @Test("gives the same page through every provider", arguments: BatchWire.all)
  func same(wire: BatchWire) async throws {
    let week = try SampleWeek(wire.dialect)
    let answers = try SampleWeek.answers()
    let server = try BatchServer(wire, pace: .looks(2)) { question in
      let ids = FakeModel.Question(question.asked).ids
      guard let answer = answers[ids] else {
        return .fails(.status(400))
      }
      return .says(answer)
    }
    defer { server.stop() }
    try await withWorld { world in
      try world.use(server, wire)
      let outcome = try await world.run(
        World.batchWords, environment: ["ARXIV_API_URL": "\(week.arXiv.baseURL)/api/query"])
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      let page = try #require(world.page)
      #expect(Array(page.utf8) == (try Fixture.bytes("sample-week/site/_sd/2024-07-26.md")))
      #expect(server.onlineQuestions.isEmpty)
    }
  }
}
