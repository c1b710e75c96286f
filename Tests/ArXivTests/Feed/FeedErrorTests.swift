import Testing

@testable import ArXiv

@Suite("Messages about arXiv's answers")
struct FeedErrorTests {
  @Test(
    "a message says what arXiv did, and what to do where something can be done",
    arguments: [
      (.api("max_results is too large"), "arXiv says: max_results is too large"),
      (
        .busy,
        "arXiv is busy and refuses every request, however long it is left alone; nothing is wrong here"
      ),
      (.status(403, excerpt: "<p>Denied</p>"), "arXiv answered with status 403: <p>Denied</p>"),
      (.status(503, excerpt: ""), "arXiv answered with status 503"),
      (.notAFeed(excerpt: "<html>"), "arXiv's answer is no feed: <html>"),
      (.notAFeed(excerpt: ""), "arXiv's answer is no feed, it is empty"),
      (.truncated, "arXiv's answer breaks off"),
      (
        .documentType,
        "arXiv's answer declares a document type, which no feed of arXiv does; it was not read"
      ),
      (.malformed(line: 7), "arXiv's answer is not well-formed XML (line 7)"),
      (.otherPage(asked: 200, got: 0), "arXiv answered the page at 0 where 200 was asked for"),
      (
        .emptyPage(start: 200, total: 350),
        "arXiv announced 350 hits and sent none from 200 on"
      ),
      (
        .windowIgnored(outside: 8, entries: 9),
        "8 of 9 papers are outside the week: arXiv ignored the dates"
      ),
      (
        .tooManyHits(total: 12_000, limit: 9800),
        "12000 hits are more than the 9800 that arXiv hands out; narrow the topic's query"
      ),
      (
        .queryTooLong(bytes: 5000, limit: 4094),
        "the query makes a request line of 5000 bytes, arXiv takes 4094; shorten it"
      ),
    ] as [(FeedError, String)])
  func message(error: FeedError, text: String) {
    #expect(error.description == text)
  }
}
