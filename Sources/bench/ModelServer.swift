import Foundation
import HTTP

/// The loopback server of the benchmarks, for as long as this object lives.
final class ModelServer {
  private let process = Process()
  private let input = Pipe()
  private let port: String

  /// Starts the server.
  init(path: String) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = line.trimmingCharacters(in: .newlines)
  }

  deinit {
    // The end of its input ends the server; where that fails, this process's own end does it.
    try? input.fileHandleForWriting.close()
  }

  /// The API's address, whose replies come after so many milliseconds.
  func baseURL(latency: Int) -> String { "http://127.0.0.1:\(port)/\(latency)/v1" }

  /// The API's address where the model meets every fault of `make soak`.
  var faultyURL: String { "http://127.0.0.1:\(port)/soak/v1" }

  /// What the server has counted; but for the first, behind the faulty address.
  struct Counts: Decodable {
    /// All requests to the model.
    let requests: Int
    /// Requests whose answer could be read.
    let answered: Int
    /// Requests that were told to have failed.
    let failed: Int
    /// Requests of which the client cannot know whether they were answered.
    let unknown: Int
    /// Papers whose summary the model declines.
    let declined: Int
    /// Papers whose summary never comes right.
    let spoilt: Int

    /// The requests by the words of `requests.jsonl`.
    var byState: [String: Int] { ["answered": answered, "failed": failed, "unknown": unknown] }
  }

  /// Asks for what was counted so far.
  func counts() async throws -> Counts {
    let client = HTTPClient.curl(CurlOptions(userAgent: "bench"))
    let url = "http://127.0.0.1:\(port)/"
    let response = try await client.send(HTTPRequest(name: "counts", method: .get, url: url))
    return try JSONDecoder().decode(Counts.self, from: Data(response.body))
  }
}
