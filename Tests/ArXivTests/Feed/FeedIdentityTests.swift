import Records
import Testing

@testable import ArXiv

@Suite("Identifiers and dates of entries")
struct FeedIdentityTests {
  @Test(
    "8.37 the identifier is what follows /abs/, in either scheme",
    arguments: [
      ("http://arxiv.org/abs/2407.00001v1", "2407.00001", 1),
      ("https://arxiv.org/abs/2407.00001v12", "2407.00001", 12),
      ("https://export.arxiv.org/abs/2407.00001v2/", "2407.00001", 2),
      ("http://arxiv.org/abs/2407.00001", "2407.00001", 1),
      ("\n  http://arxiv.org/abs/0704.0001v1\n  ", "0704.0001", 1),
      ("http://arxiv.org/abs/hep-th/9711200v3", "hep-th/9711200", 3),
      ("http://arxiv.org/abs/math/0211159", "math/0211159", 1),
      ("https://arxiv.org/abs/math.GT/0309136v1/", "math.GT/0309136", 1),
    ], SampleFeed.Format.allCases)
  func identifier(row: (url: String, id: String, version: Int), format: SampleFeed.Format) throws {
    var entry = SampleEntry()
    entry.id = row.url
    #expect(
      try readings(of: SampleFeed(format, [entry]).response())
        == [.success(Samples.paper(row.id, version: row.version))])
  }

  @Test(
    "8.45 a date is read with any offset and any fraction",
    arguments: [
      ("2024-07-26T12:00:00Z", "2024-07-26T12:00:00Z"),
      ("\n 2024-07-26T12:00:00Z\n", "2024-07-26T12:00:00Z"),
      ("2024-07-26t12:00:00z", "2024-07-26T12:00:00Z"),
      ("2024-07-26T12:00:00+00:00", "2024-07-26T12:00:00Z"),
      ("2024-07-26T08:00:00-04:00", "2024-07-26T12:00:00Z"),
      ("2024-07-27T00:30:00+09:00", "2024-07-26T15:30:00Z"),
      ("2024-07-26T12:00:00.5Z", "2024-07-26T12:00:00Z"),
      ("2024-07-26T12:00:00.999999Z", "2024-07-26T12:00:00Z"),
      ("2024-07-26T08:00:00.25-04:00", "2024-07-26T12:00:00Z"),
    ])
  func date(text: String, instant: String) throws {
    var entry = SampleEntry()
    (entry.published, entry.updated) = (text, text)
    #expect(
      try readings(of: SampleFeed(.current, [entry]).response())
        == [.success(Samples.paper(published: instant))])
  }

  @Test(
    "8.45 the date of the version may be any, and is the submission's where it cannot be read",
    arguments: [
      ("2024-07-30T00:00:00Z", "2024-07-30T00:00:00Z"),
      ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
      ("2026-04-12T22:09:27Z", "2026-04-12T22:09:27Z"),
      (nil, "2024-07-26T12:00:00Z"), ("", "2024-07-26T12:00:00Z"),
      ("soon", "2024-07-26T12:00:00Z"),
    ])
  func update(text: String?, instant: String) throws {
    var entry = SampleEntry()
    entry.updated = text
    #expect(
      try readings(of: SampleFeed(.current, [entry]).response())
        == [.success(Samples.paper(updated: instant))])
  }

  @Test(
    "8.43 the week's first instant is inside, and the next week's is outside",
    arguments: [
      ("2024-07-25T23:59:59Z", false), ("2024-07-26T00:00:00Z", true),
      ("2024-08-01T23:59:30Z", true), ("2024-08-01T23:59:59.9Z", true),
      ("2024-08-02T00:00:00Z", false), ("2024-08-02T08:59:59+09:00", true),
    ])
  func border(published: String, isInside: Bool) throws {
    var entry = SampleEntry()
    entry.published = published
    let reading = try readings(of: SampleFeed(.current, [entry]).response())
    #expect(reading.map { (try? $0.get()) != nil } == [isInside])
  }
}
