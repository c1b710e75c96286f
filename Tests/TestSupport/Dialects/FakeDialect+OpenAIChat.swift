import Models

extension FakeDialect {
  /// OpenAI's Chat Completions.
  package static let openAIChat = FakeDialect(
    kind: "openai-chat", base: "/v1", path: "/chat/completions", keyHeader: "authorization",
    keyVariable: "OPENAI_API_KEY",
    read: { body in
      let format = body["response_format"]
      return try Asked(
        system: body["messages"].content(of: "system"),
        user: body["messages"].content(of: "user"), schema: format["json_schema"]["schema"],
        object: format["type"] == "json_object",
        // The second is what the many copies of the protocol know.
        cap: body["max_completion_tokens"] == .null
          ? body["max_tokens"] : body["max_completion_tokens"])
    },
    write: { said in
      let finish: JSON =
        switch said.end {
        // A refusal looks like the end of a good answer.
        case .whole, .declined: "stop"
        case .cut: "length"
        case .withheld: "content_filter"
        }
      let message: JSON = [
        "role": "assistant", "content": said.end == .declined ? .null : .text(said.text),
        "refusal": said.end == .declined ? .text(said.text) : .null,
      ]
      return [
        "id": "test", "object": "chat.completion", "model": .text(said.model),
        "choices": [["index": 0, "finish_reason": finish, "message": message]],
        "usage": [
          "prompt_tokens": .integer(said.counts.input),
          "completion_tokens": .integer(said.counts.output),
          "prompt_tokens_details": [
            "cached_tokens": .integer(said.counts.cached),
            "cache_write_tokens": .integer(said.counts.written),
          ],
          "completion_tokens_details": ["reasoning_tokens": .integer(said.counts.reasoning)],
        ],
      ]
    },
    fail: { trouble, words in
      let (status, code) = openAICode(trouble)
      let words = trouble == .noSchema ? "'response_format' of type json_schema: \(words)" : words
      return Failure(
        status: status, body: ["error": ["message": .text(words), "code": .text(code)]],
        headers: trouble.delayHeaders)
    })

  /// Status and code of both APIs of OpenAI.
  static func openAICode(_ trouble: Trouble) -> (status: Int, code: String) {
    switch trouble {
    case .busy: (429, "rate_limit_exceeded")
    case .overloaded: (529, "server_is_overloaded")
    case .badKey: (401, "invalid_api_key")
    case .exhausted: (429, "insufficient_quota")
    case .tooLong: (400, "context_length_exceeded")
    case .noSchema: (400, "unsupported_value")
    case .inBody: (200, "server_error")
    case .status(let status): (status, "test_error")
    }
  }
}
