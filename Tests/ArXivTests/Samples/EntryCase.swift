import Records
import Testing

@testable import ArXiv

/// A row of a table about entries: what is unusual in one, and what it comes to.
struct EntryCase: Sendable, CustomTestStringConvertible {
  /// The row's number and sentence.
  let testDescription: String
  private let expected: Reading
  private let edit: @Sendable (inout SampleEntry) -> Void

  /// An entry that is a paper nevertheless.
  init(_ name: String, is paper: Paper, edit: @escaping @Sendable (inout SampleEntry) -> Void) {
    testDescription = name
    expected = .success(paper)
    self.edit = edit
  }

  /// An entry that is left out, and why.
  init(_ name: String, drops reason: String, edit: @escaping @Sendable (inout SampleEntry) -> Void)
  {
    testDescription = name
    expected = .failure(DroppedEntry(reason: reason))
    self.edit = edit
  }

  /// What is read from a feed that holds the entry with an ordinary one after it.
  func readings(in format: SampleFeed.Format) throws -> [Reading] {
    var entry = SampleEntry()
    edit(&entry)
    let feed = SampleFeed(format, [entry, SampleEntry("2407.00002v1")])
    return try ArXivTests.readings(of: feed.response())
  }

  /// What that must be: nothing that happens to an entry may touch the next one.
  var expectedReadings: [Reading] { [expected, .success(Samples.paper("2407.00002"))] }
}
