import Foundation
import HTTP
import TestSupport
import Testing

/// Where in the folder an exchange is kept, whatever it is called.
@Suite("The names of recordings")
struct RecordingNameTests {
  private func request(_ name: String) -> HTTPRequest {
    HTTPRequest(name: name, method: .get, url: "http://a.example/")
  }

  @Test(
    "a name leads to a file inside the folder, and back to its exchange",
    arguments: [
      ("plain", "plain"), ("arxiv/sd-2024-07-26-0", "arxiv/sd-2024-07-26-0"),
      ("hep-th/9711200", "hep-th/9711200"), ("a/b/c/d", "a/b/c/d"), ("A.b_c+d-1", "A.b_c+d-1"),
      ("../x", "_/x"), ("..", "_"), (".", "_"), ("...", "_"), ("a/../../b", "a/_/_/b"),
      ("a/./b", "a/_/b"), ("/etc/x", "etc/x"), ("//etc//x//", "etc/x"), ("..a/b..", "..a/b.."),
      ("日本語", "___"), ("é", "_"), ("a b", "a_b"), ("a\\..\\b", "a_.._b"), ("a~2", "a_2"),
      ("C:x?*|\"<>", "C_x______"), ("~/x", "_/x"), ("%2e%2e/x", "_2e_2e/x"), ("", "_"), ("/", "_"),
    ])
  func path(name: String, expected: String) async throws {
    try await withTemporaryFolder { parent in
      let folder = parent + "/in/records"
      let answer = HTTPResponse(status: 200, body: Array(name.utf8))
      let client = ScriptedClient([.success(answer)]).client.taped(in: folder)
      _ = try await client.send(request(name))
      let files = try FileManager.default.subpathsOfDirectory(atPath: parent).filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(parent)/\(path)", isDirectory: &isFolder)
          && !isFolder.boolValue
      }
      #expect(files.sorted() == ["body", "json"].map { "in/records/\(expected).\($0)" })
      #expect(try await HTTPClient.replaying(from: folder).send(request(name)) == answer)
    }
  }

  @Test(
    "control characters in a name are not in a file's", arguments: [0, 10, 13, 27, 127] as [UInt8])
  func control(code: UInt8) async throws {
    try await path(name: "a\(UnicodeScalar(code))b", expected: "a_b")
  }

  @Test("an exchange does not answer for another whose name is written alike")
  func alike() async throws {
    try await withTemporaryFolder { folder in
      let client = ScriptedClient([.success(HTTPResponse(status: 200))]).client
      _ = try await client.taped(in: folder).send(request("月"))
      await #expect(
        throws: HTTPError.recordingFailed(file: folder + "/_", reason: "it is the exchange '月'")
      ) {
        try await HTTPClient.replaying(from: folder).send(request("日"))
      }
    }
  }

  @Test("a missing exchange is named, with its folder and how to record it")
  func missing() async throws {
    try await withTemporaryFolder { folder in
      let error = await #expect(throws: HTTPError.self) {
        try await HTTPClient.replaying(from: folder).send(request("arxiv/日"))
      }
      #expect(error == .noRecording(name: "arxiv/日", folder: folder))
      #expect(
        error?.description
          == "\(folder) holds no exchange 'arxiv/日'; record it with: --record \(folder)")
    }
  }

  @Test("a folder that does not exist holds no exchange")
  func missingFolder() async throws {
    await #expect(throws: HTTPError.noRecording(name: "a", folder: "/nowhere/at/all")) {
      try await HTTPClient.replaying(from: "/nowhere/at/all").send(request("a"))
    }
  }
}
