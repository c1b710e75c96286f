import Foundation
import HTTP
import TestSupport

@testable import Models

/// What the tests of batches work with.
enum BatchSamples {
  /// The kinds that have batches.
  static let kinds: [ModelKind] = [.openAIChat, .openAIResponses, .anthropic, .gemini]
  /// When the orders of the tests were written.
  static let made = Date(timeIntervalSince1970: 1_722_261_460)
  /// The key of a batch.
  static let key = "digest-2024-07-26-summarize-9f86d081884c7d65"
  /// A batch as we mean it, with some file.
  static let order = BatchOrder(
    key: key, file: Fixture.path("README.md"), count: 2, made: made)

  /// A profile with a key.
  static func profile(_ kind: ModelKind, _ base: String) -> ModelProfile {
    RequestCase.profile(kind) {
      $0.baseURL = base
      $0.model = "test-model"
      $0.access = .key(Secret("sk-test"))
      $0.extraHeaders = [HTTPHeader("X-Title", "digest")]
      $0.prices = Prices(asOf: "2026-11-12", input: 1, output: 10)
    }
  }

  /// A client that asks a server by a profile, and never really waits.
  static func client(
    _ kind: ModelKind, _ base: String, http: HTTPClient,
    clock: ManualTiming = ManualTiming(date: made)
  ) throws -> BatchClient {
    let server = ModelServer(profile(kind, base), places: 1, timing: clock.timing)
    guard let client = BatchClient(server: server, http: http) else { throw CancellationError() }
    return client
  }

  /// A question about a paper.
  static func prompt(_ number: Int) -> Prompt {
    Prompt(
      name: "summarize-2407.0000\(number)", system: "S", user: "id: 2407.0000\(number)",
      schema: .summary)
  }

  /// Writes a file of some questions, as a stage would.
  static func write(
    _ count: Int, key: String = key, for client: BatchClient, in folder: String
  ) throws -> BatchOrder {
    let frame = client.frame(of: key)
    var bytes = frame.head
    for number in 0..<count {
      if number > 0 { bytes += frame.separator }
      bytes += try client.entry(
        BatchOrder.questionKey(number, of: key), prompt(number), client.format
      ).bytes
    }
    let file = "\(folder)/\(key).batch"
    try Data(bytes + frame.tail).write(to: URL(filePath: file))
    return BatchOrder(key: key, file: file, count: count, made: made)
  }

  /// Bytes of a text.
  static func line(_ text: String) -> ArraySlice<UInt8> { ArraySlice(text.utf8) }
}
