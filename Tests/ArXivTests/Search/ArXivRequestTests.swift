import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("Requests to arXiv")
struct ArXivRequestTests {
  @Test("a request is all that the user manual asks for, and no more")
  func whole() throws {
    let query = SearchQuery(topic: Samples.topic, week: Samples.week)
    let expected = HTTPRequest(
      name: "arxiv/sd-2024-07-26-0", method: .get,
      url: "https://export.arxiv.org/api/query"
        + "?search_query=%28abs%3A%22sample%20text%22%29%20AND%20"
        + "submittedDate%3A%5B202407260000%20TO%20202408020000%5D"
        + "&start=0&max_results=200&sortBy=submittedDate&sortOrder=descending",
      headers: [HTTPHeader("Accept", "application/atom+xml, */*")],
      limits: HTTPRequest.Limits(connect: .seconds(10), total: .seconds(90)), isAlone: true)
    #expect(try api().request(query, named: "sd-2024-07-26", start: 0) == expected)
  }

  @Test("another server, page size and start stand where they belong")
  func otherServer() throws {
    let api = ArXivAPI(
      http: ScriptedClient([]).client, url: "http://127.0.0.1:8080/api/query", pageSize: 50)
    let request = try api.request(query("x"), named: "sd-2024-07-26", start: 150)
    #expect(request.name == "arxiv/sd-2024-07-26-150")
    #expect(request.url.hasPrefix("http://127.0.0.1:8080/api/query?search_query=%28x%29"))
    #expect(request.url.contains("&start=150&max_results=50&"))
  }

  @Test(
    "everything but unreserved characters is encoded",
    arguments: [
      ("abc-XYZ_09.~", "abc-XYZ_09.~"), ("\"a b\"", "%22a%20b%22"),
      ("[a](b)*", "%5Ba%5D%28b%29%2A"),
      ("C++", "C%2B%2B"), ("a&b=c#d?e/f:g;h,i", "a%26b%3Dc%23d%3Fe%2Ff%3Ag%3Bh%2Ci"),
      ("100%", "100%25"), ("%20", "%2520"), ("合成", "%E5%90%88%E6%88%90"), ("é", "%C3%A9"),
      ("😀", "%F0%9F%98%80"), ("a\nb\t", "a%0Ab%09"),
      ("'!`|\\^{}<>@$", "%27%21%60%7C%5C%5E%7B%7D%3C%3E%40%24"),
    ])
  func encoding(text: String, encoded: String) throws {
    let url = try api().request(query(text), named: "sd", start: 0).url
    #expect(
      url == "https://export.arxiv.org/api/query?search_query=%28\(encoded)%29%20AND%20"
        + "submittedDate%3A%5B202407260000%20TO%20202408020000%5D"
        + "&start=0&max_results=200&sortBy=submittedDate&sortOrder=descending")
  }

  @Test("a request line may have 4094 bytes, and not one more")
  func longest() throws {
    let empty = try api().request(query(""), named: "sd", start: 0).url.utf8.count
    let room = 4094 - "GET  HTTP/1.1".utf8.count - empty
    let longest = query(String(repeating: "x", count: room))
    #expect(try api().request(longest, named: "sd", start: 0).url.utf8.count == empty + room)
    let tooLong = query(String(repeating: "x", count: room + 1))
    #expect(throws: FeedError.queryTooLong(bytes: 4095, limit: 4094)) {
      try api().request(tooLong, named: "sd", start: 0)
    }
  }

  @Test("a query that is too long is told before any topic is asked for")
  func tooLong() async {
    let topics = [
      Samples.topic, Topic(slug: "x", name: "x", query: String(repeating: "合", count: 450)),
    ]
    let script = ScriptedClient([])
    let error = await #expect(throws: SourceError.self) {
      try await PaperSource.api(ArXivAPI(http: script.client)).harvest(
        topics.map { TopicRequest(topic: $0) }, Samples.week, { _ in })
    }
    #expect(
      error?.description
        == "topic x: the query makes a request line of 4246 bytes, arXiv takes 4094; shorten it")
    #expect(script.requests == [])
  }

  private func api() -> ArXivAPI { ArXivAPI(http: ScriptedClient([]).client) }

  private func query(_ text: String) -> SearchQuery {
    SearchQuery(topic: Topic(slug: "sd", name: "合成データ", query: text), week: Samples.week)
  }
}
