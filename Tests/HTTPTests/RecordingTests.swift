import Foundation
import HTTP
import TestSupport
import Testing

/// Exchanges that are kept in a folder, and come back from it.
@Suite("Recording and replaying")
struct RecordingTests {
  private let get = HTTPRequest(
    name: "arxiv/sd-0", method: .get, url: "https://a.example/query?start=0")
  private let post = HTTPRequest(
    name: "models/summary/1", method: .post(body: Array("{\"prompt\": \"鍵/錠\"}".utf8)),
    url: "https://b.example/v1/chat", credential: .bearer("sk-1"))

  /// Records what a script answers to requests.
  private func record(
    _ exchanges: [(HTTPRequest, HTTPResponse)], in folder: String
  ) async throws {
    let script = ScriptedClient(exchanges.map { .success($0.1) })
    let client = script.client.taped(in: folder)
    for (request, response) in exchanges {
      #expect(try await client.send(request) == response)
    }
  }

  @Test("what was recorded comes back, body and status and the headers that matter")
  func roundTrip() async throws {
    let kept = [
      HTTPHeader("content-type", "text/plain"), HTTPHeader("request-id", "r1"),
      HTTPHeader("retry-after", "3"), HTTPHeader("retry-after-ms", "2500"),
      HTTPHeader("x-amzn-requestid", "r2"), HTTPHeader("x-request-id", "r3"),
    ]
    let first = HTTPResponse(status: 200, headers: kept, body: Array(0...255))
    let second = HTTPResponse(status: 429, headers: [], body: [])
    try await withTemporaryFolder { folder in
      try await record([(get, first), (post, second)], in: folder)
      let client = HTTPClient.replaying(from: folder)
      #expect(try await client.send(post) == second)
      #expect(try await client.send(get) == first)
    }
  }

  @Test("an exchange is two files, one to read and one with the body as it was")
  func files() async throws {
    let answer = HTTPResponse(
      status: 201, headers: [HTTPHeader("Content-Type", "a/b"), HTTPHeader("Set-Cookie", "c=d")],
      body: [0xFF, 0x00])
    try await withTemporaryFolder { folder in
      try await record([(post, answer)], in: folder)
      let base = URL(filePath: folder).appending(path: "models/summary/1")
      #expect(try Data(contentsOf: base.appendingPathExtension("body")) == Data([0xFF, 0x00]))
      #expect(
        try String(contentsOf: base.appendingPathExtension("json"), encoding: .utf8) == #"""
          {
            "headers" : {
              "content-type" : "a/b"
            },
            "name" : "models/summary/1",
            "request" : "POST https://b.example/v1/chat",
            "sent" : "{\"prompt\": \"鍵/錠\"}",
            "status" : 201
          }
          """#)
    }
  }

  @Test(
    "the file says what was asked, with the query only where no key is in play",
    arguments: [
      (HTTPRequest.get("http://a.example/b?c=d"), "GET http://a.example/b?c=d"),
      (.get("http://a.example/b?c=d", credential: .bearer("sk-1")), "GET http://a.example/b"),
      (.post("http://a.example/b?c=d", [1]), "POST http://a.example/b"),
    ])
  func requestLine(request: HTTPRequest, expected: String) async throws {
    try await withTemporaryFolder { folder in
      try await record([(request, HTTPResponse(status: 200))], in: folder)
      let json = try Data(contentsOf: URL(filePath: "\(folder)/\(request.name).json"))
      let head = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
      #expect(head["request"] as? String == expected)
    }
  }

  @Test("attempts of the same name are numbered, and come back in order")
  func attempts() async throws {
    let answers = [500, 429, 200].map { HTTPResponse(status: $0, body: [UInt8($0 % 256)]) }
    try await withTemporaryFolder { folder in
      try await record(answers.map { (get, $0) }, in: folder)
      #expect(
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == [
          "arxiv", "arxiv/sd-0.body", "arxiv/sd-0.json", "arxiv/sd-0~2.body", "arxiv/sd-0~2.json",
          "arxiv/sd-0~3.body", "arxiv/sd-0~3.json",
        ])
      let client = HTTPClient.replaying(from: folder)
      for answer in answers { #expect(try await client.send(get) == answer) }
      await #expect(
        throws: HTTPError.noRecording(name: "arxiv/sd-0 (attempt 4)", folder: folder)
      ) {
        try await client.send(get)
      }
      // Each replay begins anew.
      #expect(try await HTTPClient.replaying(from: folder).send(get) == answers[0])
    }
  }

  @Test("a replay goes through retries as the recorded run did")
  func retries() async throws {
    let timing = ManualTiming()
    let slow = HTTPResponse(status: 429, headers: [HTTPHeader("retry-after", "7")])
    let answer = HTTPResponse(status: 200, body: [1])
    try await withTemporaryFolder { folder in
      try await record([(get, slow), (get, answer)], in: folder)
      let client = HTTPClient.replaying(from: folder)
        .retrying(RetryPolicy(), timing: timing.timing)
      #expect(try await client.send(get) == answer)
      #expect(timing.waits == [.milliseconds(7050)])
    }
  }

  @Test("a new recording replaces the old one")
  func replaced() async throws {
    let answers = [1, 2].map { HTTPResponse(status: 200, body: [$0]) }
    try await withTemporaryFolder { folder in
      for answer in answers { try await record([(get, answer)], in: folder) }
      #expect(try await HTTPClient.replaying(from: folder).send(get) == answers[1])
    }
  }

  @Test("a request that fails leaves nothing, and does not count as an attempt")
  func failure() async throws {
    let answer = HTTPResponse(status: 200, body: [1])
    let script = ScriptedClient([.failure(.engine("x")), .success(answer)])
    try await withTemporaryFolder { folder in
      let client = script.client.taped(in: folder)
      await #expect(throws: HTTPError.engine("x")) { try await client.send(get) }
      #expect(try FileManager.default.subpathsOfDirectory(atPath: folder) == [])
      _ = try await client.send(get)
      #expect(try await HTTPClient.replaying(from: folder).send(get) == answer)
    }
  }

  @Test("a cancelled task gets nothing from a replay")
  func cancelled() async throws {
    try await withTemporaryFolder { folder in
      try await record([(get, HTTPResponse(status: 200))], in: folder)
      let client = HTTPClient.replaying(from: folder)
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await client.send(get)
      }
      await #expect(throws: CancellationError.self) { try await task.value }
    }
  }
}
