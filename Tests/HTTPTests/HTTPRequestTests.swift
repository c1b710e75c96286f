import HTTP
import Testing

/// What of a request may be shown.
@Suite("HTTPRequest")
struct HTTPRequestTests {
  @Test(
    "is shown by its method and its URL without the query",
    arguments: [
      (HTTPRequest.get("http://a.example/b"), "GET http://a.example/b"),
      (.get("https://a.example:8443/b?key=sk-1#sk-1"), "GET https://a.example:8443/b"),
      (.get("https://user:sk-1@a.example/b"), "GET https://a.example/b"),
      (.post("https://a.example/b?key=sk-1", Array("sk-1".utf8)), "POST https://a.example/b"),
      (.get("https://a.example/", headers: [HTTPHeader("X-A", "sk-1")]), "GET https://a.example/"),
      (.get("https://a.example/", credential: .bearer("sk-1")), "GET https://a.example/"),
      (.get("ftp://user:sk-1@a.example/?key=sk-1"), "GET an address that is not http"),
      (.get("/b?key=sk-1"), "GET an address that is not http"),
    ])
  func description(request: HTTPRequest, expected: String) {
    #expect(request.description == expected)
  }

  @Test(
    "is named in messages by its host",
    arguments: [
      ("http://A.Example:81/b?c", "a.example"), ("http://user:sk-1@a.example/", "a.example"),
      ("http://[::1]/", "[::1]"), ("/b?key=sk-1", "an address that is not http"),
      ("", "an address that is not http"),
    ])
  func host(url: String, expected: String) {
    #expect(HTTPRequest.get(url).host == expected)
  }

  @Test("has limits that suit a slow server, unless told otherwise")
  func limits() {
    #expect(
      HTTPRequest.Limits()
        == HTTPRequest.Limits(
          connect: .seconds(10), total: .seconds(180), bodyBytes: 67_108_864))
    #expect(HTTPRequest.get("http://a.example/").limits == HTTPRequest.Limits())
  }
}
