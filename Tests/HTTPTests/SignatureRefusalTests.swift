import HTTP
import TestSupport
import Testing

/// Requests that libcurl would sign wrongly, and that must not go out.
@Suite("Requests that cannot be signed", .timeLimit(.minutes(5)))
struct SignatureRefusalTests {
  @Test(
    "hold in their path what an old libcurl signs wrongly",
    arguments: [
      "/model/a:b/converse", "/model/a%3Ab/converse", "/a+b", "/a%20b", "/%7E", "/a@b", "/é", "/*",
    ])
  func hardPath(path: String) {
    for version in [CurlVersion(7, 88, 1), CurlVersion(7, 255, 255), CurlVersion(8, 13, 255)] {
      #expect(!version.signs(path: path))
    }
    for version in [CurlVersion(8, 14, 0), CurlVersion(8, 14, 1), CurlVersion(9, 0, 0)] {
      #expect(version.signs(path: path))
    }
  }

  @Test(
    "are not those with a plain path",
    arguments: ["", "/", "//", "/model/us.amazon.nova-lite_1~x/converse", "/AZaz09-._~"])
  func plainPath(path: String) {
    for version in [CurlVersion(7, 88, 1), CurlVersion(8, 14, 0)] {
      #expect(version.signs(path: path))
    }
  }

  @Test("are refused by an old libcurl in a sentence that helps")
  func sentence() throws {
    let request = HTTPRequest.post(
      "https://a.example/model/a:b/converse", [], signature: .test(token: "token"))
    let error = #expect(throws: HTTPError.self) {
      try request.refuseWrongSignature(by: CurlVersion(7, 88, 1))
    }
    #expect(
      error?.description
        == "the request cannot be sent: libcurl 7.88.1 would sign the path /model/a:b/converse "
        + "wrongly, because it holds more than letters, digits and -._~; use a model or inference "
        + "profile id without ':', a Bedrock API key as bearer token, or libcurl 8.14.0 or newer")
    try request.refuseWrongSignature(by: CurlVersion(8, 14, 0))
    var plain = request
    plain.signature = nil
    try plain.refuseWrongSignature(by: CurlVersion(7, 88, 1))
  }

  @Test(
    "are sent or not as the libcurl that runs can sign them",
    arguments: ["/model/a:b/converse", "/model/a%3Ab/converse"])
  func running(path: String) async throws {
    let server = try LoopbackServer { _ in .text("ok") }
    let request = HTTPRequest.post(server.baseURL + path, [], signature: .test)
    if CurlVersion.running.signs(path: path) {
      #expect(try await HTTPClient.network().send(request).text == "ok")
    } else {
      await #expect(throws: HTTPError.self) { try await HTTPClient.network().send(request) }
      #expect(server.connectionCount == 0)
    }
  }

  @Test(
    "are those with a query, with headers that libcurl confuses, or with another key",
    arguments: [
      HTTPRequest.get("http://a.example/?b=c", signature: .test),
      .get("http://a.example/", headers: [HTTPHeader("X-A", "")], signature: .test),
      .get(
        "http://a.example/", headers: [HTTPHeader("X-A", "1"), HTTPHeader("x-a", "2")],
        signature: .test),
      .get(
        "http://a.example/", headers: [HTTPHeader("Accept-B", "1"), HTTPHeader("accept", "2")],
        signature: .test),
      .get("http://a.example/", headers: [HTTPHeader("authorization", "1")], signature: .test),
      .get("http://a.example/", credential: .bearer("sk-1"), signature: .test),
    ])
  func confused(request: HTTPRequest) {
    let error = #expect(throws: HTTPError.self) { try request.refuseWrongSignature() }
    #expect(error?.isTransient == false)
    #expect(error?.description.hasPrefix("the request cannot be sent: ") == true)
  }

  @Test(
    "are those with what breaks out of its place in the signature",
    arguments: ["", "a:b", "a/b", "a,b", "a b", "a\r\nX-Evil: 1", "é"])
  func scope(text: String) {
    for (id, region, service) in [(text, "b", "c"), ("a", text, "c"), ("a", "b", text)] {
      let request = HTTPRequest.get(
        "http://a.example/",
        signature: .init(
          accessKeyID: id, secretKey: Secret("s"), region: region, service: service))
      #expect(
        throws: HTTPError.invalidRequest(
          "the access key id, region or service of test/get is not of letters, digits and -._~")
      ) {
        try request.refuseWrongSignature()
      }
    }
  }

  @Test("are those whose token breaks out of its line, which the message does not show")
  func token() async throws {
    let request = HTTPRequest.get(
      "http://127.0.0.1:1/", signature: .test(token: "token\r\nX-Evil: 1"))
    await #expect(
      throws: HTTPError.invalidRequest(
        "the header 'X-Amz-Security-Token' holds a control character")
    ) {
      try await HTTPClient.network().send(request)
    }
  }
}
