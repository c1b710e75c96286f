import Models

extension FakeDialect {
  /// Google's Gemini.
  package static let gemini = FakeDialect(
    kind: "gemini", base: "/v1beta", path: "/models/test-model:generateContent",
    keyHeader: "x-goog-api-key", keyVariable: "GEMINI_API_KEY",
    read: { body in
      let config = body["generationConfig"]
      return try Asked(
        system: body["systemInstruction"]["parts"],
        user: body["contents"].items.first?["parts"] ?? .null,
        schema: config["responseJsonSchema"],
        object: config["responseMimeType"] == "application/json", cap: config["maxOutputTokens"])
    },
    write: { said in
      let counts: JSON = [
        "promptTokenCount": .integer(said.counts.input),
        // Counts of zero are left out.
        "cachedContentTokenCount": said.counts.cached > 0 ? .integer(said.counts.cached) : .null,
        // Thoughts are counted beside the answer.
        "candidatesTokenCount": .integer(said.counts.output - said.counts.reasoning),
        "thoughtsTokenCount": said.counts.reasoning > 0 ? .integer(said.counts.reasoning) : .null,
      ]
      guard said.end != .withheld else {
        return ["promptFeedback": ["blockReason": "PROHIBITED_CONTENT"], "usageMetadata": counts]
      }
      let finish: [Said.End: JSON] = [.cut: "MAX_TOKENS", .declined: "SAFETY"]
      let half = said.text.count / 2
      return [
        "modelVersion": .text(said.model), "responseId": "test", "usageMetadata": counts,
        "candidates": [
          [
            "index": 0, "finishReason": finish[said.end] ?? "STOP",
            "content": [
              "role": "model",
              "parts": [
                ["thought": true, "text": "{"], ["text": .text(String(said.text.prefix(half)))],
                ["text": .text(String(said.text.dropFirst(half)))],
              ],
            ],
          ]
        ],
      ]
    },
    fail: { trouble, words in
      let (status, name, detail): (Int, String, JSON) =
        switch trouble {
        case .busy(let seconds):
          (429, "RESOURCE_EXHAUSTED", seconds.map { ["retryDelay": .text("\($0)s")] } ?? .null)
        case .overloaded: (529, "UNAVAILABLE", .null)
        // A wrong key looks like a mistake in the request.
        case .badKey: (400, "INVALID_ARGUMENT", ["reason": "API_KEY_INVALID"])
        // The day's quota asks for a second's wait, which would be of no use.
        case .exhausted:
          (
            429, "RESOURCE_EXHAUSTED",
            [
              "violations": [["quotaId": "GenerateRequestsPerDayPerProjectPerModel"]],
              "retryDelay": "1s",
            ]
          )
        case .tooLong, .noSchema: (400, "INVALID_ARGUMENT", .null)
        case .inBody: (200, "UNAVAILABLE", .null)
        case .status(let status): (status, "TEST", .null)
        }
      let hints: [Trouble: String] = [
        .tooLong: "The input token count is too high. ",
        .noSchema: "Unknown name \"responseJsonSchema\" at 'generation_config'. ",
      ]
      let words = (hints[trouble] ?? "") + words
      return Failure(
        status: status,
        body: [
          "error": [
            "code": .integer(status), "message": .text(words), "status": .text(name),
            "details": detail == .null ? .null : [detail],
          ]
        ])
    })
}
