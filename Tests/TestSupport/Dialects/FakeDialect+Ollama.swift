import Models

extension FakeDialect {
  /// Ollama's own API.
  package static let ollama = FakeDialect(
    kind: "ollama", base: "", path: "/api/chat", keyHeader: "authorization",
    keyVariable: "OLLAMA_API_KEY",
    read: { body in
      try Asked(
        system: body["messages"].content(of: "system"),
        user: body["messages"].content(of: "user"), schema: body["format"],
        object: body["format"] == "json",
        // A stream is not what a program that waits for one answer wants.
        cap: body["stream"] == false ? body["options"]["num_predict"] : .null)
    },
    write: { said in
      [
        "model": .text(said.model), "done": true,
        "done_reason": said.end == .cut ? "length" : "stop",
        // It has no other way to decline than in words.
        "message": ["role": "assistant", "thinking": "{", "content": .text(said.text)],
        "prompt_eval_count": .integer(said.counts.input),
        "eval_count": .integer(said.counts.output), "total_duration": 12_345_678_901,
      ]
    },
    fail: { trouble, words in
      let status =
        switch trouble {
        case .busy: 429
        case .overloaded: 529
        case .badKey: 401
        case .exhausted: 402
        case .tooLong, .noSchema: 400
        case .inBody: 200
        case .status(let status): status
        }
      let hints: [Trouble: String] = [
        .tooLong: "the prompt is longer than the context length: ",
        .noSchema: "failed to parse grammar: ",
      ]
      let words = (hints[trouble] ?? "") + words
      return Failure(status: status, body: ["error": .text(words)], headers: trouble.delayHeaders)
    })
}
