import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

/// What one harvest is asked for: topics, weeks, days, and single papers.
@Suite("What a harvest through OAI-PMH serves")
struct OAIHarvestRequestTests {
  private static let one = SamplePaper("2407.00001")
  private static let two = SamplePaper("2407.00002").with { $0.datestamp = "2024-07-30" }

  @Test("a topic whose query cannot be evaluated has doubts, and the others go on")
  func badTopic() async throws {
    let bad = Topic(slug: "bad", name: "悪い", query: "ti:other")
    let script = OAIScript(
      [SamplePage([Self.one]).response()], topics: [Samples.topic, bad])
    let parts = try await script.harvest([
      TopicRequest(topic: bad), TopicRequest(topic: Samples.topic),
    ])
    let doubt = "the query cannot be evaluated here: no such field"
    #expect(
      parts == [
        Harvest(
          papers: [Self.one.found],
          receipts: [
            OAIScript.receipt(id: "bad", pages: 1, parsed: 1, papers: 0, doubts: [doubt]),
            OAIScript.receipt(pages: 1, parsed: 1, papers: 1),
          ])
      ])
    let alone = OAIScript([HTTPResponse](), topics: [bad])
    #expect(
      try await alone.harvest([TopicRequest(topic: bad)]) == [
        Harvest(receipts: [
          OAIScript.receipt(id: "bad", pages: 0, parsed: 0, papers: 0, doubts: [doubt])
        ])
      ])
  }

  @Test("one harvest serves every week and topic of a run")
  func weeks() async throws {
    let later = Week(containing: Samples.time("2024-08-02T00:00:00Z"), startingOn: .friday)
    let next = SamplePaper("2408.00001").with { $0.versions = ["2024-08-02T00:00:00Z"] }
    let both = Self.two.with { $0.title = "Other Sample" }
    let script = OAIScript(
      [SamplePage([Self.one, next, both]).response()], topics: [Samples.topic, OAIScript.other],
      weeks: [later, Samples.week])
    #expect(
      try await script.harvest(week: later) == [
        Harvest(
          papers: [next.found],
          receipts: [
            OAIScript.receipt(pages: 1, parsed: 3, papers: 1, week: "2024-08-02 to 2024-08-08")
          ])
      ])
    #expect(
      try await script.harvest([TopicRequest(topic: OAIScript.other)]) == [
        Harvest(
          papers: [both.found(["sd", "ot"])],
          receipts: [OAIScript.receipt(id: "ot", pages: 1, parsed: 3, papers: 1)])
      ])
    // What was handed on with all its topics does not come again.
    #expect(try await script.harvest().first?.papers == [Self.one.found])
    #expect(script.queries == ["verb=ListRecords&metadataPrefix=arXivRaw&from=2024-07-26&set=cs"])
  }

  @Test("a week or topic that the run did not name is doubted, and nothing more is asked for")
  func unnamed() async throws {
    let earlier = Week(containing: Samples.time("2024-07-19T00:00:00Z"), startingOn: .friday)
    let script = OAIScript([SamplePage([Self.one])])
    let doubt = "nothing was looked for of the topic in this week, which the run had not named"
    #expect(
      try await script.harvest(week: earlier) == [
        Harvest(receipts: [
          OAIScript.receipt(
            pages: 1, parsed: 1, papers: 0, doubts: [doubt], week: "2024-07-19 to 2024-07-25")
        ])
      ])
    #expect(
      try await script.harvest([TopicRequest(topic: OAIScript.other)]) == [
        Harvest(receipts: [
          OAIScript.receipt(id: "ot", pages: 1, parsed: 1, papers: 0, doubts: [doubt])
        ])
      ])
    #expect(script.names == ["arxiv/oai-cs-2024-07-26-1"])
  }

  @Test("days before the first that the server knows are not asked for")
  func firstDay() async throws {
    let old = Week(containing: Samples.time("2001-07-20T00:00:00Z"), startingOn: .friday)
    let script = OAIScript([SamplePage().response()], weeks: [old])
    _ = try await script.harvest(week: old)
    #expect(script.names == ["arxiv/oai-cs-2005-09-16-1"])
  }

  @Test("single papers are looked up one by one, and those that are not there are left out")
  func lookUp() async throws {
    var found = SamplePage([SamplePaper("hep-th/9711200")])
    found.verb = "GetRecord"
    let script = OAIScript([SamplePage.error("idDoesNotExist"), found])
    let ids = ["2407.99999", "hep-th/9711200"].compactMap { ArXivID($0) }
    #expect(try await script.source.lookUp(ids) == [SamplePaper("hep-th/9711200").paper])
    #expect(
      script.queries == [
        "verb=GetRecord&metadataPrefix=arXivRaw&identifier=oai%3AarXiv.org%3A2407.99999",
        "verb=GetRecord&metadataPrefix=arXivRaw&identifier=oai%3AarXiv.org%3Ahep-th%2F9711200",
      ])
    #expect(script.names == ["arxiv/oai-record-2407.99999", "arxiv/oai-record-hep-th-9711200"])
  }
}
