import Foundation
import HTTP
import TestSupport
import Testing

/// Recordings that cannot be read or written.
@Suite("Damaged recordings")
struct RecordingDamageTests {
  private let request = HTTPRequest(name: "a/b", method: .get, url: "http://a.example/")
  private let answer = HTTPResponse(status: 200, body: [1])

  @Test(
    "a file that cannot be read is an error that names it",
    arguments: [
      "", "{", "[]", "null", #"{"name": "a/b"}"#,
      #"{"name": "a/b", "request": "GET", "status": "200", "headers": {}}"#,
    ])
  func damaged(text: String) async throws {
    try await withTemporaryFolder { folder in
      _ = try await ScriptedClient([.success(answer)]).client.taped(in: folder).send(request)
      try Data(text.utf8).write(to: URL(filePath: folder + "/a/b.json"))
      let error = await #expect(throws: HTTPError.self) {
        try await HTTPClient.replaying(from: folder).send(request)
      }
      #expect(error?.withoutReason == .recordingFailed(file: folder + "/a/b", reason: ""))
      #expect(error?.isTransient == false)
    }
  }

  @Test("an exchange without its body is an error, and no empty answer")
  func missingBody() async throws {
    try await withTemporaryFolder { folder in
      _ = try await ScriptedClient([.success(answer)]).client.taped(in: folder).send(request)
      try FileManager.default.removeItem(atPath: folder + "/a/b.body")
      let error = await #expect(throws: HTTPError.self) {
        try await HTTPClient.replaying(from: folder).send(request)
      }
      #expect(error?.withoutReason == .recordingFailed(file: folder + "/a/b", reason: ""))
    }
  }

  @Test(
    "an exchange that cannot be kept is told, and its answer is returned: it may have been paid for",
    arguments: [("a/b", "a/b"), (String(repeating: "n", count: 300), nil)] as [(String, String?)])
  func unwritable(name: String, blocked: String?) async throws {
    try await withTemporaryFolder { parent in
      // A file where the folder should be stops even a user who may write everywhere.
      let folder = blocked == nil ? parent : parent + "/file/records"
      try Data().write(to: URL(filePath: parent + "/file"))
      var request = self.request
      request.name = name
      let failures = Locked<[HTTPError]>([])
      let client = ScriptedClient([.success(answer)]).client.recording(to: folder) { error in
        if let error = error as? HTTPError { failures.withLock { $0.append(error) } }
      }
      #expect(try await client.send(request) == answer)
      #expect(
        failures.withLock { $0.map(\.withoutReason) }
          == [.recordingFailed(file: "\(folder)/\(name)", reason: "")])
    }
  }
}
