import Foundation
import HTTP
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The built program's models")
struct ModelsCommandTests {
  private static let key = "sk-canary-0123456789abcdef"
  private static let good =
    #"{"model":"x-1","choices":[{"message":{"content":"{\"titles\":[{\"id\":\"2407.20021\",\"title\":\"題目\"}]}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":700,"completion_tokens":30}}"#

  /// A server that answers under `/good` and refuses every key under `/bad`, which it shows.
  private func withServer(
    fallbacks: String = "",
    _ body: (_ folder: String, _ server: LoopbackServer) async throws -> Void
  ) async throws {
    let server = try LoopbackServer { request in
      request.path.hasPrefix("/good")
        ? .text(Self.good)
        : .answer(
          status: 401, headers: [],
          body: Array(#"{"error":{"message":"no such key: \#(Self.key)"}}"#.utf8))
    }
    try await withTemporaryFolder { folder in
      let text = """
        {"topics":[{"slug":"sd","name":"合成データ","query":"abs:a"}],
         "models":{
           "m":{"kind":"openai-chat","model":"x","baseURL":"\(server.baseURL)/good"\(fallbacks)},
           "n":{"kind":"openai-chat","model":"x","baseURL":"\(server.baseURL)/bad"},
           "o":{"kind":"anthropic","model":"x","baseURL":"http://127.0.0.1:1"},
           "p":{"kind":"gemini","model":"x","baseURL":"https://b.example"}},
         "use":{"translate":"m","summarize":"m"}}
        """
      try Data(text.utf8).write(to: URL(filePath: folder + "/digest.json"))
      try FileManager.default.copyItem(
        atPath: Fixture.root + "/prompts", toPath: folder + "/prompts")
      try await body(folder, server)
    }
  }

  private func run(
    _ words: [String], _ variables: [String: String] = ["OPENAI_API_KEY": key], in folder: String
  ) async throws -> RunningProgram.Outcome {
    try await Program.digest.run(words, environment: variables, in: folder)
      .replacing(Program.digest.path, with: "arxiv-digest")
  }

  @Test("are listed to stdout without a key, and nothing is sent")
  func list() async throws {
    try await withServer { folder, server in
      let outcome = try await run(["models"], [:], in: folder)
      #expect(outcome.status == .exit(0))
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.map { $0.prefix(2) } == ["pr", "m ", "n ", "o ", "p "])
      #expect(lines[1].hasSuffix("translate; summarize"))
      #expect(lines[4].contains("missing: GEMINI_API_KEY"))
      #expect(outcome.errors.contains("without thinking"))
      #expect(outcome.errors.hasSuffix("\nnext: arxiv-digest models check\n"))
      #expect(server.requests.isEmpty)
    }
  }

  @Test("that are in use are checked with one request each, and status 0 where they answer")
  func checked() async throws {
    try await withServer { folder, server in
      let outcome = try await run(["models", "check"], in: folder)
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.output
          == "m: ok, x-1, 700 tokens in, 30 out, cost unknown (no prices), asked with json_schema\n"
      )
      #expect(outcome.errors == "next: arxiv-digest run\n")
      #expect(server.requests.map(\.path) == ["/good/chat/completions"])
      #expect(server.requests.first?.headers["authorization"] == "Bearer \(Self.key)")
    }
  }

  @Test("that stand in are checked too, and one that fails is told with what to do, and status 1")
  func fallback() async throws {
    try await withServer(fallbacks: #","fallbacks":["n","o","p"]"#) { folder, server in
      let outcome = try await run(["models", "check"], in: folder)
      #expect(outcome.status == .exit(1))
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines.count == 6, "\(outcome.output)")
      #expect(lines[0].hasPrefix("m: ok"))
      #expect(lines[1].hasPrefix("n: the model's server answered 401"))
      #expect(lines[2].hasPrefix("  put a valid key into OPENAI_API_KEY"))
      #expect(lines[3].hasPrefix("o: 127.0.0.1 cannot be reached"))
      #expect(lines[4].hasPrefix("  is the server running"))
      #expect(
        lines[5].hasPrefix("p: digest.json:6: models.p: no key for b.example; set GEMINI_API_KEY"))
      #expect(outcome.errors == "next: arxiv-digest models check  # once that is mended\n")
      #expect(!(outcome.output + outcome.errors).contains(Self.key))
      #expect(server.requests.count == 2)
    }
  }

  @Test("can be named, and then no other is asked")
  func named() async throws {
    try await withServer(fallbacks: #","fallbacks":["o"]"#) { folder, server in
      let outcome = try await run(["models", "check", "n"], in: folder)
      #expect(outcome.status == .exit(1))
      #expect(outcome.errors == "next: arxiv-digest models check n  # once that is mended\n")
      #expect(server.requests.map(\.path) == ["/bad/chat/completions"])
      let unknown = try await run(["models", "check", "q"], in: folder)
      #expect(unknown.status == .exit(64))
      #expect(unknown.errors.contains("no model profile 'q'; known: m, n, o, p"))
      #expect(unknown.errors.hasSuffix("next: arxiv-digest help models check\n"))
    }
  }
}
