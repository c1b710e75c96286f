import Foundation
import HTTP
import Testing

@testable import ArXiv

@Suite("Pages of OAI-PMH")
struct OAIPageTests {
  @Test("records, deleted ones and empty ones are told apart")
  func records() throws {
    var sample = SamplePage([SamplePaper()])
    sample.records += [
      """
      <record><header status="deleted"><identifier>oai:arXiv.org:2407.00002</identifier>
      <datestamp>2024-07-30</datestamp></header></record>
      """,
      SamplePaper("2407.00003").oaiRecord.replacing("<header>", with: "<header status='deleted'>"),
      "<record><header><datestamp>2024-07-31</datestamp></header></record>",
      "<record><header><datestamp>2024-07-28</datestamp></header><metadata/></record>",
    ]
    let page = try OAIPage(response: sample.response())
    #expect(try page.records.map { try $0.metadata?.paper() } == [SamplePaper().paper])
    #expect(page.records.map(\.datestamp) == ["2024-07-29"])
    #expect(page.skipped == 4)
    #expect(
      page.days == ["2024-07-29", "2024-07-30", "2024-07-29", "2024-07-31", "2024-07-28"])
    #expect(page.token == nil)
  }

  @Test(
    "a token is read with or without attributes, and an empty one ends the list",
    arguments: [
      ("", nil, nil), ("<resumptionToken/>", nil, nil),
      ("<resumptionToken expirationDate='2024-08-04T00:00:00Z'> </resumptionToken>", nil, nil),
      (
        "<resumptionToken>6960524|1001</resumptionToken>",
        OAIPage.Token(text: "6960524|1001", expires: nil), nil
      ),
      (
        "<resumptionToken cursor='0' completeListSize='1162'>a</resumptionToken>",
        OAIPage.Token(text: "a", expires: nil), 1162
      ),
      ("<resumptionToken completeListSize='some'/>", nil, nil),
      (
        "<resumptionToken expirationDate='2024-08-04T00:00:00Z'>\n verb%3DListRecords%26skip%3D2\n"
          + "</resumptionToken>",
        OAIPage.Token(
          text: "verb%3DListRecords%26skip%3D2", expires: Samples.time("2024-08-04T00:00:00Z")), nil
      ),
    ] as [(String, OAIPage.Token?, Int?)])
  func token(xml: String, token: OAIPage.Token?, size: Int?) throws {
    var sample = SamplePage([SamplePaper()])
    sample.token = xml
    let page = try OAIPage(response: sample.response())
    #expect(page.token == token)
    #expect(page.listSize == size)
  }

  @Test("elements are told apart by namespace, whatever the prefix")
  func prefixes() throws {
    let xml = """
      <o:OAI-PMH xmlns:o="http://www.openarchives.org/OAI/2.0/"
        xmlns:r="http://arxiv.org/OAI/arXivRaw/"><o:GetRecord><o:record><o:header>
        <o:datestamp>2024-07-29</o:datestamp></o:header><o:metadata><r:arXivRaw>
        <r:id>2407.00001</r:id><title>not this</title><o:title>nor this</o:title>
        <r:version version="v1"><r:date>Fri, 26 Jul 2024 12:00:00 GMT</r:date></r:version>
        <r:title>A <b>Sample</b> <![CDATA[Title]]></r:title><r:authors>First Author, Second Author
        </r:authors><r:categories>cs.CL cs.LG</r:categories>
        <r:abstract>An abstract of one line.</r:abstract></r:arXivRaw></o:metadata></o:record>
      </o:GetRecord></o:OAI-PMH>
      """
    let page = try OAIPage(response: HTTPResponse(status: 200, body: Array(xml.utf8)))
    #expect(try page.records.map { try $0.metadata?.paper() } == [SamplePaper().paper])
  }

  @Test("a damaged character costs no more than itself")
  func damage() throws {
    let paper = SamplePaper()
    let xml = SamplePage([paper]).xml.replacing("A Sample Title", with: "A\u{1} Sample &nbsp; R&D")
    let page = try OAIPage(response: HTTPResponse(status: 200, body: Array(xml.utf8)))
    let expected = paper.with { $0.title = "A Sample &nbsp; R&D" }.paper
    #expect(try page.records.map { try $0.metadata?.paper() } == [expected])
  }

  @Test("wherever a page is cut, it is an error and never a shorter list")
  func everyCut() throws {
    let bytes = Array(SamplePage([SamplePaper()], token: "a").xml.utf8).dropLast()
    for length in bytes.indices {
      let response = HTTPResponse(status: 200, body: Array(bytes[..<length]))
      #expect(throws: OAIError.self, "cut after \(length) bytes") {
        try OAIPage(response: response)
      }
    }
  }

  @Test(
    "that nothing matches is a page without records",
    arguments: ["noRecordsMatch", "idDoesNotExist"])
  func nothing(code: String) throws {
    let page = try OAIPage(response: SamplePage.error(code, "nothing").response())
    #expect(page.records.isEmpty)
    #expect(page.token == nil)
  }

  @Test("an answer without a page is one exact error", arguments: failures)
  func failure(error: OAIError, status: Int, body: String) {
    #expect(throws: error) {
      try OAIPage(response: HTTPResponse(status: status, body: Array(body.utf8)))
    }
  }

  private static let failures: [(OAIError, Int, String)] = [
    (
      .refused(code: "badArgument", message: "no such set"), 200,
      SamplePage.error("badArgument", "no such\n set").xml
    ),
    (
      .refused(code: "badResumptionToken", message: ""), 200,
      SamplePage.error("badResumptionToken").xml
    ),
    (.refused(code: "", message: "x"), 200, SamplePage.error("", "x").xml),
    (.status(503, excerpt: "<html>Retry later</html>"), 503, "<html>Retry later</html>"),
    (.busy, 429, ""), (.busy, 200, "Rate exceeded."),
    (.status(500, excerpt: "sorry"), 500, "sorry"),
    (.status(404, excerpt: "<html></html>"), 404, "<html></html>"),
    (.status(500, excerpt: SamplePage().xml.excerpt), 500, SamplePage().xml),
    (.notOAI(excerpt: ""), 200, ""), (.notOAI(excerpt: ""), 200, "\u{FEFF}\n"),
    (.notOAI(excerpt: "<!DOCTYPE html> <html></html>"), 200, "<!DOCTYPE html>\n<html></html>"),
    (.notOAI(excerpt: "<OAI-PMH></OAI-PMH>"), 200, "<OAI-PMH></OAI-PMH>"),
    (.notOAI(excerpt: SampleFeed(.legacy, []).xml.excerpt), 200, SampleFeed(.legacy, []).xml),
    (.otherAnswer, 200, "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'></OAI-PMH>"),
    (
      .documentType, 200,
      "<!DOCTYPE a [<!ENTITY b 'c'>]><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'></OAI-PMH>"
    ),
    (
      .documentType, 200,
      "<!--" + String(repeating: "x", count: 100_000) + "--><!DOCTYPE a>"
        + "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'></OAI-PMH>"
    ),
    (
      .malformed(line: 1), 200,
      "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><a></b></OAI-PMH>"
    ),
  ]
}
