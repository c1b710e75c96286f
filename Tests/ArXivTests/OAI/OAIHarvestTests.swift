import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("A harvest through OAI-PMH")
struct OAIHarvestTests {
  private static let one = SamplePaper("2407.00001")
  private static let two = SamplePaper("2407.00002").with { $0.datestamp = "2024-07-30" }
  private static let three = SamplePaper("2407.00003").with { $0.datestamp = "2024-07-30" }
  private static let elsewhere = SamplePaper("2407.00009").with {
    $0.versions = ["2024-07-25T23:59:59Z"]
  }
  private static let unwanted = SamplePaper("2407.00008").with { $0.title = "Nothing" }

  @Test("pages are read until there is no token, and each is delivered as it comes")
  func pages() async throws {
    let script = OAIScript([
      SamplePage([Self.one, Self.elsewhere], token: "verb%3DListRecords%26skip%3D2"),
      SamplePage([Self.two, Self.unwanted, Self.three]),
    ])
    #expect(
      try await script.harvest() == [
        Harvest(
          papers: [Self.one.found],
          receipts: [
            OAIScript.receipt(pages: 1, parsed: 2, papers: 1, next: "2024-07-29 cs 2407.00001")
          ]),
        Harvest(
          papers: [Self.two.found, Self.three.found],
          receipts: [OAIScript.receipt(pages: 2, parsed: 5, papers: 3)]),
      ])
    #expect(
      script.queries == [
        "verb=ListRecords&metadataPrefix=arXivRaw&from=2024-07-26&set=cs",
        "verb=ListRecords&resumptionToken=verb%253DListRecords%2526skip%253D2",
      ])
    #expect(script.names == ["arxiv/oai-cs-2024-07-26-1", "arxiv/oai-cs-2024-07-26-2"])
    let request = try #require(script.requests.first)
    #expect(request.headers == [HTTPHeader("Accept", "application/xml, text/xml, */*")])
    #expect(request.limits.connect == .seconds(10) && request.limits.total == .seconds(180))
  }

  @Test("every archive that a topic may be in is a set of its own, and no bound is no set")
  func sets() async throws {
    let nothing = SamplePage.error("noRecordsMatch").response()
    let script = OAIScript(
      [nothing, nothing, nothing], archives: ["math", "hep-th", "cs"])
    _ = try await script.harvest()
    #expect(
      script.queries.map { $0.split(separator: "&").last } == [
        "set=cs", "set=math", "set=physics%3Ahep-th",
      ])
    #expect(script.names.last == "arxiv/oai-physics-hep-th-2024-07-26-3")
    let all = OAIScript([nothing], archives: nil)
    _ = try await all.harvest()
    #expect(all.queries == ["verb=ListRecords&metadataPrefix=arXivRaw&from=2024-07-26"])
    #expect(all.names == ["arxiv/oai-all-2024-07-26-1"])
  }

  @Test(
    "a list without any change is doubted in every receipt, however the server says so",
    arguments: [SamplePage.error("noRecordsMatch"), SamplePage()])
  func nothing(page: SamplePage) async throws {
    let script = OAIScript(
      [page.response(), SamplePage([Self.one]).response()],
      topics: [Samples.topic, OAIScript.other],
      archives: ["cs", "math"])
    let doubts = ["arXiv's list of changes since 2024-07-26 is empty for the set cs"]
    let requests = [TopicRequest(topic: Samples.topic), TopicRequest(topic: OAIScript.other)]
    #expect(
      try await script.harvest(requests).map(\.receipts) == [
        [
          OAIScript.receipt(pages: 1, parsed: 0, papers: 0, doubts: doubts),
          OAIScript.receipt(id: "ot", pages: 1, parsed: 0, papers: 0, doubts: doubts),
        ],
        [
          OAIScript.receipt(pages: 2, parsed: 1, papers: 1, doubts: doubts),
          OAIScript.receipt(id: "ot", pages: 2, parsed: 1, papers: 0, doubts: doubts),
        ],
      ])
    let all = OAIScript([page.response()], archives: nil)
    #expect(
      try await all.harvest().last?.receipts.first?.doubts == [
        "arXiv's list of changes since 2024-07-26 is empty"
      ])
  }

  @Test("a list that brings less than it announced is doubted, and what was deleted counts")
  func lessThanAnnounced() async throws {
    func page(_ size: String) -> SamplePage {
      var page = SamplePage([Self.one])
      page.records.append("<record><header status='deleted'/></record>")
      page.token = "<resumptionToken completeListSize='\(size)'/>"
      return page
    }
    let doubts = ["arXiv announced 3 records for the set cs, and sent 2"]
    for (size, doubts) in [("3", doubts), ("2", []), ("1", [])] {
      let receipt = try await OAIScript([page(size)]).harvest().last?.receipts.first
      #expect(receipt?.doubts == doubts, "\(size)")
      #expect(receipt?.confirmed == doubts.isEmpty, "\(size)")
    }
  }

  @Test(
    "a size that no list can have is none",
    arguments: ["9223372036854775807", "10000001", "-1", "99999999999999999999"])
  func hugeSize(size: String) async throws {
    var page = SamplePage([Self.one])
    page.token = "<resumptionToken completeListSize='\(size)'/>"
    let script = OAIScript([page.response(), page.response()], archives: ["cs", "math"])
    #expect(
      try await script.harvest().last?.receipts == [
        OAIScript.receipt(pages: 2, parsed: 2, papers: 1, duplicates: 1)
      ])
  }

  @Test("a paper in two sets or on two pages counts once, and the higher version is taken")
  func duplicates() async throws {
    let newer = Self.one.with { $0.versions.append("2024-07-31T00:00:00Z") }
    let script = OAIScript(
      [
        SamplePage([Self.one, Self.two], token: "a").response(),
        SamplePage([Self.two, newer]).response(), SamplePage([Self.one]).response(),
      ], archives: ["cs", "math"])
    let parts = try await script.harvest()
    #expect(parts.map(\.papers) == [[Self.one.found, Self.two.found], [newer.found], []])
    #expect(
      parts.last?.receipts == [
        OAIScript.receipt(pages: 3, parsed: 5, papers: 2, duplicates: 3)
      ])
  }

  @Test("deleted and empty records are passed over and told")
  func deleted() async throws {
    var page = SamplePage([Self.one])
    page.records.append("<record><header status='deleted'/></record>")
    #expect(
      try await OAIScript([page]).harvest() == [
        Harvest(
          papers: [Self.one.found], receipts: [OAIScript.receipt(pages: 1, parsed: 2, papers: 1)],
          notes: ["1 records of arXiv's list were deleted or empty, and passed over"])
      ])
  }

  @Test("a record that cannot be read is told, and one of another week is not")
  func dropped() async throws {
    let undated = Self.two.oaiRecord.replacing("Fri, 26 Jul 2024", with: "Mon, 26 Jul 2024")
    var page = SamplePage([Self.one, Self.elsewhere])
    page.records.append(undated)
    #expect(
      try await OAIScript([page]).harvest().last?.receipts == [
        OAIScript.receipt(
          pages: 1, parsed: 3, papers: 1,
          dropped: ["2407.00002: no readable submission date"],
          doubts: ["a record cannot be read: 2407.00002: no readable submission date"])
      ])
  }

  @Test("the size of the list is told where the server tells it")
  func size() async throws {
    var page = SamplePage([Self.one])
    page.token = "<resumptionToken cursor='0' completeListSize='1'/>"
    #expect(
      try await OAIScript([page]).harvest().last?.receipts == [
        OAIScript.receipt(pages: 1, parsed: 1, papers: 1, total: 1)
      ])
  }
}
