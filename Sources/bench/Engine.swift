import Foundation
import HTTP

/// Our HTTP client alone, as `bench-reference` is libcurl alone: the same body, no reply read.
enum Engine {
  private static let prompt =
    #"\nid: 2407.000001\ntitle: x\nabstract:\n"# + String(repeating: "x", count: 2048 - 38)

  /// Sends requests, and returns the seconds that they took.
  static func run(url: String, lanes: Int, count: Int) async throws -> Double {
    let client = HTTPClient.curl(CurlOptions(userAgent: "bench", idleConnections: lanes))
    let request = HTTPRequest(
      name: "bench", method: .post(body: Array(prompt.utf8)), url: url,
      headers: [HTTPHeader("Content-Type", "application/json")],
      credential: HTTPRequest.Credential(
        header: "Authorization", prefix: "Bearer ",
        secret: Secret("sk-bench-" + String(repeating: "k", count: 40))),
      limits: HTTPRequest.Limits(connect: .seconds(10), total: .seconds(60)))
    let start = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<lanes {
        group.addTask {
          for _ in stride(from: lane, to: count, by: lanes) {
            let response = try await client.send(request)
            guard response.status == 200 else { throw Child.Failure(description: "no reply") }
          }
        }
      }
      try await group.waitForAll()
    }
    return start.duration(to: .now) / .seconds(1)
  }
}
