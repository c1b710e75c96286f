import Models

extension FakeDialect {
  /// OpenAI's Responses.
  package static let openAIResponses = FakeDialect(
    kind: "openai-responses", base: "/v1", path: "/responses", keyHeader: "authorization",
    keyVariable: "OPENAI_API_KEY",
    read: { body in
      let format = body["text"]["format"]
      return try Asked(
        system: body["input"].content(of: "developer"), user: body["input"].content(of: "user"),
        schema: format["schema"], object: format["type"] == "json_object",
        // What would be kept for a month is not taken.
        cap: body["store"] == false ? body["max_output_tokens"] : .null)
    },
    write: { said in
      let reasons: [Said.End: JSON] = [.cut: "max_output_tokens", .withheld: "content_filter"]
      let reason = reasons[said.end]
      let part: JSON =
        said.end == .declined
        ? ["type": "refusal", "refusal": .text(said.text)]
        : ["type": "output_text", "text": .text(said.text)]
      return .object([
        "id": "test", "error": .null, "model": .text(said.model),
        "status": reason == nil ? "completed" : "incomplete",
        "incomplete_details": reason.map { ["reason": $0] } ?? .null,
        "output": [
          ["type": "reasoning", "summary": []],
          ["type": "message", "role": "assistant", "content": [part]],
        ],
        "usage": [
          "input_tokens": .integer(said.counts.input),
          "output_tokens": .integer(said.counts.output),
          "input_tokens_details": [
            "cached_tokens": .integer(said.counts.cached),
            "cache_write_tokens": .integer(said.counts.written),
          ],
          "output_tokens_details": ["reasoning_tokens": .integer(said.counts.reasoning)],
        ],
      ])
    },
    fail: { trouble, words in
      let (status, code) = openAICode(trouble)
      let words = trouble == .noSchema ? "Invalid parameter 'text.format': \(words)" : words
      let error: JSON = ["message": .text(words), "code": .text(code)]
      let body: JSON =
        trouble == .inBody ? ["status": "failed", "output": [], "error": error] : ["error": error]
      return Failure(status: status, body: body, headers: trouble.delayHeaders)
    })
}
