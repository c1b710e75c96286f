import Foundation
import TestSupport
import Testing

@Suite("All that the built program says of what stops it")
struct LastWordsTests {
  private static let next =
    "next: arxiv-digest run --week 2024-07-26 --topic sd  # what is on disk is kept\n"
  private static let fetched = """
      sd: 2 papers of 2 hits on 1 page, confirmed
    fetch: 1 topic fetched, 0 on disk already, 2 new papers
    plan: 3 requests, cost unknown (no prices)

    """

  private func stopped(
    _ world: World, _ environment: [String: String] = [:], saying errors: String,
    next: String = next, _ place: SourceLocation = #_sourceLocation
  ) async throws {
    let outcome = try await world.run(environment: environment)
    #expect(
      outcome == RunningProgram.Outcome(status: .exit(1), errors: errors + next),
      sourceLocation: place)
  }

  @Test("a record is of a newer program")
  func newer() async throws {
    try await withWorld(papers: FakePaper.week(2)) { world in
      _ = try await world.run(World.fetchWords)
      try world.write(#"{"id":"2407.20000","format":2}"# + "\n", to: "runs/2024-07-26/titles.jsonl")
      try await stopped(
        world,
        saying: """
          arxiv-digest: runs/2024-07-26/titles.jsonl:1: written in format 2 by a newer arxiv-digest; \
          this one reads format 1. Update the program, or use another --runs folder

          """)
    }
  }

  @Test("a record cannot be read")
  func unreadable() async throws {
    try await withWorld(papers: FakePaper.week(2)) { world in
      _ = try await world.run(World.fetchWords)
      try FileManager.default.createDirectory(
        atPath: world.folder + "/runs/2024-07-26/titles.jsonl", withIntermediateDirectories: false)
      try await stopped(
        world,
        saying: "arxiv-digest: runs/2024-07-26/titles.jsonl: cannot be read: Is a directory\n")
    }
  }

  @Test("nobody is where the model should be")
  func noModel() async throws {
    try await withWorld(papers: FakePaper.week(2)) { world in
      try await stopped(
        world, ["MODEL_BASE_URL": "http://127.0.0.1:1/v1"],
        saying: """
          \(Self.fetched)\
          arxiv-digest: translate: 127.0.0.1 cannot be reached: Couldn't connect to server. Of this stage, \
          0 requests were answered, and the answers about 0 papers are saved
          To find out what to do: arxiv-digest models check

          """)
    }
  }

  @Test("nobody is where arXiv should be")
  func noArXiv() async throws {
    try await withWorld(papers: FakePaper.week(2)) { world in
      try await stopped(
        world, ["ARXIV_API_URL": "http://127.0.0.1:1/api"],
        saying: """
          arxiv-digest: fetch: topic sd: 127.0.0.1 cannot be reached: Couldn't connect to server
          The same papers can be had from arXiv's harvesting interface: arxiv-digest run --week \
          2024-07-26 --topic sd --source oai
          To find out what to do: arxiv-digest doctor

          """)
    }
  }

  @Test(
    "a certificate that nobody has signed, of arXiv and of a model",
    .enabled(if: TLSServer.isAvailable))
  func tls() async throws {
    try await withWorld(papers: FakePaper.week(2)) { world in
      let server = try await TLSServer(in: world.folder)
      let url = "https://127.0.0.1:\(server.port)/v1"
      try await stopped(
        world, ["ARXIV_API_URL": url],
        saying: """
          arxiv-digest: fetch: topic sd: no trusted connection to 127.0.0.1: SSL peer certificate or SSH \
          remote key was not OK
          To find out what to do: arxiv-digest doctor

          """)
      try await stopped(
        world, ["MODEL_BASE_URL": url],
        saying: """
          \(Self.fetched)\
          arxiv-digest: translate: no trusted connection to 127.0.0.1: SSL peer certificate or SSH \
          remote key was not OK. Of this stage, 0 requests were answered, and the answers about 0 papers \
          are saved
          To find out what to do: arxiv-digest models check

          """)
      await server.stop()
    }
  }
}
