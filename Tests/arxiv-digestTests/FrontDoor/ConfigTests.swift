import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The built program's config")
struct ConfigTests {
  private static let digest = #"""
    {
      // whom to write to
      "contact": "me@example.org",
      "topics": [{ "slug": "sd", "name": "合成データ", "query": "abs:a" }],
      "models": {
        "m": {
          "kind": "openai-chat", "model": "x",
          "baseURL": "https://model.example/v1",
          "temperature": 0.5, "extraBody": { "seed": 7 },
          "limits": { "attempts": 3 },
          "prices": { "asOf": "2026-11-12", "input": 1, "output": 2.5 },
          "fallbacks": ["local"]
        },
        "local": { "kind": "ollama", "model": "y", "baseURL": "http://localhost:11434" }
      },
      "use": { "translate": "m", "summarize": "m" },
      "validation": { "levels": { "pet-word": "off" } }
    }
    """#

  private func config(
    _ words: [String] = [], _ variables: [String: String] = [:], dotEnv: String? = nil,
    digest: String = digest
  ) async throws -> RunningProgram.Outcome {
    try await withTemporaryFolder { folder in
      try Data(digest.utf8).write(to: URL(filePath: folder + "/digest.json"))
      try FileManager.default.copyItem(
        atPath: Fixture.root + "/prompts", toPath: folder + "/prompts")
      if let dotEnv { try Data(dotEnv.utf8).write(to: URL(filePath: folder + "/.env")) }
      return try await Program.digest.run(["config"] + words, environment: variables, in: folder)
        .replacing(Program.digest.path, with: "arxiv-digest")
    }
  }

  @Test("shows every setting with its source, and of a key only that it is there")
  func everything() async throws {
    let outcome = try await config(
      [], ["ARXIV_INTERVAL_SECONDS": "5", "https_proxy": "http://me:secret@proxy.example"],
      dotEnv: "\nOPENAI_API_KEY=sk-canary\n")
    #expect(outcome.status == .exit(0))
    #expect(outcome.errors == "next: arxiv-digest doctor\n")
    #expect(outcome.output == Self.shown)
    #expect(!outcome.output.contains("canary") && !outcome.output.contains("secret"))
  }

  private static let shown = """
    files
      digest.json               digest.json                         current folder
      prompts                   prompts                             current folder
      glossary                  prompts/glossary.json               current folder
      .env                      .env                                current folder

    digest
      contact                   me@example.org                      digest.json:3
      weekStart                 friday                              default
      topics                    1: sd                               digest.json:4
      use.translate             m                                   digest.json:16
      use.summarize             m                                   digest.json:16
      spending.askAboveUSD      1                                   default

    models.m: translate; summarize
      kind                      openai-chat                         digest.json:7
      model                     x                                   digest.json:7
      baseURL                   https://model.example/v1            digest.json:8
      key                       set                                 .env:2
      temperature               0.5                                 digest.json:9
      reasoningEffort           not sent                            default
      structuredOutput          json_schema                         default
      marksCache                false                               default
      extraHeaders              none                                default
      extraBody                 {"seed":7}                          digest.json:9
      fallbacks                 local                               digest.json:12
      limits.outputTokens       4000                                default
      limits.outputTokensField  max_completion_tokens               default
      limits.contextTokens      16384                               default
      limits.timeoutSeconds     180                                 default
      limits.deadlineSeconds    900                                 default
      limits.attempts           3                                   digest.json:10
      limits.backoffSeconds     1                                   default
      limits.requestsPerMinute  as the server says                  default
      limits.tokensPerMinute    as the server says                  default
      limits.batchRequests      as the provider takes               default
      limits.batchPollSeconds   60                                  default
      limits.batchGraceSeconds  600                                 default
      prices.asOf               2026-11-12                          digest.json:11
      prices.input              1                                   digest.json:11
      prices.cachedInput        1                                   default
      prices.cacheWrite         1                                   default
      prices.output             2.5                                 digest.json:11

    models.local: translate, if need be; summarize, if need be
      kind                      ollama                              digest.json:14
      model                     y                                   digest.json:14
      baseURL                   http://localhost:11434              digest.json:14
      key                       not needed                          default
      temperature               not sent                            default
      reasoningEffort           not sent                            default
      structuredOutput          json_schema                         default
      marksCache                false                               default
      extraHeaders              none                                default
      extraBody                 none                                default
      fallbacks                 none                                default
      limits.outputTokens       4000                                default
      limits.outputTokensField  max_completion_tokens               default
      limits.contextTokens      16384                               default
      limits.timeoutSeconds     180                                 default
      limits.deadlineSeconds    900                                 default
      limits.attempts           6                                   default
      limits.backoffSeconds     1                                   default
      limits.requestsPerMinute  as the server says                  default
      limits.tokensPerMinute    as the server says                  default
      limits.batchRequests      as the provider takes               default
      limits.batchPollSeconds   60                                  default
      limits.batchGraceSeconds  600                                 default
      prices                    unknown                             default

    network
      ARXIV_API_URL             https://export.arxiv.org/api/query  default
      ARXIV_OAI_URL             https://oaipmh.arxiv.org/oai        default
      ARXIV_INTERVAL_SECONDS    5                                   environment ARXIV_INTERVAL_SECONDS
      ARXIV_PACE_FILE           /tmp/arxiv-digest-arxiv.org.pace    default
      User-Agent                arxiv-digest/\(Help.version) (me@example.org)  default
      SSL_CERT_FILE             the system's                        default
      https_proxy               set                                 environment https_proxy

    validation
      repairs                   2                                   default
      titleLength               2 to 160                            default
      bulletLength              8 to 180                            default
      remarkLength              8 to 160                            default
      knownNames                20 usual ones                       default
      petWords                  未来, 面白, ワクワク, すごい, 期待  default
      petWordShare              0.35                                default
      openingShare              0.2                                 default
      levels.pet-word           off                                 digest.json:17

    options, where they are not typed
      --runs                    runs                                default
      --site                    site                                default
      --source                  api                                 default
      --concurrency             16                                  default
      --max-cost                no limit                            default
      --max-requests            no limit                            default

    """

  /// The settings of `config --json` by their names.
  private func settings(_ outcome: RunningProgram.Outcome) throws -> [String: [String]] {
    struct Printed: Decodable {
      let format: Int
      let command: String
      let settings: [Item]
    }
    struct Item: Decodable {
      let name: String
      let value: String
      let source: String
    }
    #expect(outcome.status == .exit(0))
    #expect(outcome.errors == "")
    let printed = try JSONDecoder().decode(Printed.self, from: Data(outcome.output.utf8))
    #expect([printed.format == 1, printed.command == "config"] == [true, true])
    let pairs = printed.settings.map { ($0.name, [$0.value, $0.source]) }
    return Dictionary(pairs) { $0 + $1 }
  }

  @Test("with --json shows the same to programs, and what the environment puts in its place")
  func json() async throws {
    let settings = try settings(
      await config(
        ["--json"], ["MODEL_NAME": "other", "MODEL_API_KEY": "sk-canary", "MODEL_PROFILE": "m"]))
    #expect(settings["models.m.model"] == ["other", "environment MODEL_NAME"])
    #expect(settings["models.m.key"] == ["set", "environment MODEL_API_KEY"])
    #expect(settings["models.m.temperature"] == ["not sent", "default"])
    #expect(settings["models.m.prices"] == ["unknown", "default"])
    #expect(settings["models.local.model"] == ["y", "digest.json:14"])
    #expect(settings["use.translate"] == ["m", "environment MODEL_PROFILE"])
    #expect(settings["topics"] == ["1: sd", "digest.json:4"])
    #expect(!settings.description.contains("canary"))
  }

  @Test("of a key that is missing it names the variable")
  func missingKey() async throws {
    let settings = try settings(await config(["--json"]))
    #expect(settings["models.m.key"] == ["missing: OPENAI_API_KEY", "nowhere"])
  }

  @Test(
    "a mistake is told with file and line, and the nearest name",
    arguments: [
      (
        "\"model\": \"x\"", "\"modle\": \"x\"",
        "7: unknown key 'modle' in models.m; did you mean 'model'?"
      ),
      ("\"model\": \"x\",\n", "\"model\": \"x\"\n", "8:7: a ',' or a '}' is missing before this"),
      (
        "\"pet-word\"", "\"pet-wrod\"",
        "17: validation.levels.pet-wrod: no check has the code 'pet-wrod'; did you mean 'pet-word'?"
      ),
      (
        "\"summarize\": \"m\"", "\"summarize\": \"lokal\"",
        "16: use.summarize: no model profile 'lokal'; did you mean 'local'?; known: local, m"
      ),
      (
        "\"ollama\"", "\"olama\"",
        "14: models.local.kind: there is no kind 'olama'; did you mean 'ollama'?; known: openai-chat, openai-responses, anthropic, gemini, ollama, bedrock"
      ),
    ])
  func mistake(from: String, to: String, message: String) async throws {
    #expect(
      try await config(digest: Self.digest.replacing(from, with: to))
        == RunningProgram.Outcome(
          status: .exit(64),
          errors:
            "arxiv-digest: digest.json:\(message)\nnext: arxiv-digest config  # once that is mended\n"
        ))
  }
}
