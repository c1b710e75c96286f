import HTTP
import Testing

@testable import Models

@Suite("OpenAI chat: requests")
struct OpenAIChatRequestTests {
  private let titles = Prompt(name: "translate-7", system: "訳す。", user: "題\n", schema: .titles)
  private let summary = Prompt(
    name: "summarize-7", system: "\"System\"", user: "a/b\\c", schema: .summary)

  private func profile(baseURL: String = "https://models.example/v1") -> ModelProfile {
    ModelProfile(name: "p", kind: .openAIChat, model: "some/model", baseURL: baseURL)
  }

  private func request(_ prompt: Prompt, _ profile: ModelProfile) throws -> HTTPRequest {
    try Dialect.openAIChat.request(prompt, profile)
  }

  /// The body that a prompt becomes, with the given fields in front and behind.
  private func body(_ cap: String, _ messages: String, _ rest: String, _ tail: String = "")
    -> [UInt8]
  {
    Array((#"{"\#(cap)":4000,"messages":[\#(messages)],"model":"some/model","# + rest + tail).utf8)
  }

  private let titlesMessages =
    #"{"content":"訳す。","role":"system"},{"content":"題\n","role":"user"}"#
  private let titlesFormat =
    #""response_format":{"json_schema":{"name":"paper_titles","schema":{"#
    + #""additionalProperties":false,"properties":{"titles":{"items":{"#
    + #""additionalProperties":false,"properties":{"#
    + #""id":{"description":"the arXiv id of the paper, as given","type":"string"},"#
    + #""title":{"description":"the title in Japanese","type":"string"}},"#
    + #""required":["id","title"],"type":"object"},"type":"array"}},"#
    + #""required":["titles"],"type":"object"},"strict":true},"type":"json_schema"}"#
  private let summaryMessages =
    #"{"content":"\"System\"","role":"system"},{"content":"a/b\\c","role":"user"}"#
  private let summaryFormat =
    #""response_format":{"json_schema":{"name":"paper_summary","schema":{"#
    + #""additionalProperties":false,"properties":{"#
    + #""bullets":{"items":{"description":"one sentence in Japanese","type":"string"},"#
    + #""type":"array"},"#
    + #""id":{"description":"the arXiv id of the paper, as given","type":"string"},"#
    + #""remark":{"description":"one casual line in Japanese","type":"string"}},"#
    + #""required":["bullets","id","remark"],"type":"object"},"strict":true},"#
    + #""type":"json_schema"}"#

  @Test("a plain profile sends the prompt, the schema and the output limit, and nothing else")
  func plain() throws {
    #expect(
      try request(titles, profile())
        == HTTPRequest(
          name: "openai-chat/translate-7",
          method: .post(
            body: body("max_completion_tokens", titlesMessages, titlesFormat, "}")),
          url: "https://models.example/v1/chat/completions",
          headers: [
            HTTPHeader("Content-Type", "application/json"),
            HTTPHeader("Accept", "application/json"),
          ],
          credential: nil,
          limits: HTTPRequest.Limits(total: .seconds(180), bodyBytes: 8 << 20)))
  }

  @Test("a profile with everything sends everything")
  func everything() throws {
    var profile = profile()
    profile.key = Secret("sk-test")
    profile.limits.outputTokensField = "max_tokens"
    profile.limits.timeoutSeconds = 2.5
    profile.temperature = 0.25
    profile.reasoningEffort = "low"
    let rest =
      #""reasoning_effort":"low","# + summaryFormat + #","temperature":0.25}"#
    #expect(
      try request(summary, profile)
        == HTTPRequest(
          name: "openai-chat/summarize-7",
          method: .post(body: body("max_tokens", summaryMessages, rest)),
          url: "https://models.example/v1/chat/completions",
          headers: [
            HTTPHeader("Content-Type", "application/json"),
            HTTPHeader("Accept", "application/json"),
          ],
          credential: HTTPRequest.Credential(
            header: "Authorization", prefix: "Bearer ", secret: Secret("sk-test")),
          limits: HTTPRequest.Limits(
            total: .milliseconds(2_500), bodyBytes: 8 << 20)))
  }

  @Test("a temperature of zero is sent, not left out")
  func zeroTemperature() throws {
    var profile = profile()
    profile.temperature = 0
    #expect(
      try request(titles, profile).method
        == .post(
          body: body("max_completion_tokens", titlesMessages, titlesFormat, #","temperature":0}"#)))
  }

  @Test(
    "the path follows the base URL after one slash",
    arguments: [
      ("https://models.example/v1", "https://models.example/v1/chat/completions"),
      ("https://models.example/v1/", "https://models.example/v1/chat/completions"),
      ("http://localhost:11434/v1//", "http://localhost:11434/v1/chat/completions"),
      ("https://models.example", "https://models.example/chat/completions"),
    ])
  func url(base: String, expected: String) throws {
    #expect(try request(titles, profile(baseURL: base)).url == expected)
  }

  @Test("the key is in no text of the request but its credential")
  func key() throws {
    var profile = profile()
    profile.key = Secret("sk-test")
    var request = try request(titles, profile)
    #expect(request.credential?.secret == Secret("sk-test"))
    request.credential = nil
    profile.key = nil
    #expect(try request == self.request(titles, profile))
  }

  @Test("the same prompt is the same bytes, so that providers can cache them")
  func stable() throws {
    let requests = try (0..<20).map { _ in try request(summary, profile()).method }
    #expect(Set(requests.map { "\($0)" }).count == 1)
  }

  @Test("every kind has a name for config, a variable for its key and a dialect")
  func kinds() throws {
    #expect(ModelKind.allCases.map(\.rawValue) == ["openai-chat"])
    #expect(ModelKind.allCases.map(\.keyVariable) == ["OPENAI_API_KEY"])
    for kind in ModelKind.allCases {
      #expect(try kind.dialect.request(titles, profile()).url.hasPrefix("https://models.example"))
    }
  }
}
