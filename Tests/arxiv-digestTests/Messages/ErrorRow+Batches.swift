import Foundation
import Pipeline
import Records

extension ErrorRow {
  private static let batch = Batch(
    id: "digest-2024-07-26-summarize-9f86d081884c7d65", number: 1, stage: "summarize",
    profile: "openai", model: "gpt-6-luna", server: "openai-chat https://api.openai.com/v1",
    topics: ["sd"], format: "json_schema",
    prompt: Fingerprint("a"),
    questions: 8, mostUSD: 0.1, made: Date(timeIntervalSince1970: 1_722_700_000))

  /// Batches cannot go on.
  static let ofBatches: [ErrorRow] = [
    ErrorRow(
      BatchProblem.unknownProfile(batch),
      "batch digest-2024-07-26-summarize-9f86d081884c7d65 was sent by profile openai with model "
        + "gpt-6-luna, which this stage does not have now; name it again (\"use\", --model, "
        + "MODEL_PROFILE), so that its answers can be fetched"),
    ErrorRow(
      BatchProblem.refused(batch, reason: "the file is empty"),
      "openai did not take batch digest-2024-07-26-summarize-9f86d081884c7d65: the file is empty"),
    ErrorRow(
      BatchProblem.noBatches(profile: "local"),
      "profile local: its provider has no batches; ask with --lane online, or choose a profile of kind "
        + "openai-chat, openai-responses, anthropic or gemini"),
  ]
}
