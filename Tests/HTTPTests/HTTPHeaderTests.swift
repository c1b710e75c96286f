import HTTP
import TestSupport
import Testing

/// Headers as values, and as lines on the wire.
@Suite("HTTPHeader")
struct HTTPHeaderTests {
  private let headers = [
    HTTPHeader("Content-Type", "text/plain"), HTTPHeader("x-a", "1"), HTTPHeader("X-A", "2"),
  ]

  @Test(
    "the first value of a name is found, whatever its case",
    arguments: [
      ("content-type", "text/plain"), ("CONTENT-TYPE", "text/plain"), ("X-A", "1"), ("x-a", "1"),
      ("x", nil), ("", nil), ("x-a ", nil),
    ] as [(String, String?)])
  func lookup(name: String, expected: String?) {
    #expect(headers[name] == expected)
    #expect([HTTPHeader]()[name] == nil)
  }

  @Test("two headers are the same when name and value are, letter for letter")
  func equality() {
    #expect(HTTPHeader("a", "b") == HTTPHeader("a", "b"))
    #expect(HTTPHeader("a", "b") != HTTPHeader("A", "b"))
    #expect(HTTPHeader("a", "b") != HTTPHeader("a", "B"))
  }

  @Test(
    "a line on the wire is read",
    .timeLimit(.minutes(5)),
    arguments: [
      ("X-A: 1", [HTTPHeader("x-a", "1")]), ("X-A:1", [HTTPHeader("x-a", "1")]),
      ("X-A:\t 1 \t", [HTTPHeader("x-a", "1")]), ("X-A:", [HTTPHeader("x-a", "")]),
      ("X-A: b:c", [HTTPHeader("x-a", "b:c")]), ("X-A: b  c", [HTTPHeader("x-a", "b  c")]),
      ("X-A: é", [HTTPHeader("x-a", "é")]),
      ("X-A: 1|x-a: 2", [HTTPHeader("x-a", "1"), HTTPHeader("x-a", "2")]),
    ])
  func line(line: String, expected: [HTTPHeader]) async throws {
    let lines = line.replacing("|", with: "\r\n")
    let answer = "HTTP/1.1 200 OK\r\n\(lines)\r\nContent-Length: 0\r\n\r\n"
    let server = try LoopbackServer { _ in .raw(Array(answer.utf8)) }
    let response = try await HTTPClient.network().send(.get(server.baseURL))
    #expect(response.headers == expected + [HTTPHeader("content-length", "0")])
  }
}
