import HTTP
import TestSupport
import Testing

@Suite("An arXiv that refuses")
struct ArXivRefusalTests {
  /// How it refuses the second page for ever, how often that is asked for, and what is told.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: ArXivFault
    let times: Int
    let cause: String
    /// Whether the harvesting interface is named.
    var hasOther = true
  }

  private static let papers = FakePaper.week(450)

  @Test(
    "ends the fetch with status 1, names the other interface, and is gone on with at the missing page",
    arguments: [
      Case(
        testDescription: "429", fault: .status(429, "Rate exceeded."), times: 5,
        cause: "arXiv is busy and refuses every request, however long it is left alone; nothing is "
          + "wrong here"),
      Case(
        testDescription: "429 in the shape of 200", fault: .text("Rate exceeded."), times: 5,
        cause: "arXiv is busy and refuses every request, however long it is left alone; nothing is "
          + "wrong here"),
      Case(
        testDescription: "503", fault: .status(503, "<html>Busy</html>"), times: 7,
        cause: "arXiv answered with status 503: <html>Busy</html>"),
      Case(
        testDescription: "503 with a wait that is too long",
        fault: .status(503, headers: [HTTPHeader("Retry-After", "3600")]), times: 1,
        cause: "127.0.0.1 asks to wait 3600 seconds, which is longer than this run waits"),
      Case(
        testDescription: "403", fault: .status(403, "<html>denied</html>"), times: 1,
        cause: "arXiv answered with status 403: <html>denied</html>"),
      Case(
        testDescription: "a page of HTML", fault: .text("<html><body>Hello</body></html>"),
        times: 4, cause: "arXiv's answer is no feed: <html><body>Hello</body></html>"),
      Case(
        testDescription: "an empty body", fault: .text(""), times: 4,
        cause: "arXiv's answer is no feed, it is empty"),
      Case(
        // On a connection of its own; on a kept one libcurl would send it once more by itself.
        testDescription: "a closed connection", fault: .reply(.hangUp), times: 7,
        cause: "the answer of 127.0.0.1 broke off: Server returned nothing (no headers, no data)"),
      Case(
        testDescription: "a body shorter than announced", fault: .announcing(100), times: 7,
        cause: "the answer of 127.0.0.1 broke off: Transferred a partial file"),
      Case(
        testDescription: "a body that is not compressed as it says",
        fault: .status(200, "no gzip", headers: [HTTPHeader("Content-Encoding", "gzip")]), times: 7,
        cause:
          "the answer of 127.0.0.1 broke off: Unrecognized or bad HTTP Content or Transfer-Encoding"
      ),
      Case(
        testDescription: "a status that is no page's", fault: .status(404, "nothing here"),
        times: 1, cause: "arXiv answered with status 404: nothing here", hasOther: false),
      Case(
        testDescription: "a redirect to another host", fault: .redirect("https://example.org/api"),
        times: 1, cause: "ADDRESS redirects to https://example.org/api: that is another host",
        hasOther: false),
      Case(
        testDescription: "a redirect that leads on and on",
        fault: .redirect("/api/query?start=200"), times: 4,
        cause: "ADDRESS redirects to ADDRESS: it has led on 3 times already", hasOther: false),
      Case(
        testDescription: "a redirect to no address of the web",
        fault: .redirect("file:///etc/passwd"),
        times: 1,
        cause:
          "ADDRESS redirects to an address that is not http: only http and https are followed",
        hasOther: false),
    ])
  func refusal(row: Case) async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([.page(200): row.fault])
      let outcome = try await world.run(World.fetchWords)
        .replacing(world.arXiv.url, with: "ADDRESS")
      #expect(world.searches.map(\.start) == [0] + Array(repeating: 200, count: row.times))
      #expect(try world.records() == Self.papers.prefix(200).map { World.Record($0) })
      #expect(
        try world.receipts() == [
          World.Receipt(
            pages: 1, total: 450, parsed: 200, papers: 200, confirmed: false,
            next: "202407260000-202408020000@200/450")
        ])
      let other =
        "The same papers can be had from arXiv's harvesting interface: "
        + "arxiv-digest fetch --week 2024-07-26 --topic sd --source oai\n"
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(1),
            errors: """
                sd: 200 papers of 450 hits on 1 page, broken off, not confirmed
              arxiv-digest: fetch: topic sd: \(row.cause). Every page that had come is saved
              \(row.hasOther ? other : "")\
              next: arxiv-digest fetch --week 2024-07-26 --topic sd  # what is on disk is kept

              """))

      world.arXiv.setFaults([:])
      world.forget()
      let second = try await world.run(World.fetchWords)
      #expect(second.status == .exit(0), "\(second.errors)")
      #expect(world.searches.map(\.start) == [200, 400])
      #expect(try world.records() == Self.papers.map { World.Record($0) })
      #expect(
        try world.receipts() == [World.Receipt(pages: 3, total: 450, parsed: 450, papers: 450)])
    }
  }

  @Test("is not asked about the next topics, and what they have on disk is kept")
  func otherTopics() async throws {
    let papers = FakePaper.week(3, phrase: "federated learning", first: 2407_10000) + Self.papers
    try await withWorld(papers: papers) { world in
      world.arXiv.setFaults([.requests(1...5): .status(429)])
      let outcome = try await world.run(["fetch", "--week", "2024-07-26"])
      #expect(outcome.status == .exit(1))
      #expect(world.searches.count == 5)
      #expect(try world.records() == [])
      world.forget()
      world.arXiv.setFaults([:])
      let second = try await world.run(["fetch", "--week", "2024-07-26"])
      #expect(second.status == .exit(0))
      #expect(world.searches.map(\.start) == [0, 0, 200, 400])
      #expect(try world.receipts().map(\.papers) == [3, 450])
    }
  }
}
