import Foundation
import HTTP
import Testing

@testable import Models

@Suite("Batches: files of questions")
struct BatchFileTests {
  @Test("a question stands in the file as it is asked online", arguments: BatchSamples.kinds)
  func entry(kind: ModelKind) throws {
    let dialect = try #require(kind.batchDialect)
    let profile = BatchSamples.profile(kind, "https://a.example")
    let request = try kind.dialect.request(BatchSamples.prompt(1), .schema, profile)
    guard case .post(let body) = request.method else { return }
    let entry = dialect.entry("9f86-1", body, profile)
    #expect(!entry.contains(0x0A))
    let json = try JSONDecoder().decode(JSON.self, from: Data(entry))
    let expected: JSON =
      switch kind {
      case .anthropic: ["custom_id": "9f86-1", "params": try request.json()]
      case .gemini: ["key": "9f86-1", "request": try request.json()]
      default:
        [
          "custom_id": "9f86-1", "method": "POST",
          "url": kind == .openAIChat ? "/v1/chat/completions" : "/v1/responses",
          "body": try request.json(),
        ]
      }
    #expect(json == expected)
  }

  @Test("a file of OpenAI is the form in which it is sent")
  func form() {
    let frame = BatchDialect.openAI.frame("digest-2024-07-26-translate-1f")
    let boundary = "digest-digest-2024-07-26-translate-1f"
    #expect(
      frame
        == BatchFrame(
          head: "--\(boundary)\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n"
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; "
            + "filename=\"digest-2024-07-26-translate-1f.jsonl\"\r\n"
            + "Content-Type: application/jsonl\r\n\r\n",
          separator: "\n", tail: "\n\r\n--\(boundary)--\r\n"))
  }

  @Test("a file of Anthropic is one object, and one of Gemini lines")
  func frames() {
    #expect(
      BatchDialect.anthropic.frame("k")
        == BatchFrame(head: #"{"requests":["#, separator: ",\n", tail: "]}"))
    #expect(BatchDialect.gemini.frame("k") == BatchFrame())
  }

  @Test("a boundary is never longer than forms allow")
  func boundary() throws {
    let order = BatchOrder(
      key: String(repeating: "k", count: 100) + "-1f", file: "", count: 1, made: Date())
    let request = try BatchDialect.openAI.create[0](
      order, [], nil, BatchSamples.profile(.openAIChat, "https://a.example"))
    let type = try #require(request.headers["Content-Type"])
    #expect(type.split(separator: "=").last?.count == 67)
    #expect(type.hasSuffix("-1f"))
  }

  @Test("the limits are those of the providers")
  func limits() throws {
    let limits = try BatchSamples.kinds.map { try #require($0.batchDialect).limits }
    let openAI = BatchLimits(requests: 50_000, bytes: 200_000_000, seconds: 26 * 3600)
    let anthropic = BatchLimits(requests: 100_000, bytes: 256_000_000, seconds: 26 * 3600)
    let gemini = BatchLimits(requests: 50_000, bytes: 200_000_000, seconds: 50 * 3600)
    #expect(limits == [openAI, openAI, anthropic, gemini])
  }
}
