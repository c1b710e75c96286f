import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

/// A fetch was broken off after a page; the papers of that page are on disk.
@Suite("A search that goes on")
struct ResumedSearchTests {
  private static func broken(_ next: String, total: Int = 4) -> Coverage {
    var coverage = SearchScript.found(
      Samples.papers(1...2), pages: 1, total: total, confirmed: false, next: next
    ).coverage
    coverage.doubts = ["something"]
    return coverage
  }

  /// Goes on after two of four hits.
  private func goOn(
    _ pages: [SampleFeed], at place: String = SearchScript.place(2, of: 4),
    known: [Paper] = Samples.papers(1...2)
  ) async throws -> (found: Found, starts: [String], waits: [Double]) {
    let search = SearchScript(pages)
    let found = try await search.find(earlier: Self.broken(place), known: known)
    return (found, search.starts, search.waits)
  }

  @Test("the next run begins at the missing page")
  func goesOn() async throws {
    let run = try await goOn([.page(3...4, start: 2, total: "4")])
    #expect(run.found.papers == Samples.papers(3...4))
    #expect(
      run.found.coverage
        == SearchScript.found(Samples.papers(1...4), pages: 2, total: 4).coverage)
    #expect(run.starts == ["2"])
  }

  @Test("a row that slid over the page's border meanwhile is looked for")
  func slid() async throws {
    let run = try await goOn([
      .page(2...3, start: 2, total: "4"), .page(1...2, start: 0, total: "4"),
      .page(3...4, start: 2, total: "4"),
    ])
    #expect(run.found.papers == Samples.papers(1...4))
    #expect(
      run.found.coverage
        == SearchScript.found(Samples.papers(1...4), pages: 4, total: 4).coverage)
    #expect(run.starts == ["2", "0", "2"])
  }

  @Test("a list that has changed its length meanwhile is read from the beginning")
  func changed() async throws {
    let run = try await goOn([
      .page(4...5, start: 2, total: "5"), .page(1...2, start: 0, total: "5"),
      .page(3...4, start: 2, total: "5"), .page(5...5, start: 4, total: "5"),
    ])
    #expect(run.found.papers == Samples.papers(1...5))
    #expect(
      run.found.coverage
        == SearchScript.found(Samples.papers(1...5), pages: 4, total: 5).coverage)
    #expect(run.starts == ["2", "0", "2", "4"])
  }

  @Test("an empty page without a total is no end of a list that announced more")
  func empty() async throws {
    let run = try await goOn(Array(repeating: .page([], start: 2, total: nil), count: 4))
    #expect(run.found.papers == [])
    #expect(
      run.found.coverage.doubts == ["arXiv announced 4 hits and sent none from 2 on"])
    #expect(run.found.coverage.next == SearchScript.place(2, of: 4))
    #expect(!run.found.coverage.confirmed)
    #expect(run.waits == [6, 30, 120])
  }

  @Test("a new version of a paper on disk is brought, and the paper counted once")
  func version() async throws {
    let page = SampleFeed.page(
      [SampleEntry("2407.00002v2"), SampleEntry("2407.00003v1")], start: 2, total: "3")
    let run = try await goOn([page], at: SearchScript.place(2, of: 3))
    #expect(run.found.papers.map(\.version) == [2, 1])
    #expect(run.found.coverage.papers == 3)
  }

  @Test(
    "a place that is none is not gone to",
    arguments: [
      "", "2", "@2", "202407260000-202408020000@-1", "202407260000-202408020000@x",
      "202407190000-202408020000@2", "202407260000-202408030000@2", "202407270000-202407260000@2",
      "202402310000-202408020000@2", "202407260000-202408020000@9223372036854775807",
      "202407260000-202408020000@2/4/6", "202407260000-202408020000@/4",
    ])
  func nonsense(place: String) async throws {
    let run = try await goOn([.page(1...2, start: 0, total: "2")], at: place)
    #expect(run.found == SearchScript.found(Samples.papers(1...2), pages: 1, total: 2))
    #expect(run.starts == ["0"])
  }
}
