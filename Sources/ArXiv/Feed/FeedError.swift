/// Why an answer of arXiv is not a page of papers.
package enum FeedError: Error, Equatable {
  /// arXiv reports an error in a feed of its own.
  case api(String)
  /// arXiv refuses because too much was asked, by us or by others.
  case busy
  /// Another status than 200.
  case status(Int, excerpt: String)
  /// Status 200 with something that is no feed.
  case notAFeed(excerpt: String)
  /// The feed breaks off.
  case truncated
  /// The feed declares a document type, which can hide or multiply its text.
  case documentType
  /// The feed is not well-formed, even after repair.
  case malformed(line: Int)
  /// The server answered another page than was asked for.
  case otherPage(asked: Int, got: Int)
  /// A page in the middle stayed empty.
  case emptyPage(start: Int, total: Int)
  /// Most entries are outside the week: the server ignored the window.
  case windowIgnored(outside: Int, entries: Int)
  /// More hits than the server lets anyone page through.
  case tooManyHits(total: Int, limit: Int)
  /// The topic's query makes a longer request line than the server takes.
  case queryTooLong(bytes: Int, limit: Int)
}

extension FeedError {
  /// True where the same request may bring a page a little later, and nobody below asks again.
  var mayPass: Bool {
    switch self {
    case .malformed, .otherPage: true
    default: false
    }
  }

  /// True where another topic may well be answered: the trouble is this query's, or this page's.
  var concernsOneTopic: Bool {
    switch self {
    case .api, .truncated, .documentType, .malformed, .otherPage, .emptyPage, .windowIgnored,
      .tooManyHits, .queryTooLong:
      true
    // A query that is too long is refused with HTML.
    case .status(let status, _): status == 400
    case .busy, .notAFeed: false
    }
  }
}

extension FeedError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .api(let message):
      "arXiv says: \(message)"
    case .busy:
      "arXiv is busy and refuses every request, however long it is left alone; nothing is wrong here"
    case .status(let status, let excerpt):
      "arXiv answered with status \(status)\(excerpt.isEmpty ? "" : ": \(excerpt)")"
    case .notAFeed(let excerpt):
      "arXiv's answer is no feed\(excerpt.isEmpty ? ", it is empty" : ": \(excerpt)")"
    case .truncated:
      "arXiv's answer breaks off"
    case .documentType:
      "arXiv's answer declares a document type, which no feed of arXiv does; it was not read"
    case .malformed(let line):
      "arXiv's answer is not well-formed XML (line \(line))"
    case .otherPage(let asked, let got):
      "arXiv answered the page at \(got) where \(asked) was asked for"
    case .emptyPage(let start, let total):
      "arXiv announced \(total) hits and sent none from \(start) on"
    case .windowIgnored(let outside, let entries):
      "\(outside) of \(entries) papers are outside the week: arXiv ignored the dates"
    case .tooManyHits(let total, let limit):
      "\(total) hits are more than the \(limit) that arXiv hands out; narrow the topic's query"
    case .queryTooLong(let bytes, let limit):
      "the query makes a request line of \(bytes) bytes, arXiv takes \(limit); shorten it"
    }
  }
}
