import Foundation
import TestSupport
import Testing

@Suite("plan and redo, through the front door")
struct PlanTests {
  private static let week = ["--week", "2024-07-26", "--topic", "sd"]

  @Test("plan says what a run would do, in every state of a week, and sends nothing")
  func states() async throws {
    try await withWorld { world in
      let plan = ["plan"] + Self.week
      #expect(
        try await world.run(plan)
          == RunningProgram.Outcome(
            status: .exit(0),
            output: """
              week 2024-07-26: 0 papers on disk; arXiv is to be asked first
              stage           done  missing  failed  waiting  stale  requests
              fetch (topics)     0        1       0        0      0         -
              translate          0        0       0        0      0         0
              summarize          0        0       0        0      0         0
              validate           0        0       0        0      0         -
              render (pages)     0        0       0        0      0         -
              what models are asked is known when arXiv has been asked

              """,
            errors: """
              next: arxiv-digest fetch --week 2024-07-26 --topic sd  # costs nothing; the plan is \
              exact after it

              """))
      #expect(world.searches == [])
      // Of four papers one has a bad answer, and of another one the abstract changes afterwards.
      world.model.setFaults(["2407.20001": .bullets(3)])
      _ = try await world.run(World.runWords + ["--repairs", "0"])
      let file = "runs/2024-07-26/papers.jsonl"
      let papers = try #require(world.read(file))
      try world.write(
        papers.replacing("about paper 2407.20002", with: "on paper 2407.20002"), to: file)
      let made = world.questions.count
      let planned = try await world.run(plan)
      #expect(
        planned.output.hasPrefix(
          """
          week 2024-07-26: 4 papers on disk
          stage           done  missing  failed  waiting  stale  requests
          fetch (topics)     1        0       0        0      0         -
          translate          4        0       0        0      0         0
          summarize          3        0       1        0      1         1
          validate           3        0       1        0      0         -
          render (pages)     1        0       0        0      0         -
          summarize: 1 stale and kept; changed since: abstract of 1
          requests  1
          tokens    
          """), "\(planned.output)")
      #expect(
        planned.output.contains("\nlearned   from 4 answered requests of weeks on disk\n"),
        "\(planned.output)")
      #expect(
        planned.errors == "next: arxiv-digest run --week 2024-07-26 --topic sd  # does this\n")
      #expect(world.questions.count == made)
    }
  }

  @Test("plan of weeks that were never fetched makes up no number")
  func blind() async throws {
    try await withWorld { world in
      let later = "what models are asked is known when arXiv has been asked"
      let weeks = ["plan", "--weeks", "2024-07-19..2024-07-26", "--topic", "sd"]
      let text = try await world.run(weeks)
      #expect(text.output.hasSuffix("\n\n2 weeks: \(later)\n"), "\(text.output)")
      let json = try await world.run(weeks + ["--json"])
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      for week in try #require(object["weeks"] as? [[String: Any]]) {
        #expect(
          Set(week.keys) == [
            "week", "papers", "withdrawn", "beforeFetch", "learnedFrom", "stages",
          ])
        #expect(week["beforeFetch"] as? Bool == true)
      }
      _ = try await world.run(["fetch"] + Self.week)
      let half = try await world.run(weeks)
      #expect(half.output.contains("\n\n2 weeks: 5 requests, about $"), "\(half.output)")
      #expect(half.output.hasSuffix("; of 1 of them, \(later)\n"), "\(half.output)")
    }
  }

  @Test("plan needs no key, and says what it knows to other programs as well")
  func json() async throws {
    try await withWorld { world in
      _ = try await world.run(["fetch"] + Self.week)
      let plan = try await world.run(
        ["plan", "--from", "translate", "--json"] + Self.week, environment: ["MODEL_API_KEY": ""])
      let weeks = try #require(plan.output.data(using: .utf8))
      let object = try #require(
        JSONSerialization.jsonObject(with: weeks) as? [String: Any])
      #expect(object["format"] as? Int == 1 && object["command"] as? String == "plan")
      let week = try #require((object["weeks"] as? [[String: Any]])?.first)
      #expect(
        Set(week.keys) == [
          "week", "papers", "withdrawn", "beforeFetch", "requests", "repairs", "inputTokens",
          "outputTokens", "costUSD", "mostUSD", "learnedFrom", "stages",
        ])
      #expect(week["requests"] as? Int == 5 && week["papers"] as? Int == 4)
      let stages = try #require(week["stages"] as? [[String: Any]])
      #expect(
        stages.map { $0["stage"] as? String } == ["translate", "summarize", "validate", "render"])
      #expect(stages.map { $0["missing"] as? Int } == [4, 4, 0, 0])
      #expect(world.questions == [])
    }
  }

  @Test(
    "plan and the run after it agree on the requests to the last one, and on the cost within a tenth"
  )
  func agreement() async throws {
    let papers =
      FakePaper.week(12) + FakePaper.week(20, day: "2024-07-23", first: 2407_10000)
    try await withWorld(papers: papers) { world in
      world.model.countTokens()
      world.model.setPassingFaults(["2407.10003": .bullets(5)])
      let earlier = try await world.run(["run", "--week", "2024-07-19", "--topic", "sd"])
      #expect(earlier.status == .exit(0))
      _ = try await world.run(["fetch"] + Self.week)
      let plan = try await world.run(["plan", "--json"] + Self.week)
      let planned = try JSONDecoder().decode(Planned.self, from: Data(plan.output.utf8)).weeks[0]
      world.forget()
      let run = try await world.run()
      #expect(run.status == .exit(0))
      #expect(planned.requests == world.questions.count)
      let cost = try #require(world.run?.costUSD)
      // One repair in 22 is among what is expected, and there is none this time.
      #expect(
        abs(planned.costUSD.expected - cost) < cost / 10,
        "\(planned.costUSD.expected) was planned, and \(cost) was paid")
      #expect(planned.costUSD.low <= cost && cost <= planned.costUSD.high)
      #expect(planned.learnedFrom == 23)
    }
  }

  @Test("of the sample week too, by what is taken for granted where nothing was learned yet")
  func sampleWeek() async throws {
    try await withTemporaryFolder { folder in
      let week =
        ["--week", "2024-07-26", "--topic", "sd", "--model", "openai"]
        + ["--replay", Fixture.root + "/Fixtures/sample-week", "--runs", folder + "/runs"]
      func digest(_ words: [String]) async throws -> RunningProgram.Outcome {
        try await Program.digest.run(words, in: Fixture.root)
      }
      _ = try await digest(["fetch"] + week.filter { !["--model", "openai"].contains($0) })
      let plan = try await digest(["plan", "--json"] + week)
      let planned = try JSONDecoder().decode(Planned.self, from: Data(plan.output.utf8)).weeks[0]
      let run = try await digest(["run", "--site", folder + "/site"] + week)
      #expect(run.status == .exit(0))
      let summary = try Data(contentsOf: URL(filePath: folder + "/runs/2024-07-26/run.json"))
      let made = try JSONDecoder().decode(Made.self, from: summary)
      #expect(planned.requests == made.usage.requests)
      #expect(abs(planned.costUSD.expected - made.costUSD) < made.costUSD / 10)
    }
  }

  @Test("redo asks about what is meant alone, plans it first, and publishes what is better")
  func redo() async throws {
    try await withMadeWeek { world in
      let prompt = try #require(world.read("prompts/summarize.md"))
      try world.write(prompt + "\nもっと短く。\n", to: "prompts/summarize.md")
      world.forget()
      let words = ["redo", "summarize", "--where", "prompt!=current"] + Self.week
      let plan = try await world.run(words + ["--dry-run"])
      #expect(
        plan.output.hasPrefix(
          """
          week 2024-07-26: 4 papers on disk
          stage      done  missing  failed  waiting  stale  requests
          summarize     0        0       0        0      4         4
          summarize: 4 stale and kept; changed since: prompt of 4
          requests  4
          """), "\(plan.output)")
      #expect(
        plan.errors
          == "next: arxiv-digest redo summarize --where 'prompt!=current' --week 2024-07-26 "
          + "--topic sd  # does this\n")
      #expect(world.questions == [])
      let redone = try await world.run(words)
      #expect(redone.status == .exit(0))
      #expect(world.questions.count == 4)
      #expect(
        redone.errors.hasSuffix(
          "next: arxiv-digest run --from validate --week 2024-07-26 --topic sd\n"),
        "\(redone.errors)")
      world.forget()
      let none = try await world.run(words)
      #expect(none.status == .exit(0) && world.questions == [])
    }
  }

  /// What `plan --json` prints, as far as it is compared.
  private struct Planned: Decodable {
    struct Week: Decodable {
      let requests: Int
      let costUSD: Estimate
      let learnedFrom: Int
    }

    struct Estimate: Decodable {
      let low: Double
      let expected: Double
      let high: Double
    }

    let weeks: [Week]
  }

  /// What `run.json` says of the run that was made.
  private struct Made: Decodable {
    struct Usage: Decodable {
      let requests: Int
    }

    let usage: Usage
    let costUSD: Double
  }
}
