import Models

extension FakeDialect {
  /// Anthropic's Messages.
  package static let anthropic = FakeDialect(
    kind: "anthropic", base: "", path: "/v1/messages", keyHeader: "x-api-key",
    keyVariable: "ANTHROPIC_API_KEY", wants: ["anthropic-version"],
    read: { body in
      try Asked(
        system: body["system"], user: body["messages"].content(of: "user"),
        schema: body["output_config"]["format"]["schema"], cap: body["max_tokens"])
    },
    write: { said in
      let stop: JSON =
        switch said.end {
        case .whole: "end_turn"
        case .cut: "max_tokens"
        case .declined, .withheld: "refusal"
        }
      let isRefusal = stop == "refusal"
      // The input is counted without the cache.
      let fresh = said.counts.input - said.counts.cached - said.counts.written
      return [
        "id": "test", "type": "message", "model": .text(said.model), "stop_reason": stop,
        "stop_details": isRefusal ? ["type": "refusal", "explanation": .text(said.text)] : .null,
        "content": isRefusal
          ? []
          : [["type": "thinking", "thinking": ""], ["type": "text", "text": .text(said.text)]],
        "usage": [
          "input_tokens": .integer(fresh),
          "cache_read_input_tokens": .integer(said.counts.cached),
          "cache_creation_input_tokens": .integer(said.counts.written),
          "output_tokens": .integer(said.counts.output),
          "output_tokens_details": ["thinking_tokens": .integer(said.counts.reasoning)],
        ],
      ]
    },
    fail: { trouble, words in
      let (status, type, words) =
        switch trouble {
        case .busy: (429, "rate_limit_error", words)
        case .overloaded: (529, "overloaded_error", words)
        case .badKey: (401, "authentication_error", words)
        // The operator's own limit looks like a mistake in the request.
        case .exhausted:
          (
            400, "invalid_request_error",
            "You have reached your specified API usage limits. \(words)"
          )
        case .tooLong: (400, "invalid_request_error", "prompt is too long: \(words)")
        case .noSchema: (400, "invalid_request_error", "output_config.format: \(words)")
        case .inBody: (200, "overloaded_error", words)
        case .status(let status): (status, "test_error", words)
        }
      return Failure(
        status: status,
        body: ["type": "error", "error": ["type": .text(type), "message": .text(words)]],
        headers: trouble.delayHeaders)
    })
}
