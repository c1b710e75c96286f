import ArXiv

extension ErrorRow {
  /// arXiv's answer is not what was asked for.
  static let ofPages: [ErrorRow] = [
    ErrorRow(FeedError.api("max_results is too large"), "arXiv says: max_results is too large"),
    ErrorRow(
      FeedError.busy,
      "arXiv is busy and refuses every request, however long it is left alone; nothing is wrong here"
    ),
    ErrorRow(
      FeedError.status(403, excerpt: "<p>Denied</p>"),
      "arXiv answered with status 403: <p>Denied</p>"),
    ErrorRow(FeedError.status(503, excerpt: ""), "arXiv answered with status 503"),
    ErrorRow(FeedError.notAFeed(excerpt: "<html>"), "arXiv's answer is no feed: <html>"),
    ErrorRow(FeedError.notAFeed(excerpt: ""), "arXiv's answer is no feed, it is empty"),
    ErrorRow(FeedError.truncated, "arXiv's answer breaks off"),
    ErrorRow(
      FeedError.documentType,
      "arXiv's answer declares a document type, which no feed of arXiv does; it was not read"),
    ErrorRow(FeedError.malformed(line: 7), "arXiv's answer is not well-formed XML (line 7)"),
    ErrorRow(
      FeedError.otherPage(asked: 200, got: 0),
      "arXiv answered the page at 0 where 200 was asked for"),
    ErrorRow(
      FeedError.emptyPage(start: 200, total: 350),
      "arXiv announced 350 hits and sent none from 200 on"),
    ErrorRow(
      FeedError.windowIgnored(outside: 8, entries: 9),
      "8 of 9 papers are outside the week: arXiv ignored the dates"),
    ErrorRow(
      FeedError.tooManyHits(total: 12_000, limit: 9800),
      "12000 hits are more than the 9800 that arXiv hands out; narrow the topic's query"),
    ErrorRow(
      FeedError.queryTooLong(bytes: 5000, limit: 4094),
      "the query makes a request line of 5000 bytes, arXiv takes 4094; shorten it"),
    ErrorRow(
      OAIError.refused(code: "badArgument", message: "no such set"),
      "arXiv's OAI-PMH server says: badArgument: no such set"),
    ErrorRow(
      OAIError.refused(code: "badVerb", message: ""), "arXiv's OAI-PMH server says: badVerb"),
    ErrorRow(
      OAIError.busy,
      "arXiv is busy and refused the request; nothing is wrong here, run again in some minutes"),
    ErrorRow(OAIError.status(404, excerpt: ""), "arXiv's OAI-PMH server answered with status 404"),
    ErrorRow(
      OAIError.status(500, excerpt: "sorry"),
      "arXiv's OAI-PMH server answered with status 500: sorry"),
    ErrorRow(OAIError.notOAI(excerpt: ""), "arXiv's answer is no OAI-PMH, it is empty"),
    ErrorRow(OAIError.notOAI(excerpt: "<html>"), "arXiv's answer is no OAI-PMH: <html>"),
    ErrorRow(OAIError.otherAnswer, "arXiv's OAI-PMH server answered something else than was asked"),
    ErrorRow(OAIError.truncated, "arXiv's answer breaks off"),
    ErrorRow(
      OAIError.documentType,
      "arXiv's answer declares a document type, which OAI-PMH never does; it was not read"),
    ErrorRow(OAIError.malformed(line: 7), "arXiv's answer is not well-formed XML (line 7)"),
    ErrorRow(
      OAIError.forgetful(restarts: 6),
      "arXiv forgot 6 times where the list goes on; run again later to go on from there"),
    ErrorRow(
      OAIError.endless(pages: 9),
      "arXiv's list does not end: after 9 pages it names a place that it named before, or one too "
        + "many"),
    ErrorRow(
      OAIError.emptyPage(pages: 2),
      "arXiv's list goes on with nothing after 2 pages; run again to go on from there"),
  ]
}
