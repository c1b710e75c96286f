package import Records

/// Why batches cannot go on.
package enum BatchProblem: Error, CustomStringConvertible {
  /// A batch was sent by a profile that is not there any more.
  case unknownProfile(Batch)
  /// The provider did not take a batch.
  case refused(Batch, reason: String)
  /// The profile's provider has no batches.
  case noBatches(profile: String)

  package var description: String {
    switch self {
    case .unknownProfile(let batch):
      "batch \(batch.id) was sent by profile \(batch.profile) with model \(batch.model), which this "
        + "stage does not have now; name it again (\"use\", --model, MODEL_PROFILE), so that its "
        + "answers can be fetched"
    case .refused(let batch, let reason):
      "\(batch.profile) did not take batch \(batch.id): \(reason)"
    case .noBatches(let profile):
      "profile \(profile): its provider has no batches; ask with --lane online, or choose a profile "
        + "of kind openai-chat, openai-responses, anthropic or gemini"
    }
  }
}
