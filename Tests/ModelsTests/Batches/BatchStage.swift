import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

/// A server of the test with a client, and a folder for files of questions.
struct BatchStage {
  /// What the server speaks.
  let wire: BatchWire
  /// The server.
  let server: BatchServer
  /// The client.
  let client: BatchClient
  /// The folder.
  let folder: String

  /// Starts a server that has some surprises for its first batch.
  init(_ wire: BatchWire, pace: BatchServer.Pace, _ surprises: [BatchSurprise], in folder: String)
    throws
  {
    self.wire = wire
    self.folder = folder
    server = try BatchServer(
      wire, pace: pace, script: [surprises], now: { BatchSamples.made }
    ) { question in
      .says(FakeDialect.Said(text: "about \(question.papers.joined())"))
    }
    let kind = try #require(ModelKind(rawValue: wire.kind))
    client = try BatchSamples.client(
      kind, server.baseURL, http: .curl(CurlOptions(userAgent: "test")))
  }

  /// Makes a batch of some questions.
  func make(_ count: Int = 3) async throws -> (order: BatchOrder, status: BatchStatus) {
    let order = try BatchSamples.write(count, for: client, in: folder)
    return (order, try await client.create(order))
  }

  /// Looks until a batch comes to its end, or a number of times; the last state.
  func wait(for id: String, looks: Int = 8) async throws -> BatchStatus? {
    var status: BatchStatus?
    for _ in 0..<looks {
      status = try await client.look(id)
      if let phase = status?.phase, phase != .waiting, phase != .stopping { break }
    }
    return status
  }

  /// What each line says, a word for each; `!` where it cannot be read.
  func results(of status: BatchStatus?) async throws -> [String] {
    var words: [String] = []
    for file in status?.results ?? [] {
      words += try await client.results(file).split(separator: 0x0A).map { line in
        guard let answer = try? client.answer(line) else { return "!" }
        let number = answer.key.split(separator: "-").last ?? ""
        switch answer.outcome {
        case .reply(let reply):
          return "\(number) \(reply.completeness) \(reply.text)"
        case .failed(let error): return "\(number) \(error.kind)"
        case .unasked: return "\(number) unasked"
        }
      }
    }
    return words
  }

  /// What becomes of a batch with the surprises.
  func run(_ count: Int = 3) async throws -> (status: BatchStatus?, results: [String]) {
    let status = try await wait(for: try await make(count).status.id)
    return (status, try await results(of: status))
  }
}
