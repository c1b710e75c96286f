import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("A search that brings nothing")
struct EmptySearchTests {
  private static let empty = SampleFeed.page([], start: 0, total: "0")
  private static let full = SampleFeed.page(1...2, start: 0, total: "2")

  private static func note(_ seconds: Int) -> String {
    "sd: arXiv sent nothing; asking again in \(seconds) s, to be sure"
  }

  @Test(
    "8.41 an empty first page is believed when it has stayed empty",
    arguments: [
      PagesCase(
        "once more is enough where nobody knows what is usual", [empty, empty],
        starts: ["0", "0"], waits: [30], SearchScript.nothing(pages: 1, notes: [note(30)])),
      PagesCase(
        "and where nothing is usual", [empty, empty], starts: ["0", "0"], waits: [30], usual: 0,
        SearchScript.nothing(pages: 1, notes: [note(30)])),
      PagesCase(
        "three times over ten minutes where papers are usual, and not even then",
        [empty, empty, empty, empty], starts: ["0", "0", "0", "0"], waits: [30, 150, 420],
        usual: 1,
        SearchScript.nothing(
          pages: 1, confirmed: false, notes: [note(30), note(150), note(420)])),
      PagesCase(
        "papers that come on the second try are taken", [empty, full], starts: ["0", "0"],
        waits: [30],
        SearchScript.found(Samples.papers(1...2), pages: 1, total: 2, notes: [note(30)])),
      PagesCase(
        "and on the last", [empty, empty, empty, full], starts: ["0", "0", "0", "0"],
        waits: [30, 150, 420], usual: 9,
        SearchScript.found(
          Samples.papers(1...2), pages: 1, total: 2, notes: [note(30), note(150), note(420)])),
      PagesCase(
        "a page without a total is asked for again at once as well",
        Array(repeating: .page([], start: 0, total: nil), count: 8),
        starts: Array(repeating: "0", count: 8), waits: [6, 30, 120, 30, 6, 30, 120],
        SearchScript.nothing(pages: 1, notes: [note(30)])),
    ])
  func first(row: PagesCase) async throws {
    try await row.check()
  }

  @Test("topics that stay empty wait together, after all others have been asked")
  func together() async throws {
    let answers = ["a": 0, "b": 2, "c": 0]
    let asked = Locked<[String]>([])
    let clock = ManualTiming()
    let http = HTTPClient { request in
      let slug = String(request.name.dropFirst(6).prefix(1))
      asked.withLock { $0.append(slug) }
      let count = answers[slug] ?? 0
      var feed = SampleFeed(
        .current, count == 0 ? [] : [SampleEntry(), SampleEntry("2407.00002v1")])
      feed.total = "\(count)"
      feed.echo = "(abs:\(slug)) AND submittedDate:[202407260000 TO 202408020000]"
      return feed.response()
    }
    let topics = ["a", "b", "c"].map { Topic(slug: $0, name: $0, query: "abs:\($0)") }
    let catcher = Catcher()
    try await PaperSource.api(ArXivAPI(http: http, timing: clock.timing)).harvest(
      topics.map { TopicRequest(topic: $0, usual: $0.slug == "c" ? 5 : nil) }, Samples.week,
      catcher.take)
    #expect(asked.withLock { $0 } == ["a", "b", "c", "a", "c", "c", "c"])
    #expect(clock.waits == [.seconds(30), .seconds(150), .seconds(420)])
    #expect(try catcher.found("a").coverage.confirmed)
    #expect(try !catcher.found("c").coverage.confirmed)
    #expect(catcher.all.flatMap(\.notes).first?.hasPrefix("a, c: arXiv sent nothing;") == true)
  }
}
