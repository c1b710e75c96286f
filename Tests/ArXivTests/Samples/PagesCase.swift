import ArXiv
import Testing

/// A row of a table about searches: the pages that are answered, and what is asked for and found.
struct PagesCase: Sendable, CustomTestStringConvertible {
  /// The row's sentence.
  let testDescription: String
  private let pages: [SampleFeed]
  private let starts: [String]
  private let waits: [Double]
  private let usual: Int?
  private let found: Found

  /// Takes the answers in order, and what must come of them; waits are in seconds.
  init(
    _ name: String, _ pages: [SampleFeed], starts: [String], waits: [Double] = [],
    usual: Int? = nil, _ found: Found
  ) {
    testDescription = name
    self.pages = pages
    self.starts = starts
    self.waits = waits
    self.usual = usual
    self.found = found
  }

  /// Searches and compares.
  func check(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let search = SearchScript(pages)
    #expect(try await search.find(usual: usual) == found, sourceLocation: sourceLocation)
    #expect(search.starts == starts, sourceLocation: sourceLocation)
    #expect(search.waits == waits, sourceLocation: sourceLocation)
  }
}
