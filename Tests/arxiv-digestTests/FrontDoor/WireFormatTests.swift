import TestSupport
import Testing

@Suite("What arXiv sends")
struct WireFormatTests {
  /// Papers with everything that the formats write differently.
  private static var papers: [FakePaper] {
    var papers = FakePaper.week(3)
    papers[0].title =
      "A long title that the old format of arXiv wraps at its seventy-ninth column, and the new one "
      + "does not, with <b> & \"quotes\" in it"
    papers[0].abstract =
      "A first sentence that is long enough to be wrapped by the old format of arXiv. A second one, "
      + "with a < b & c > d, that takes a line of its own."
    papers[0].version = 12
    papers[1].comment = "12 pages, 3 figures"
    papers[2].title = "量子 – Grüße aus α"
    papers[2].comment = "Accepted at a workshop; 😀"
    return papers
  }

  @Test("comes to the same records in both of its formats", arguments: WireFormat.allCases)
  func formats(format: WireFormat) async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.write(format)
      let outcome = try await world.run(World.fetchWords)
      #expect(outcome.status == .exit(0))
      #expect(try world.records() == Self.papers.map { World.Record($0) })
      #expect(
        world.read("runs/2024-07-26/papers.jsonl")?.contains(
          #""abstract":"\#(Self.papers[0].abstract)","authors":["First Author"],"#
            + #""categories":["cs.LG"],"published":"2024-07-30T23:59:00Z","#) == true)
    }
  }

  @Test(
    "keeps the lines of a comment that the old format wraps, and makes one line of it on the page")
  func wrappedComment() async throws {
    var papers = FakePaper.week(1)
    papers[0].comment =
      "Accepted at a workshop with a name so long that the old format of arXiv wraps the comment"
    try await withWorld(papers: papers) { world in
      world.arXiv.write(.legacy)
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      let comments = try world.records().map(\.comment)
      #expect(
        comments == [
          "Accepted at a workshop with a name so long that the old format of\n"
            + "  arXiv wraps the comment"
        ])
      #expect(
        world.page?.contains(
          "Accepted at a workshop with a name so long that the old format of   arXiv wraps")
          == true)
    }
  }

  @Test("is cut to the week, to the second, although arXiv's window has a minute more")
  func edges() async throws {
    var papers = FakePaper.week(6)
    let times = [
      "2024-08-02T00:00:59Z", "2024-08-02T00:00:00Z", "2024-08-01T23:59:59Z",
      "2024-07-26T00:00:00Z", "2024-07-25T23:59:59Z", "2024-08-02T00:01:00Z",
    ]
    for (index, time) in times.enumerated() { papers[index].published = time }
    try await withWorld(papers: papers) { [papers] world in
      let outcome = try await world.run(World.fetchWords)
      #expect(outcome.status == .exit(0))
      #expect(try world.records() == papers[2...3].map { World.Record($0) })
      #expect(
        try world.receipts() == [
          World.Receipt(
            pages: 1, total: 4, parsed: 4, papers: 2,
            dropped: [
              "2407.20000: submitted 2024-08-02T00:00:59Z, outside the week",
              "2407.20001: submitted 2024-08-02T00:00:00Z, outside the week",
            ])
        ])
    }
  }

  @Test("about a paper of two topics makes one record, with both in the order of digest.json")
  func twoTopics() async throws {
    let papers = FakePaper.week(2) + FakePaper.week(3, phrase: "federated learning")
    try await withWorld(papers: papers) { world in
      // The order of the file is not that of the alphabet.
      let file = try #require(world.read("digest.json"))
      try world.write(file.replacing("\"fl\"", with: "\"us\""), to: "digest.json")
      // Asked for in another order, and at another time.
      for slug in ["sd", "us"] {
        let outcome = try await world.run(["fetch", "--week", "2024-07-26", "--topic", slug])
        #expect(outcome.status == .exit(0))
      }
      let records = try world.records().map { "\($0.id) \($0.topics.joined(separator: ","))" }
      #expect(records == ["2407.20000 us,sd", "2407.20001 us,sd", "2407.20002 us"])
      let receipts = try world.receipts().map { "\($0.id) \($0.papers)" }
      #expect(receipts == ["us 3", "sd 2"])
    }
  }
}
