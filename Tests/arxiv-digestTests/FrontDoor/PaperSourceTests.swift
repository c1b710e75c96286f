import Foundation
import HTTP
import TestSupport
import Testing

/// Wherever papers come from, the records are the same.
@Suite("Sources of papers")
struct PaperSourceTests {
  /// Papers whose words the topic's query finds here as well, and one that it does not.
  private static let papers: [FakePaper] = {
    var papers = FakePaper.week(5)
    for place in papers.indices {
      papers[place].abstract = "On synthetic-data & what it is good for, in part \(place)."
    }
    papers[1].version = 3
    papers[2].comment = "12 pages, 3 figures"
    papers[4].abstract = "On nothing of the kind."
    return papers
  }()

  private static let fetch = ["fetch", "--week", "2024-07-26", "--topic", "sd"]

  /// What the search finds, which looks for the phrase by itself.
  private static func withAnswers(
    _ body: (World, FakeOAI, _ records: String) async throws -> Void
  ) async throws {
    try await withWorld(papers: papers.dropLast()) { world in
      let outcome = try await world.run(fetch + ["--runs", "search"])
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      let records = try #require(world.read("search/2024-07-26/papers.jsonl"))
      #expect(records.split(separator: "\n").count == 4)
      world.forget()
      try await body(world, FakeOAI(papers: papers), records)
    }
  }

  @Test("the harvesting interface gives the records that the search gives")
  func oai() async throws {
    try await Self.withAnswers { world, oai, records in
      let outcome = try await world.run(
        Self.fetch + ["--source", "oai"], environment: ["ARXIV_OAI_URL": oai.url])
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.errors.hasPrefix("  sd: 4 papers among 5 records on 3 pages (oai), confirmed\n"),
        "\(outcome.errors)")
      #expect(world.read("runs/2024-07-26/papers.jsonl") == records)
      #expect(
        oai.queries == [
          "verb=ListRecords&metadataPrefix=arXivRaw&from=2024-07-26",
          "verb=ListRecords&resumptionToken=skip%3D2", "verb=ListRecords&resumptionToken=skip%3D4",
        ])
      #expect(world.searches == [])
    }
  }

  @Test(
    "so does a file: a saved feed, a saved page, or lines of the metadata snapshot",
    arguments: ["feed", "page", "snapshot"])
  func file(kind: String) async throws {
    // Without a paper of the days after, nobody knows whether the file was made too early.
    let papers =
      Self.papers + FakePaper.week(1, phrase: "none", day: "2024-08-02", first: 2408_20000)
    try await Self.withAnswers { world, _, records in
      let text =
        switch kind {
        case "feed":
          "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
            + "xmlns:arxiv=\"http://arxiv.org/schemas/atom\">"
            + papers.map { $0.entry(in: .current) }.joined() + "</feed>\n"
        case "page":
          "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><ListRecords>"
            + papers.map(\.oaiRecord).joined() + "</ListRecords></OAI-PMH>\n"
        default: papers.map(\.snapshotLine).joined()
        }
      try world.write(text, to: "saved")
      let outcome = try await world.run(Self.fetch + ["--source", "saved"])
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(
        outcome.errors.hasPrefix("  sd: 4 papers among 6 records on 1 page (file), confirmed\n"))
      #expect(world.read("runs/2024-07-26/papers.jsonl") == records)
      #expect(world.searches == [])
    }
  }

  @Test("one reading serves all weeks of a run")
  func weeks() async throws {
    try await Self.withAnswers { world, oai, _ in
      let outcome = try await world.run(
        ["fetch", "--weeks", "2024-07-12..2024-07-26", "--source", "oai", "--topic", "sd"],
        environment: ["ARXIV_OAI_URL": oai.url])
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(
        oai.queries.first == "verb=ListRecords&metadataPrefix=arXivRaw&from=2024-07-12")
      #expect(oai.queries.count == 3)
      let week = try #require(world.read("runs/2024-07-26/papers.jsonl"))
      #expect(week.split(separator: "\n").count == 4)
    }
  }

  @Test("a harvest that breaks off keeps what has come, and goes on from there")
  func resumed() async throws {
    try await Self.withAnswers { world, _, records in
      let denied = LoopbackServer.Reply.answer(status: 403, headers: [], body: [])
      let oai = try FakeOAI(papers: Self.papers) { $0 == 2 ? denied : nil }
      let words = Self.fetch + ["--source", "oai"]
      let first = try await world.run(words, environment: ["ARXIV_OAI_URL": oai.url])
      #expect(first.status == .exit(1))
      #expect(first.errors.contains("  sd: 2 papers among 2 records on 1 page (oai), broken off, "))
      #expect(first.errors.contains("403. Every page that had come is saved\n"))
      #expect(world.read("runs/2024-07-26/papers.jsonl")?.split(separator: "\n").count == 2)

      let second = try await world.run(words, environment: ["ARXIV_OAI_URL": oai.url])
      #expect(second.status == .exit(0), "\(second.errors)")
      #expect(
        oai.queries.dropFirst(2).first
          == "verb=ListRecords&metadataPrefix=arXivRaw&from=2024-08-05")
      #expect(world.read("runs/2024-07-26/papers.jsonl") == records)
    }
  }

  @Test("single papers come from any source")
  func lookUp() async throws {
    try await Self.withAnswers { world, oai, records in
      try world.write(Self.papers.map(\.snapshotLine).joined(), to: "saved")
      let line = try #require(records.split(separator: "\n").first)
      for source in ["api", "oai", "saved"] {
        let outcome = try await world.run(
          ["fetch", "--id", "2407.20000", "--source", source, "--runs", "runs-\(source)"],
          environment: ["ARXIV_OAI_URL": oai.url])
        #expect(outcome.status == .exit(0), "\(source): \(outcome.errors)")
        #expect(world.read("runs-\(source)/2024-07-26/papers.jsonl") == line + "\n", "\(source)")
      }
    }
  }

  @Test("what is neither a source nor a file is an error before anything is asked")
  func mistakes() async throws {
    try await withWorld { world in
      for (source, words) in [
        ("oia", "neither api nor oai, nor a file that can be read"), ("prompts", "neither api nor"),
      ] {
        let outcome = try await world.run(Self.fetch + ["--source", source])
        #expect(outcome.status == .exit(64))
        #expect(outcome.errors.hasPrefix("arxiv-digest: --source \(source): \(words)"))
      }
      try world.write("neither XML nor JSON\n", to: "saved")
      let outcome = try await world.run(Self.fetch + ["--source", "saved"])
      #expect(outcome.status == .exit(1))
      #expect(outcome.errors.hasPrefix("arxiv-digest: fetch: saved: "), "\(outcome.errors)")
      #expect(world.searches == [])
    }
  }

  @Test("a file's size does not show in the memory that it takes to read")
  func memory() async throws {
    try await withWorld { world in
      // The model never answers, so that the program stands still when the file has been read.
      world.model.setFault(.stall)
      var peaks: [Int] = []
      for (name, copies) in [("small", 1), ("large", 24)] {
        try world.write(Self.lines(copies: copies), to: name)
        let program = try world.start(
          [
            "run", "--week", "2024-07-26", "--topic", "sd", "--source", name, "--runs",
            "runs-\(name)",
          ])
        try await eventually("the model is asked") { !world.questions.isEmpty }
        let status = try String(contentsOfFile: "/proc/\(program.pid)/status", encoding: .utf8)
        let peak = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        peaks.append(try #require(Int(peak.filter(\.isNumber))))
        program.kill()
        _ = await program.wait()
        world.forget()
      }
      // The large file is 23 MB larger than the small one; the figures are in KB.
      #expect(peaks[1] - peaks[0] < 8_000, "\(peaks)")
    }
  }

  /// A snapshot of some megabytes: one paper of the week among others of another year.
  private static func lines(copies: Int) -> String {
    var stranger = papers[0]
    stranger.published = "2019-07-30T12:00:00Z"
    stranger.abstract = String(repeating: "Words about something else. ", count: 36)
    let megabyte = String(repeating: stranger.snapshotLine, count: 700)
    return String(repeating: megabyte, count: copies) + papers[0].snapshotLine
  }
}
