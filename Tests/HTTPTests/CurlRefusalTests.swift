import HTTP
import TestSupport
import Testing

/// Requests that must not go out at all.
@Suite("Requests that are not sent", .timeLimit(.minutes(5)))
struct CurlRefusalTests {
  private let client = HTTPClient.network()
  private let server: LoopbackServer

  /// Starts a server that must not hear of anything.
  init() throws {
    server = try LoopbackServer { _ in .status(200) }
  }

  private func refusal(_ request: HTTPRequest) async -> HTTPError? {
    let error = await #expect(throws: HTTPError.self) { try await client.send(request) }
    #expect(server.connectionCount == 0)
    #expect(error?.isTransient == false)
    return error
  }

  private func url(_ template: String) -> String {
    template.replacing("HOST", with: server.baseURL.dropFirst("http://".count))
  }

  @Test(
    "a URL that is not absolute http or https",
    arguments: [
      "", "/relative", "relative", "HOST/x", "//HOST/x", "ftp://HOST/", "file:///etc/hostname",
      "gopher://HOST/x", "dict://HOST/x", "http:", "http://", "http:///x", "mailto:a@b.example",
    ])
  func notHTTP(template: String) async {
    #expect(
      await refusal(.get(url(template)))
        == .invalidRequest("test/get needs an absolute http or https URL"))
  }

  @Test(
    "a URL with a user name or a password",
    arguments: [
      "http://user@HOST/", "http://user:password@HOST/", "http://:password@HOST/",
      "http://@HOST/", "https://user:password@HOST/", "http://a@b@HOST/",
    ])
  func userInfo(template: String) async {
    #expect(
      await refusal(.get(url(template)))
        == .invalidRequest("the URL of test/get holds a user name or password"))
  }

  @Test(
    "a URL with a space or a control character",
    arguments: [0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x7F] as [UInt8],
    ["http://HOST/a?b", "http://HOST/?a?b=c", "http://HO?ST/", "?http://HOST/", "http://HOST/?"])
  func unwritable(code: UInt8, template: String) async {
    let text = template.replacing("?", with: String(UnicodeScalar(code)))
    #expect(
      await refusal(.get(url(text)))
        == .invalidRequest("test/get needs an absolute http or https URL"))
  }

  @Test(
    "a URL that libcurl cannot read",
    arguments: ["http://127.0.0.1:99999/", "http://a%20b/", "http://a%40b/", "http://[::zz]/"])
  func malformed(url: String) async {
    #expect(await refusal(.get(url)) == .invalidRequest("the URL of test/get is malformed"))
  }

  @Test(
    "a header that breaks out of its line",
    arguments: [0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x7F] as [UInt8],
    [("X-A", "?"), ("X-A", "a?X-Evil: 1"), ("X-A?", "1"), ("?", "")])
  func header(code: UInt8, template: (name: String, value: String)) async {
    let character = String(UnicodeScalar(code))
    let header = HTTPHeader(
      template.name.replacing("?", with: character), template.value.replacing("?", with: character))
    #expect(
      await refusal(.get(server.baseURL, headers: [header]))
        == .invalidRequest("the header '\(header.name)' holds a control character"))
  }

  @Test("a header without a name")
  func namelessHeader() async {
    #expect(
      await refusal(.get(server.baseURL, headers: [HTTPHeader("", "1")]))
        == .invalidRequest("the header '' holds a control character"))
  }

  @Test("a key that breaks out of its line, which the message does not show")
  func credential() async {
    #expect(
      await refusal(.get(server.baseURL, credential: .bearer("sk-1\r\nX-Evil: 1")))
        == .invalidRequest("the header 'Authorization' holds a control character"))
  }

  @Test("the client goes on after a refusal")
  func afterwards() async throws {
    _ = await refusal(.get(server.baseURL, headers: [HTTPHeader("X-A", "\n")]))
    #expect(try await client.send(.get(server.baseURL)).status == 200)
  }
}
