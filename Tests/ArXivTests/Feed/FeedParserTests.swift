import HTTP
import Testing

@testable import ArXiv

@Suite("What is no whole feed")
struct FeedParserTests {
  @Test("an answer without a page of papers is one exact error", arguments: failures)
  func failure(row: FailureCase) {
    #expect(throws: row.error) { try readings(of: row.response) }
  }

  private static let failures = [
    FailureCase("8.11 a feed that ends after an entry", .truncated, feedCut(at: "</feed>")),
    FailureCase("8.11 a feed that ends within an entry", .truncated, feedCut(at: "</entry>")),
    FailureCase("8.11 a feed that ends within a tag", .truncated, feedCut(at: "ed>")),
    FailureCase(
      "8.12 HTML", .notAFeed(excerpt: "<!DOCTYPE html> <html><body>Sorry</body></html>"),
      "<!DOCTYPE html>\n<html><body>Sorry</body></html>"),
    FailureCase(
      "8.12 a feed of another format", .notAFeed(excerpt: "<rss><channel></channel></rss>"),
      "<rss><channel></channel></rss>"),
    FailureCase(
      "8.12 a feed outside Atom's namespace", .notAFeed(excerpt: "<feed><entry/></feed>"),
      "<feed><entry/></feed>"),
    FailureCase(
      "8.12 text", .notAFeed(excerpt: "Please come back later"), "Please come back later"),
    FailureCase("8.13 nothing", .notAFeed(excerpt: ""), ""),
    FailureCase("8.13 white space", .notAFeed(excerpt: ""), "\u{FEFF} \r\n\t"),
    FailureCase("8.14 a refusal with status 200", .busy, "Rate exceeded."),
    FailureCase("8.14 the same on a line of its own", .busy, "\nRate exceeded.\r\n"),
    FailureCase("8.15 a document type", .documentType, bomb + feed),
    FailureCase(
      "8.15 a document type behind a comment", .documentType,
      "<?xml version='1.0'?><!-- <feed> -->\n" + bomb + feed),
    FailureCase(
      "8.15 a document type before a root with a prefix", .documentType,
      bomb + "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>&b;</a:title></a:feed>"),
    FailureCase(
      "8.4 what cannot be repaired", .malformed(line: 1),
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>a < b</title></feed>"),
    FailureCase(
      "8.4 a tag that closes another", .malformed(line: 1),
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>a</b></title></feed>"),
    FailureCase(
      "8.4 a feed with a hole in its middle", .malformed(line: 2),
      "<feed xmlns='http://www.w3.org/2005/Atom'>\n<title>a</feed>"),
    FailureCase(
      "a second document behind the feed", .malformed(line: 2),
      "<feed xmlns='http://www.w3.org/2005/Atom'></feed>\n<html></html>"),
    FailureCase("8.18 an error feed", .api("start must be an integer"), error().response()),
    FailureCase(
      "8.18 an error feed with status 400", .api("start must be an integer"),
      error().response(status: 400)),
    FailureCase(
      "8.18 an error feed with status 500", .api("start must be an integer"),
      error().response(status: 500)),
    FailureCase(
      "8.18 an error feed in the legacy format",
      .api("incorrect id format for 1234.12345"), legacyError.response(status: 400)),
    FailureCase("8.18 an error beside papers", .api("sorry"), mixed.response()),
    FailureCase(
      "8.18 an error without a message", .api("an error without a message"),
      error(nil).response(status: 400)),
    FailureCase(
      "4.2 papers with status 500", .status(500, excerpt: ""), SampleFeed().response(status: 500)),
  ]

  /// A document type whose entities grow when they are read.
  private static let bomb = "<!DOCTYPE feed [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>"

  private static let feed = "<feed xmlns='http://www.w3.org/2005/Atom'><title>&b;</title></feed>"

  private static func feedCut(at text: String) -> String {
    let feed = SampleFeed().xml
    return feed.ranges(of: text).last.map { String(feed[..<$0.lowerBound]) } ?? ""
  }

  private static func error(_ message: String? = "start must be an integer") -> SampleFeed {
    var entry = SampleEntry.error("")
    entry.summary = message
    return SampleFeed(.current, [entry])
  }

  private static let legacyError: SampleFeed = {
    let id = "http://arxiv.org/api/errors#incorrect_id_format_for_1234.12345"
    return SampleFeed(.legacy, [.error("incorrect id format for 1234.12345", id: id)])
  }()

  private static let mixed = SampleFeed(.current, [SampleEntry(), .error("sorry")])

  @Test(
    "8.11 wherever a body is cut, it is an error and never a shorter list",
    arguments: SampleFeed.Format.allCases)
  func everyCut(format: SampleFeed.Format) throws {
    let bytes = SampleFeed(format, [SampleEntry(), SampleEntry("2407.00002v1")]).bytes.dropLast()
    let root = try #require(bytes.firstRange(of: Array("\n  <".utf8))).lowerBound
    for length in bytes.indices {
      let response = HTTPResponse(status: 200, body: Array(bytes[..<length]))
      let error = #expect(throws: FeedError.self, "cut after \(length) bytes") {
        try readings(of: response)
      }
      #expect(length < root || error == .truncated, "cut after \(length) bytes")
    }
  }

  @Test("8.16 a body that is cut within a character is an error too")
  func cutCharacter() throws {
    var entry = SampleEntry()
    entry.title = "A 😀"
    let bytes = SampleFeed(.current, [entry]).bytes
    let face = try #require(bytes.firstRange(of: Array("😀".utf8)))
    for length in 1...3 {
      let body = Array(bytes[..<(face.lowerBound + length)])
      #expect(throws: FeedError.truncated) {
        try readings(of: HTTPResponse(status: 200, body: body))
      }
    }
  }

  @Test("8.16 a body that never was text is an error too")
  func compressed() {
    let body: [UInt8] = [0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xB3]
    let text = String(decoding: body[1...], as: UTF8.self)
    #expect(throws: FeedError.notAFeed(excerpt: text.excerpt)) {
      try readings(of: HTTPResponse(status: 200, body: body))
    }
  }
}
