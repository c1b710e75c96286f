import HTTP
import Testing

/// What is read from a URL.
@Suite("HTTPURL")
struct HTTPURLTests {
  /// All that a URL is asked for.
  struct Parts: Equatable {
    private let scheme: String
    private let host: String
    private let port: Int
    private let hasUserInfo: Bool
    private let withoutQuery: String

    /// Puts the parts together.
    init(
      _ scheme: String, _ host: String, _ port: Int, hasUserInfo: Bool = false,
      _ withoutQuery: String
    ) {
      self.scheme = scheme
      self.host = host
      self.port = port
      self.hasUserInfo = hasUserInfo
      self.withoutQuery = withoutQuery
    }
  }

  @Test(
    "an absolute URL is taken apart",
    arguments: [
      ("http://a.example", Parts("http", "a.example", 80, "http://a.example")),
      ("https://a.example/", Parts("https", "a.example", 443, "https://a.example/")),
      ("http://a.example:8080/b/c", Parts("http", "a.example", 8080, "http://a.example:8080/b/c")),
      ("https://a.example:80/b", Parts("https", "a.example", 80, "https://a.example:80/b")),
      ("HTTP://A.Example/B", Parts("http", "a.example", 80, "HTTP://A.Example/B")),
      ("http://a.example/b?key=sk-1", Parts("http", "a.example", 80, "http://a.example/b")),
      ("http://a.example?key=sk-1", Parts("http", "a.example", 80, "http://a.example")),
      ("http://a.example/b#sk-1", Parts("http", "a.example", 80, "http://a.example/b")),
      ("http://a.example/b%20c", Parts("http", "a.example", 80, "http://a.example/b%20c")),
      ("http://127.0.0.1:1/", Parts("http", "127.0.0.1", 1, "http://127.0.0.1:1/")),
      ("http://[::1]:1/", Parts("http", "[::1]", 1, "http://[::1]:1/")),
      (
        "http://user:sk-1@a.example/b",
        Parts("http", "a.example", 80, hasUserInfo: true, "http://a.example/b")
      ),
      (
        "http://user@a.example",
        Parts("http", "a.example", 80, hasUserInfo: true, "http://a.example")
      ),
      (
        "http://@a.example/", Parts("http", "a.example", 80, hasUserInfo: true, "http://a.example/")
      ),
      ("http://a.example/@b", Parts("http", "a.example", 80, "http://a.example/@b")),
      ("http://a.example?@b.example/", Parts("http", "a.example", 80, "http://a.example")),
      ("http://a.example#@b.example/", Parts("http", "a.example", 80, "http://a.example")),
    ])
  func parts(text: String, expected: Parts) {
    let parts = HTTPURL(text).map { url in
      Parts(url.scheme, url.host, url.port, hasUserInfo: url.hasUserInfo, url.withoutQuery)
    }
    #expect(parts == expected)
  }

  @Test(
    "all else is no URL to go to",
    arguments: [
      "", " ", "a", "/a", "a.example", "//a.example/", "http:", "http://", "http:///a", "http:a",
      "http:/a.example", "https://?a=b", "ftp://a.example/", "file:///a", "mailto:a@b.example",
      "javascript:alert(1)", "httpx://a.example/", "http://[::1/", "http://a.example:b/",
    ])
  func none(text: String) {
    #expect(HTTPURL(text) == nil)
  }

  @Test(
    "nor is one with a space or a control character",
    arguments: [0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x7F] as [UInt8],
    ["^http://a.example/", "http://a.example/^", "http://a.example/?b^c", "http://a^b.example/"])
  func unwritable(code: UInt8, template: String) {
    #expect(HTTPURL(template.replacing("^", with: String(UnicodeScalar(code)))) == nil)
  }

  @Test(
    "this machine is known by its addresses",
    arguments: [
      ("localhost", true), ("LOCALHOST", true), ("127.0.0.1", true), ("127.1.2.3", true),
      ("[::1]", true), ("localhost.example", false), ("a.localhost.example", false),
      ("128.0.0.1", false), ("10.127.0.1", false), ("0.0.0.0", false), ("[::2]", false),
      ("127.0.0.1.example", false), ("127.example", false), ("127.0.0.256", false),
    ])
  func loopback(host: String, expected: Bool) throws {
    #expect(try #require(HTTPURL("http://\(host):8080/v1")).isLoopback == expected)
  }

  @Test(
    "the path is what libcurl sends, escapes included",
    arguments: [
      ("http://a.example", ""), ("http://a.example/", "/"), ("http://a.example:8080/b/c", "/b/c"),
      ("http://a.example/b%3Ac", "/b%3Ac"), ("http://a.example/b:c?d=/e#/f", "/b:c"),
    ])
  func path(text: String, expected: String) {
    #expect(HTTPURL(text)?.path == expected)
  }
}
