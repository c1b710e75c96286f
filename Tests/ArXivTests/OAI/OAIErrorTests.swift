import Testing

@testable import ArXiv

@Suite("Messages about OAI-PMH")
struct OAIErrorTests {
  @Test(
    "a message says what the server did, and what to do where something can be done",
    arguments: [
      (
        .refused(code: "badArgument", message: "no such set"),
        "arXiv's OAI-PMH server says: badArgument: no such set"
      ),
      (.refused(code: "badVerb", message: ""), "arXiv's OAI-PMH server says: badVerb"),
      (
        .busy,
        "arXiv is busy and refused the request; nothing is wrong here, run again in some minutes"
      ),
      (.status(404, excerpt: ""), "arXiv's OAI-PMH server answered with status 404"),
      (.status(500, excerpt: "sorry"), "arXiv's OAI-PMH server answered with status 500: sorry"),
      (.notOAI(excerpt: ""), "arXiv's answer is no OAI-PMH, it is empty"),
      (.notOAI(excerpt: "<html>"), "arXiv's answer is no OAI-PMH: <html>"),
      (.otherAnswer, "arXiv's OAI-PMH server answered something else than was asked"),
      (.truncated, "arXiv's answer breaks off"),
      (
        .documentType,
        "arXiv's answer declares a document type, which OAI-PMH never does; it was not read"
      ),
      (.malformed(line: 7), "arXiv's answer is not well-formed XML (line 7)"),
      (
        .forgetful(restarts: 6),
        "arXiv forgot 6 times where the list goes on; run again later to go on from there"
      ),
      (
        .endless(pages: 9),
        "arXiv's list does not end: after 9 pages it names a place that it named before, or one too "
          + "many"
      ),
      (
        .emptyPage(pages: 2),
        "arXiv's list goes on with nothing after 2 pages; run again to go on from there"
      ),
    ] as [(OAIError, String)])
  func message(error: OAIError, text: String) {
    #expect(error.description == text)
  }
}
