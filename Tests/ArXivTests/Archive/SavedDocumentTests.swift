import Foundation
import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("Saved documents")
struct SavedDocumentTests {
  private static let one = SamplePaper("2407.00001")
  private static let late = SamplePaper("2408.00001").with {
    $0.versions = ["2024-08-02T00:00:00Z"]
  }

  @Test(
    "a saved feed is read in either format, whatever stands around it",
    arguments: SampleFeed.Format.allCases)
  func feed(format: SampleFeed.Format) async throws {
    let feed = SampleFeed(format, [Self.one.entry, Self.late.entry, .ghost, Self.one.entry])
    try await withTemporaryFolder { folder in
      for text in [feed.xml, "\u{FEFF}" + feed.xml, "\n\n" + feed.xml + "\n\n"] {
        let script = try ArchiveScript(text, in: folder)
        #expect(
          try await script.harvest() == [
            Harvest(
              papers: [Self.one.found],
              receipts: [
                ArchiveScript.receipt(
                  parsed: 4, papers: 1, total: 4, duplicates: 1,
                  dropped: ["an entry without an identifier"],
                  doubts: ["a record cannot be read: an entry without an identifier"])
              ])
          ])
      }
    }
  }

  @Test("a damaged feed is repaired, and nothing in it counts twice")
  func repaired() async throws {
    var damaged = SamplePaper("2407.00002").entry
    damaged.title = "A Sample\u{1} &nbsp;"
    let feed = SampleFeed(.current, [Self.one.entry, damaged])
    let expected = SamplePaper("2407.00002").with { $0.title = "A Sample &nbsp;" }
    try await withTemporaryFolder { folder in
      let script = try ArchiveScript(feed.xml, in: folder)
      #expect(
        try await script.harvest() == [
          Harvest(
            papers: [Self.one.found, expected.found],
            receipts: [ArchiveScript.receipt(parsed: 2, papers: 2, total: 2)])
        ])
    }
  }

  @Test("a saved page of OAI-PMH is read too")
  func oai() async throws {
    try await withTemporaryFolder { folder in
      let script = try ArchiveScript(SamplePage([Self.one, Self.late]).xml, in: folder)
      #expect(
        try await script.harvest() == [
          Harvest(
            papers: [Self.one.found], receipts: [ArchiveScript.receipt(parsed: 2, papers: 1)])
        ])
    }
  }

  @Test("a part of a longer list is believed, and doubted to be all")
  func parts() async throws {
    var feed = SampleFeed(.current, [Self.one.entry])
    feed.total = "300"
    let page = SamplePage([Self.one], token: "a")
    try await withTemporaryFolder { folder in
      let script = try ArchiveScript(feed.xml, in: folder)
      #expect(
        try await script.harvest().first?.receipts == [
          ArchiveScript.receipt(
            parsed: 1, papers: 1, total: 300,
            doubts: ["\(script.path) holds 1 of 300 hits, from 0 on"])
        ])
      #expect(
        try await ArchiveScript(page.xml, in: folder).harvest().first?.receipts == [
          ArchiveScript.receipt(
            parsed: 1, papers: 1,
            doubts: [
              "\(script.path) holds one page of a list that goes on",
              "the file's newest paper is of 2024-07-26, before the week's end",
            ])
        ])
    }
  }

  @Test("a feed without a paper of the topic in the week is doubted: it may be of another search")
  func otherSearch() async throws {
    let unwanted = Self.one.with { $0.title = "Nothing" }
    try await withTemporaryFolder { folder in
      for entries in [[], [unwanted.entry], [Self.late.entry]] {
        let script = try ArchiveScript(SampleFeed(.current, entries).xml, in: folder)
        #expect(
          try await script.harvest().first?.receipts == [
            ArchiveScript.receipt(
              parsed: entries.count, papers: 0, total: entries.count,
              doubts: ["the feed holds no paper of the topic in the week"])
          ])
      }
    }
  }

  @Test("a saved page that does not reach to the week's last day is doubted")
  func earlyPage() async throws {
    try await withTemporaryFolder { folder in
      let script = try ArchiveScript(SamplePage([Self.one]).xml, in: folder)
      #expect(
        try await script.harvest().first?.receipts == [
          ArchiveScript.receipt(
            parsed: 1, papers: 1,
            doubts: ["the file's newest paper is of 2024-07-26, before the week's end"])
        ])
    }
  }

  @Test("a large feed is read as a stream, and large characters survive wherever a chunk ends")
  func large() async throws {
    let papers = (0..<3000).map { number in
      SamplePaper("2407.\(10_000 + number)").with {
        $0.abstract = String(repeating: "合成データ😀 ", count: 10 + number % 7) + "end"
      }
    }
    try await withTemporaryFolder { folder in
      let feed = SampleFeed(.current, papers.map(\.entry))
      let script = try ArchiveScript(feed.xml, in: folder)
      #expect(try await script.harvest().first?.papers == papers.map(\.found))
    }
  }

  @Test("papers are looked up in a feed")
  func lookUp() async throws {
    try await withTemporaryFolder { folder in
      let feed = SampleFeed(.current, [Self.one.entry, Self.late.entry])
      let source = try ArchiveScript(feed.xml, in: folder).source
      let ids = ["2408.00001", "2407.99999"].compactMap { ArXivID($0) }
      #expect(try await source.lookUp(ids) == [Self.late.paper])
    }
  }

  @Test("what is no file of papers is one exact error", arguments: failures)
  func failure(text: String, error: @Sendable (String) -> ArchiveError) async throws {
    try await withTemporaryFolder { folder in
      let script = try ArchiveScript(text, in: folder)
      await #expect(throws: error(script.path)) { try await script.harvest() }
      await #expect(throws: error(script.path)) {
        try await script.source.lookUp([Self.one.paper.id])
      }
    }
  }

  private static let failures: [(String, @Sendable (String) -> ArchiveError)] = [
    ("", { .empty(path: $0) }), ("\u{FEFF} \n", { .empty(path: $0) }),
    ("id,title\n1,2\n", { .otherFormat(path: $0, excerpt: "id,title 1,2") }),
    ("[{\"id\": 1}]", { .otherFormat(path: $0, excerpt: "[{\"id\": 1}]") }),
    ("<html></html>", { .otherFormat(path: $0, excerpt: "<html></html>") }),
    (
      "<!DOCTYPE html><html></html>",
      { .otherFormat(path: $0, excerpt: "<!DOCTYPE html><html></html>") }
    ),
    (
      "<!DOCTYPE a><feed xmlns='http://www.w3.org/2005/Atom'></feed>", { .documentType(path: $0) }
    ),
    (
      "<!--" + String(repeating: "x", count: 100_000)
        + "--><!DOCTYPE a><feed xmlns='http://www.w3.org/2005/Atom'></feed>",
      { .documentType(path: $0) }
    ),
    (String(SampleFeed().xml.dropLast(9)), { .truncated(path: $0) }),
    (String(SamplePage().xml.dropLast(20)), { .truncated(path: $0) }),
    (
      "<feed xmlns='http://www.w3.org/2005/Atom'><a></b></feed>",
      { .malformed(path: $0, line: 1) }
    ),
    (
      SampleFeed(.current, [.error("sorry")]).xml,
      { .errorReport(path: $0, message: "sorry") }
    ),
    (
      SamplePage.error("badArgument", "no such set").xml,
      { .errorReport(path: $0, message: "badArgument no such set") }
    ),
  ]

  @Test("a file that is missing or cannot be read is named")
  func unreadable() async throws {
    try await withTemporaryFolder { folder in
      let missing = "\(folder)/missing"
      await #expect(throws: ArchiveError.missing(path: missing)) {
        try await ArchiveScript.harvest(ArchiveScript.source(missing))
      }
      await #expect(throws: ArchiveError.unreadable(path: folder, reason: "Is a directory")) {
        try await ArchiveScript.harvest(ArchiveScript.source(folder))
      }
    }
  }
}
