import HTTP
import Testing

@testable import ArXiv

@Suite("What an answer of OAI-PMH is")
struct OAIBodyTests {
  @Test(
    "status and end tell what an answer is, and whether it is asked for again",
    arguments: [
      (200, page, .page, false), (200, "\u{FEFF}\(page)\r\n ", .page, false),
      (200, SamplePage.error("noRecordsMatch").xml, .page, false),
      (200, "<o:OAI-PMH></o:OAI-PMH >", .page, false),
      (200, String(page.dropLast(6)), .incomplete, true), (200, "", .incomplete, true),
      (200, "<html></html>", .incomplete, true), (200, "<feed></feed>", .incomplete, true),
      (200, "OAI-PMH>", .incomplete, true), (200, "Rate exceeded.", .busy, true),
      (503, page, .unavailable, true), (503, "", .unavailable, true), (429, "", .busy, true),
      (500, "", .unavailable, true), (502, "<html></html>", .unavailable, true),
      (404, page, .final, false),
      (301, "", .final, false), (403, "<html>Denied</html>", .final, false),
    ] as [(Int, String, AnswerKind, Bool)])
  func kind(status: Int, body: String, kind: AnswerKind, isRetried: Bool) {
    let response = HTTPResponse(status: status, body: Array(body.utf8))
    #expect(response.oaiKind == kind)
    let policy = Politeness.retries { $0.oaiKind }
    #expect((policy.backoff(.success(response)) != nil) == isRetried)
  }

  private static let page = SamplePage([SamplePaper()]).xml
}
