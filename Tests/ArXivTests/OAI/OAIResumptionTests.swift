import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("A harvest that is broken off")
struct OAIResumptionTests {
  private static let one = SamplePaper("2407.00001")
  private static let two = SamplePaper("2407.00002").with { $0.datestamp = "2024-07-30" }
  private static let three = SamplePaper("2407.00003").with { $0.datestamp = "2024-07-31" }
  private static let forgotten = SamplePage.error("badResumptionToken", "expired")

  @Test("a token that the server forgot begins the set again at the last day seen")
  func badToken() async throws {
    let script = OAIScript([
      SamplePage([Self.one, Self.two], token: "a"), Self.forgotten,
      SamplePage([Self.two, Self.three]),
    ])
    let parts = try await script.harvest()
    #expect(parts.map(\.papers) == [[Self.one.found, Self.two.found], [Self.three.found]])
    #expect(
      parts.last?.receipts == [
        OAIScript.receipt(pages: 2, parsed: 4, papers: 3, duplicates: 1)
      ])
    #expect(
      script.names == [
        "arxiv/oai-cs-2024-07-26-1", "arxiv/oai-cs-2024-07-26-2", "arxiv/oai-cs-2024-07-30-3",
      ])
  }

  @Test(
    "a list that is not by day of change is begun again from its first day",
    arguments: [
      [SamplePage([three, one], token: "a")],
      [SamplePage([three], token: "b"), SamplePage([one], token: "a")],
    ])
  func unordered(pages: [SamplePage]) async throws {
    let script = OAIScript(pages + [Self.forgotten, SamplePage([Self.one, Self.two, Self.three])])
    let parts = try await script.harvest()
    #expect(script.names.last == "arxiv/oai-cs-2024-07-26-\(pages.count + 2)")
    #expect(parts.last?.receipts.first?.papers == 3)
  }

  @Test("a server that forgets every token is given up")
  func forgetful() async throws {
    let pages = (0..<6).flatMap { _ in [SamplePage([Self.one], token: "a"), Self.forgotten] }
    let script = OAIScript(pages)
    await #expect(throws: OAIError.forgetful(restarts: 6)) { try await script.harvest() }
    #expect(script.names.count == 12)
  }

  @Test(
    "a token that is answered with nothing breaks the harvest off, to be gone on with later",
    arguments: [
      SamplePage.error("noRecordsMatch"), SamplePage(), SamplePage(token: "b"),
    ])
  func nothingLeft(page: SamplePage) async throws {
    let script = OAIScript([SamplePage([Self.one], token: "a"), page])
    await #expect(throws: OAIError.emptyPage(pages: 1)) { try await script.harvest() }
    #expect(
      script.parts.map(\.receipts) == [
        [OAIScript.receipt(pages: 1, parsed: 1, papers: 1, next: "2024-07-29 cs 2407.00001")]
      ])
  }

  @Test("so does a list that begins with nothing and a token, or is begun again and has nothing")
  func nothingAtFirst() async throws {
    let first = OAIScript([SamplePage(token: "a")])
    await #expect(throws: OAIError.emptyPage(pages: 0)) { try await first.harvest() }
    let again = OAIScript([
      SamplePage([Self.one], token: "a"), Self.forgotten, SamplePage.error("noRecordsMatch"),
    ])
    await #expect(throws: OAIError.emptyPage(pages: 1)) { try await again.harvest() }
  }

  @Test(
    "a day of change that has not come yet is not gone on from",
    arguments: [
      ("2024-08-04", "2024-07-30"), ("9999-12-31", "2024-07-30"), ("2024-08-03", "2024-08-03"),
    ])
  func future(day: String, goesOnFrom: String) async throws {
    let odd = Self.three.with { $0.datestamp = day }
    let script = OAIScript([
      SamplePage([Self.one, Self.two, odd], token: "a"), Self.forgotten, SamplePage([odd]),
    ])
    let parts = try await script.harvest()
    #expect(
      parts.first?.receipts.first?.next
        == "\(goesOnFrom) cs 2407.00001 2407.00002 2407.00003")
    #expect(script.names.last == "arxiv/oai-cs-\(goesOnFrom)-3")
  }

  @Test("a receipt that counts what nobody could have counted begins anew", arguments: [-1, .max])
  func impossibleCounts(count: Int) async throws {
    let next = "2024-07-30 cs"
    let receipts = [
      OAIScript.receipt(pages: count, parsed: 1, papers: 1, next: next),
      OAIScript.receipt(pages: 1, parsed: count, papers: 1, next: next),
      OAIScript.receipt(pages: 1, parsed: 1, papers: count, next: next),
      OAIScript.receipt(pages: 1, parsed: 1, papers: 1, duplicates: count, next: next),
      OAIScript.receipt(pages: 1, parsed: 1, papers: 1, total: count, next: next),
    ]
    for receipt in receipts {
      let script = OAIScript([SamplePage([Self.one])])
      let parts = try await script.harvest([TopicRequest(topic: Samples.topic, earlier: receipt)])
      #expect(parts.last?.receipts == [OAIScript.receipt(pages: 1, parsed: 1, papers: 1)])
    }
  }

  @Test("a token that answers with itself is given up")
  func endless() async throws {
    let page = SamplePage([Self.one], token: "a")
    await #expect(throws: OAIError.endless(pages: 1)) {
      try await OAIScript([page, page]).harvest()
    }
  }

  @Test("an expired token is not sent", arguments: [true, false])
  func expiry(isTold: Bool) async throws {
    var first = SamplePage([Self.one], token: "a")
    if !isTold { first.token = "<resumptionToken>a</resumptionToken>" }
    let script = OAIScript([first, SamplePage([Self.one, Self.two])])
    // Without a date of its own a token lives until the next midnight in UTC.
    let parts = try await script.harvest { _ in script.set(Samples.time("2024-08-04T00:00:00Z")) }
    #expect(parts.map(\.papers) == [[Self.one.found], [Self.two.found]])
    #expect(script.names == ["arxiv/oai-cs-2024-07-26-1", "arxiv/oai-cs-2024-07-29-2"])
  }

  @Test(
    "a token that is still good is sent, and one that came expired out of a cache too",
    arguments: ["2024-08-04T00:00:00Z", "2024-08-03T00:00:00Z"])
  func notExpired(expires: String) async throws {
    let first = SamplePage([Self.one], token: "a", expires: expires)
    let script = OAIScript([first, SamplePage([Self.two])])
    _ = try await script.harvest { _ in script.set(Samples.time("2024-08-03T23:59:59Z")) }
    #expect(script.queries.last == "verb=ListRecords&resumptionToken=a")
  }

  @Test("what was delivered before a break is kept, and a later run goes on from there")
  func laterRun() async throws {
    let broken = OAIScript(
      [
        SamplePage([Self.one]).response(), SamplePage([Self.two], token: "a").response(),
        HTTPResponse(status: 500),
      ], archives: ["cs", "math"])
    await #expect(throws: OAIError.status(500, excerpt: "")) { try await broken.harvest() }
    let receipt = try #require(broken.parts.last?.receipts.first)
    #expect(
      receipt
        == OAIScript.receipt(
          pages: 2, parsed: 2, papers: 2, next: "2024-07-30 math 2407.00001 2407.00002"))

    let later = OAIScript(
      [SamplePage([Self.two, Self.three, Self.one]).response()], archives: ["cs", "math"])
    let parts = try await later.harvest([TopicRequest(topic: Samples.topic, earlier: receipt)])
    #expect(later.queries == ["verb=ListRecords&metadataPrefix=arXivRaw&from=2024-07-30&set=math"])
    #expect(
      parts.last?.receipts == [
        OAIScript.receipt(pages: 3, parsed: 5, papers: 3, duplicates: 2)
      ])
    #expect(parts.last?.papers.contains(Self.three.found) == true)
  }

  @Test(
    "a receipt that does not say where to go on begins anew",
    arguments: [
      (nil, "oai"), ("2024-07-30 math", "oai"), ("2024-07-30", "oai"), ("2024-02-31 cs", "oai"),
      ("200", "api"), ("2024-07-30 cs", "api"), ("2024-07-30 cs x", "oai"), ("", "oai"),
      ("2024-08-04 cs", "oai"),
    ] as [(String?, String)])
  func anew(next: String?, source: String) async throws {
    var receipt = OAIScript.receipt(pages: 5, parsed: 9, papers: 1, next: next)
    receipt.source = source
    let script = OAIScript([SamplePage([Self.one])])
    let parts = try await script.harvest([TopicRequest(topic: Samples.topic, earlier: receipt)])
    #expect(script.names == ["arxiv/oai-cs-2024-07-26-1"])
    #expect(parts.last?.receipts == [OAIScript.receipt(pages: 1, parsed: 1, papers: 1)])
  }

  @Test("a topic without a receipt, or another week, makes the harvest begin anew")
  func partly() async throws {
    let receipt = OAIScript.receipt(pages: 1, parsed: 1, papers: 0, next: "2024-07-30 cs")
    let requests = [TopicRequest(topic: Samples.topic, earlier: receipt)]
    let page = SamplePage([Self.one]).response()
    let topics = OAIScript([page], topics: [Samples.topic, OAIScript.other])
    _ = try await topics.harvest(requests + [TopicRequest(topic: OAIScript.other)])
    #expect(topics.names == ["arxiv/oai-cs-2024-07-26-1"])
    let later = Week(containing: Samples.time("2024-08-02T00:00:00Z"), startingOn: .friday)
    let weeks = OAIScript([page], weeks: [Samples.week, later])
    _ = try await weeks.harvest(requests)
    #expect(weeks.names == ["arxiv/oai-cs-2024-07-26-1"])
  }

  @Test("within a run a second call goes on where the first broke off")
  func sameRun() async throws {
    let script = OAIScript([
      SamplePage([Self.one], token: "a").response(), HTTPResponse(status: 500),
      SamplePage([Self.two]).response(),
    ])
    await #expect(throws: OAIError.status(500, excerpt: "")) { try await script.harvest() }
    let parts = try await script.harvest()
    #expect(parts.map(\.papers) == [[Self.two.found]])
    #expect(parts.last?.receipts == [OAIScript.receipt(pages: 2, parsed: 2, papers: 2)])
    #expect(script.queries.last == "verb=ListRecords&resumptionToken=a")
  }
}
