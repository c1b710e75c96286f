import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The built program's manners")
struct UsageTests {
  @Test("the version and the help go to stdout with status 0")
  func help() async throws {
    for (words, text) in [
      (["--version"], Help.version + "\n"), (["help"], Help.text(on: nil) + "\n"),
      (["--help"], Help.text(on: nil) + "\n"), (["help", "run"], Help.text(on: .run) + "\n"),
      (["summarize", "--help"], Help.text(on: .summarize) + "\n"),
    ] {
      let outcome = try await Program.digest.run(words, in: "/")
      #expect(outcome.status == .exit(0))
      #expect(outcome.output == text)
      #expect(outcome.errors == "")
    }
  }

  @Test("a mistake goes to stderr with status 64, and names the help")
  func mistake() async throws {
    let outcome = try await Program.digest.run(["run", "--wek", "x"], in: Fixture.root)
      .replacing(Program.digest.path, with: "arxiv-digest")
    #expect(outcome.status == .exit(64))
    #expect(outcome.output == "")
    #expect(
      outcome.errors
        == "arxiv-digest: unknown option '--wek'; did you mean '--week'?\n"
        + "next: arxiv-digest help run\n")
  }

  @Test("a mistake in .env is named with its line")
  func dotEnv() async throws {
    try await withWorld { world in
      try world.write("# a comment\nMODEL_NMAE=x\n", to: ".env")
      let outcome = try await world.run()
      #expect(outcome.status == .exit(64))
      #expect(
        outcome.errors
          == "arxiv-digest: .env:2: unknown variable MODEL_NMAE; did you mean 'MODEL_NAME'?\n"
          + "next: arxiv-digest run --week 2024-07-26 --topic sd  # once that is mended\n")
      #expect(world.searches == [])
    }
  }

  @Test("the key may stand in .env")
  func keyInDotEnv() async throws {
    try await withWorld { world in
      try world.write("MODEL_API_KEY=\"sk-from-file\"\n", to: ".env")
      let outcome = try await world.run(environment: ["MODEL_API_KEY": ""])
      #expect(outcome.status == .exit(0))
      #expect(world.model.keys == ["Bearer sk-from-file"])
    }
  }

  @Test("a stage without papers says what to fetch, and the command for it")
  func noPapers() async throws {
    try await withWorld { world in
      let outcome = try await world.run(["summarize", "--week", "2024-07-26", "--topic", "sd"])
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors
          == "arxiv-digest: summarize: no paper of the chosen topics is on disk for the week of "
          + "2024-07-26; fetch first\n"
          + "next: arxiv-digest run --from fetch --week 2024-07-26 --topic sd  # what is on disk is "
          + "kept\n")
    }
  }

  @Test("a damaged record stops the run with file and line before anything is asked")
  func damaged() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let lines = try #require(world.read("runs/2024-07-26/summaries.jsonl"))
      try world.write("{\"id\":\"2407.20000\",\n" + lines, to: "runs/2024-07-26/summaries.jsonl")
      world.forget()
      let outcome = try await world.run()
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.contains(
          "arxiv-digest: runs/2024-07-26/summaries.jsonl:1: not a record: no valid JSON. Mend the "
            + "line, or delete it to have its paper done again\n"))
      #expect(world.questions == [])
    }
  }

  @Test("a site that cannot be written to is told before anything is asked")
  func site() async throws {
    try await withWorld { world in
      try world.write("", to: "site")
      let outcome = try await world.run()
      #expect(outcome.status == .exit(1))
      #expect(outcome.errors.hasPrefix("arxiv-digest: site: cannot be written: "))
      #expect(world.searches == [])
    }
  }

  @Test("a week without a paper writes no page, fails, and is not searched for again")
  func emptyWeek() async throws {
    try await withWorld(papers: []) { world in
      // Twice, to be sure of it; then it is known.
      for searches in [2, 0] {
        world.forget()
        let outcome = try await world.run()
        #expect(outcome.status == .exit(1))
        #expect(
          outcome.errors.contains(
            "arxiv-digest: arXiv has no paper of the chosen topics for the week of 2024-07-26, so "
              + "there is nothing to publish. If that is a surprise, ask arXiv again later\n"
              + "next: arxiv-digest run --from fetch --week 2024-07-26 --topic sd  # "))
        #expect(world.searches.count == searches)
        #expect(world.page == nil)
      }
    }
  }

  @Test("a reader that goes away does not end the run")
  func brokenPipe() async throws {
    try await withWorld { world in
      let shell = Program(path: "/bin/sh")
      _ = try await shell.run(
        [
          "-c",
          "{ '\(Program.digest.path)' \(World.runWords.joined(separator: " ")) 2>&1; echo $? >status; } | true",
        ],
        environment: world.environment, in: world.folder)
      #expect(world.read("status") == "0\n")
      #expect(world.page != nil)
    }
  }

  @Test("a paper that was deleted from its file is fetched again")
  func deletedPaper() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let page = try #require(world.page)
      let lines = try #require(world.read("runs/2024-07-26/papers.jsonl"))
      let rest = lines.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
      try world.write(rest, to: "runs/2024-07-26/papers.jsonl")
      world.forget()
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(world.searches.count == 1)
      #expect(world.questions == [])
      #expect(world.page == page)
    }
  }

  @Test(
    "a page folder that is in the way is told before anything is asked", arguments: ["sd", "all"])
  func pageFolder(slug: String) async throws {
    try await withWorld { world in
      try FileManager.default.createDirectory(
        atPath: world.folder + "/site", withIntermediateDirectories: false)
      try world.write("", to: "site/_\(slug)")
      let outcome = try await world.run()
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.hasPrefix("arxiv-digest: site/_\(slug): cannot be written: Not a directory"))
      #expect(world.searches == [])
    }
  }

  @Test(
    "what stands in a page's place and is no file is told before anything is asked",
    arguments: [
      ("mkdir -p site/_sd/2024-07-26.md", "Is a directory"),
      ("mkdir -p site/_sd && mkfifo site/_sd/2024-07-26.md", "it is no file"),
      ("mkdir -p site/_sd/x && ln -s x site/_sd/2024-07-26.md", "Is a directory"),
    ])
  func pagePlace(command: String, reason: String) async throws {
    try await withWorld { world in
      #expect(try await world.shell(command).status == .exit(0))
      let outcome = try await world.run()
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.hasPrefix(
          "arxiv-digest: site/_sd/2024-07-26.md: cannot be read: \(reason)\n"),
        "\(outcome.errors)")
      #expect(world.searches == [] && world.questions == [])
    }
  }

  @Test("a current folder that was deleted is named as what it is")
  func goneFolder() async throws {
    try await withWorld { world in
      for words in [["run"], ["init"], ["status"]] {
        let outcome = try await world.shell(
          #"mkdir gone && cd gone && rmdir ../gone && "$@""#, words)
        #expect(
          outcome
            == RunningProgram.Outcome(
              status: .exit(1),
              errors: """
                arxiv-digest: the current folder is not there any more: it was deleted; change to \
                another one
                next: arxiv-digest \(words[0])  # what is on disk is kept

                """))
      }
    }
  }

  @Test("rendering alone tells of withheld papers too, with status 2")
  func renderIncomplete() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      _ = try await world.run()
      let outcome = try await world.run(["render", "--week", "2024-07-26", "--topic", "sd"])
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.errors.hasSuffix(
          "next: arxiv-digest run --from translate --week 2024-07-26 --topic sd --repairs 4  # asks "
            + "again about 2407.20001\n"))
    }
  }

  @Test("a run that is broken off tells and keeps what it has cost")
  func bill() async throws {
    try await withWorld(papers: FakePaper.week(6)) { world in
      world.model.setFaults(["2407.20005": .trouble(.status(402))])
      let outcome = try await world.run(World.runWords + ["--concurrency", "1"])
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.contains(
          """
          translate with test (test-model): 1 request, 1000 tokens in (400 cached, 40%), 200 out, $0.002800
          summarize with test (test-model): 6 requests (1 failed), 5000 tokens in (2000 cached, 40%), \
          1000 out, $0.0140
          model: 7 requests (1 failed), 6000 tokens in (2400 cached, 40%), 1200 out, $0.0168

          """))
      #expect(
        world.bills == [
          World.Bill("translate", requests: 1), World.Bill("summarize", requests: 6, failed: 1),
        ])
    }
  }
}
