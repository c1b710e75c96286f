import HTTP
import TestSupport
import Testing

/// Where a redirect may lead.
@Suite("Following redirects")
struct RedirectTests {
  /// A request, and where each answer leads; the last one leads nowhere.
  struct Case: Sendable, CustomTestStringConvertible {
    /// What it is about.
    let id: String
    /// What is sent first.
    var request = HTTPRequest.get("http://a.example/0")
    /// Where the answers lead.
    let targets: [String]
    /// The error's text, where one of them is refused.
    var refusal = ""

    var testDescription: String { id }

    /// The answers.
    var script: ScriptedClient {
      ScriptedClient(
        targets.map { .success(HTTPResponse(status: 302, redirect: $0)) }
          + [.success(HTTPResponse(status: 200))])
    }
  }

  @Test(
    "is done",
    arguments: [
      Case(id: "not at all where there is none", targets: []),
      Case(id: "on the same host", targets: ["http://a.example/1"]),
      Case(id: "whatever the case of the host's name", targets: ["http://A.EXAMPLE/1"]),
      Case(id: "from http to https", targets: ["https://a.example/1"]),
      Case(
        id: "on https", request: .get("https://a.example/0"), targets: ["https://a.example/1?b=c"]),
      Case(
        id: "three times",
        targets: ["http://a.example/1", "https://a.example/2", "https://a.example/3"]),
    ])
  func followed(example: Case) async throws {
    let script = example.script
    let response = try await script.client.followingRedirects().send(example.request)
    #expect(response == HTTPResponse(status: 200))
    let expected = ([example.request.url] + example.targets).map { url in
      var request = example.request
      request.url = url
      return request
    }
    #expect(script.requests == expected)
  }

  @Test(
    "is refused",
    arguments: [
      Case(
        id: "to another host", targets: ["http://b.example/1"],
        refusal: "http://a.example/0 redirects to http://b.example/1: that is another host"),
      Case(
        id: "to a host below it", targets: ["http://www.a.example/"],
        refusal: "http://a.example/0 redirects to http://www.a.example/: that is another host"),
      Case(
        id: "to another port", targets: ["http://a.example:8080/1"],
        refusal: "http://a.example/0 redirects to http://a.example:8080/1: that is another port"),
      Case(
        id: "out of https", request: .get("https://a.example/0"), targets: ["http://a.example/1"],
        refusal: "https://a.example/0 redirects to http://a.example/1: it would leave https"),
      Case(
        id: "out of https, a step later", targets: ["https://a.example/1", "http://a.example/2"],
        refusal: "https://a.example/1 redirects to http://a.example/2: it would leave https"),
      Case(
        id: "to what is not http", targets: ["ftp://a.example/1?key=sk-1"],
        refusal: "http://a.example/0 redirects to an address that is not http: "
          + "only http and https are followed"),
      Case(
        id: "of a POST", request: .post("http://a.example/0", [1]), targets: ["http://a.example/1"],
        refusal: "http://a.example/0 redirects to http://a.example/1: a POST is not sent twice"),
      Case(
        id: "of a request with a key",
        request: .get("http://a.example/0", credential: .bearer("sk-1")),
        targets: ["http://a.example/1"],
        refusal: "http://a.example/0 redirects to http://a.example/1: "
          + "a request with a key stays with the host it was meant for"),
      Case(
        id: "of a signed request", request: .get("http://a.example/0", signature: .test),
        targets: ["http://a.example/1"],
        refusal: "http://a.example/0 redirects to http://a.example/1: "
          + "a request with a key stays with the host it was meant for"),
      Case(
        id: "without showing a query", request: .get("http://a.example/0?key=sk-1#sk-1"),
        targets: ["http://sk-1:sk-1@b.example/1?key=sk-1#sk-1"],
        refusal: "http://a.example/0 redirects to http://b.example/1: that is another host"),
      Case(
        id: "in a loop", targets: Array(repeating: "http://a.example/0", count: 9),
        refusal: "http://a.example/0 redirects to http://a.example/0: "
          + "it has led on 3 times already"),
      Case(
        id: "after three times", targets: (1...4).map { "http://a.example/\($0)?key=sk-1" },
        refusal: "http://a.example/3 redirects to http://a.example/4: "
          + "it has led on 3 times already"),
    ])
  func refused(example: Case) async throws {
    let script = example.script
    let error = await #expect(throws: HTTPError.self) {
      try await script.client.followingRedirects().send(example.request)
    }
    #expect(error?.description == example.refusal)
    #expect(error?.isTransient == false)
    // Nothing goes to where the refused redirect leads.
    let followed = example.targets.prefix(min(example.targets.count, 4) - 1)
    #expect(script.requests.map { $0.url } == [example.request.url] + followed)
  }

  @Test("is done as often as is asked for", arguments: [0, 1, 5])
  func limit(limit: Int) async throws {
    let targets = (0..<limit).map { "http://a.example/\($0 + 1)" }
    let enough = Case(id: "", targets: targets).script
    let request = HTTPRequest.get("http://a.example/0")
    #expect(
      try await enough.client.followingRedirects(atMost: limit).send(request)
        == HTTPResponse(status: 200))
    let tooMany = Case(id: "", targets: targets + ["http://a.example/last"]).script
    await #expect(
      throws: HTTPError.redirectRefused(
        from: "http://a.example/\(limit)", to: "http://a.example/last",
        reason: "it has led on \(limit) times already")
    ) {
      try await tooMany.client.followingRedirects(atMost: limit).send(request)
    }
    #expect(tooMany.requests.count == limit + 1)
  }

  @Test("leaves every other answer as it is", arguments: [200, 304, 300, 404, 500])
  func other(status: Int) async throws {
    let answer = HTTPResponse(status: status, body: [1], redirect: status < 300 ? "http://b/" : nil)
    let script = ScriptedClient([.success(answer)])
    #expect(try await script.client.followingRedirects().send(.get("http://a.example/")) == answer)
  }

  @Test("works over the network, and sends no user name that the server made up")
  func network() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/from": .status(301, headers: [HTTPHeader("Location", "/to")])
      case "/user":
        .status(301, headers: [HTTPHeader("Location", "//user:x@\(request.headers["host"] ?? "")")])
      default: .text("here")
      }
    }
    let client = HTTPClient.network().followingRedirects()
    #expect(try await client.send(.get(server.baseURL + "/from")).text == "here")
    await #expect(
      throws: HTTPError.invalidRequest("the URL of test/get holds a user name or password")
    ) {
      try await client.send(.get(server.baseURL + "/user"))
    }
    #expect(server.requests.map { $0.path } == ["/from", "/to", "/user"])
  }
}
