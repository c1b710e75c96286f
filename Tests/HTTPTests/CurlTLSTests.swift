import HTTP
import TestSupport
import Testing

/// Which servers are trusted.
@Suite("TLS", .enabled(if: TLSServer.isAvailable), .timeLimit(.minutes(5)))
struct CurlTLSTests {
  /// Sends a GET to a server with a certificate for 127.0.0.1 that only its own file vouches for.
  private func send(
    to host: String, trusting file: (TLSServer) -> String?
  ) async throws -> HTTPResponse {
    try await withTemporaryFolder { folder in
      let server = try await TLSServer(in: folder)
      let client = HTTPClient.network(certificateFile: file(server))
      do {
        let response = try await client.send(.get("https://\(host):\(server.port)/"))
        await server.stop()
        return response
      } catch {
        await server.stop()
        throw error
      }
    }
  }

  @Test("a server whose certificate is in the given file answers")
  func trusted() async throws {
    let response = try await send(to: "127.0.0.1") { $0.certificateFile }
    #expect(response.status == 200)
    #expect(response.text.contains("s_server"))
  }

  @Test("a server that nobody vouches for is refused, now and later")
  func untrusted() async throws {
    let error = await #expect(throws: HTTPError.self) {
      try await send(to: "127.0.0.1") { _ in nil }
    }
    #expect(error?.withoutReason == .tlsFailed(host: "127.0.0.1", reason: ""))
    #expect(error?.isTransient == false)
  }

  @Test("a trusted certificate for another name is refused")
  func wrongName() async throws {
    let error = await #expect(throws: HTTPError.self) {
      try await send(to: "localhost") { $0.certificateFile }
    }
    #expect(error?.withoutReason == .tlsFailed(host: "localhost", reason: ""))
  }

  @Test("a file of certificates that is not there vouches for nobody")
  func missingFile() async throws {
    let error = await #expect(throws: HTTPError.self) {
      try await send(to: "127.0.0.1") { $0.certificateFile + ".missing" }
    }
    #expect(error?.withoutReason == .tlsFailed(host: "127.0.0.1", reason: ""))
  }
}
