import Foundation
import TestSupport
import Testing

@Suite("Record and replay")
struct ReplayTests {
  private static let replay = World.runWords + ["--replay", "tape", "--runs", "replayed"]

  @Test("a recorded week is replayed without network or key, to the same page")
  func roundTrip() async throws {
    try await withWorld { world in
      let recorded = try await world.run(World.runWords + ["--record", "tape"])
      #expect(recorded.status == .exit(0))
      let page = try #require(world.page)
      try world.remove("site")
      world.forget()
      let outcome = try await world.run(Self.replay, environment: ["MODEL_API_KEY": ""])
      #expect(outcome.status == .exit(0))
      #expect(world.searches == [])
      #expect(world.questions == [])
      #expect(world.page == page)
      #expect(outcome.errors.contains("model, replayed, nothing spent now: 5 requests, "))
    }
  }

  @Test("an edited prompt and an edited query do not break a replay")
  func edited() async throws {
    try await withWorld { world in
      _ = try await world.run(World.runWords + ["--record", "tape"])
      let page = try #require(world.page)
      let prompt = try #require(world.read("prompts/summarize.md"))
      try world.write(prompt + "\nもっと短く。\n", to: "prompts/summarize.md")
      let topics = try #require(world.read("digest.json"))
      try world.write(
        topics.replacing("synthetic data", with: "artificial data"), to: "digest.json")
      let outcome = try await world.run(Self.replay)
      #expect(outcome.status == .exit(0))
      #expect(world.page == page)
    }
  }

  @Test("a missing answer is named, and the other papers are published")
  func missingAnswer() async throws {
    try await withWorld { world in
      _ = try await world.run(World.runWords + ["--record", "tape"])
      try world.remove("tape/openai-chat/summarize-2407.20002.json")
      let outcome = try await world.run(Self.replay)
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.errors.contains(
          "2407.20002: summarize: tape holds no exchange 'openai-chat/summarize-2407.20002'; "
            + "record it with: --record tape\n"))
    }
  }

  @Test("a missing search is named and ends the run")
  func missingSearch() async throws {
    try await withWorld { world in
      _ = try await world.run(World.runWords + ["--record", "tape"])
      let outcome = try await world.run(
        ["run", "--week", "2024-07-26", "--topic", "fl", "--replay", "tape", "--runs", "replayed"])
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors
          == "arxiv-digest: fetch: topic fl: tape holds no exchange 'arxiv/fl-2024-07-26-0'; record "
          + "it with: --record tape\nnext: arxiv-digest run --week 2024-07-26 --topic fl --replay "
          + "tape --runs replayed  # what is on disk is kept\n")
    }
  }

  @Test("failed attempts are recorded and replayed in their order, without the waits")
  func attempts() async throws {
    try await withWorld { world in
      world.model.setPassingFaults(["2407.20001": .trouble(.busy(seconds: 0.1))])
      _ = try await world.run(World.runWords + ["--record", "tape"])
      let names = try FileManager.default.contentsOfDirectory(
        atPath: world.folder + "/tape/openai-chat")
      #expect(names.contains("summarize-2407.20001~2.json"))
      #expect(try await world.run(Self.replay).status == .exit(0))
    }
  }

  @Test("no file and no output of a good or a failing run holds the key")
  func secret() async throws {
    try await withWorld { world in
      world.model.setFaults([
        "2407.20001": .trouble(.status(400)), "2407.20002": .cutBody, "2407.20003": .notJSON,
      ])
      let first = try await world.run(World.runWords + ["--record", "tape"])
      world.model.setFaults(["2407.20001": .trouble(.status(401))])
      let second = try await world.run(World.runWords + ["--record", "tape"])
      #expect(first.status == .exit(2))
      #expect(second.status == .exit(1))
      #expect(world.model.keys == ["Bearer " + World.key])
      for text in [first.output, first.errors, second.output, second.errors] {
        #expect(!text.contains(World.key))
      }
      let names = try FileManager.default.subpathsOfDirectory(atPath: world.folder)
      #expect(names.count > 20)
      for name in names {
        #expect(world.read(name)?.contains(World.key) != true, "\(name)")
      }
    }
  }
}

@Suite("The sample week")
struct SampleWeekTests {
  private static let words = [
    "run", "--week", "2024-07-26", "--topic", "sd", "--model", "openai",
    "--replay", Fixture.path("sample-week"),
  ]

  @Test("is replayed to the page that stands beside it, byte for byte")
  func page() async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await Program.digest.run(
        Self.words + ["--runs", folder + "/runs", "--site", folder + "/site"], in: Fixture.root)
      #expect(outcome.status == .exit(0))
      let page = try Data(contentsOf: URL(filePath: folder + "/site/_sd/2024-07-26.md"))
      #expect(Array(page) == (try Fixture.bytes("sample-week/site/_sd/2024-07-26.md")))
    }
  }

  @Test("has no recording that nobody asks for")
  func orphans() async throws {
    try await withTemporaryFolder { folder in
      _ = try await Program.digest.run(
        Self.words + ["--runs", folder + "/runs", "--site", folder + "/site"], in: Fixture.root)
      let runs = folder + "/runs/2024-07-26/"
      var asked = ["arxiv/sd-2024-07-26-0", "openai-chat/translate-2407.20021+7-2c4e2d70"]
      for line in try String(contentsOfFile: runs + "papers.jsonl", encoding: .utf8)
        .split(separator: "\n")
      {
        asked.append("openai-chat/summarize-" + line.dropFirst(7).prefix { $0 != "\"" })
      }
      let files = try FileManager.default.subpathsOfDirectory(
        atPath: Fixture.path("sample-week")
      ).filter { $0.hasSuffix(".json") || $0.hasSuffix(".body") }
      #expect(Set(files) == Set(asked.flatMap { ["\($0).json", "\($0).body"] }))
    }
  }
}
