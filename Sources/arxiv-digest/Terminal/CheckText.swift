import Models

/// Puts into words what came of a profile's check.
struct CheckText {
  /// The profile that was checked.
  let profile: ModelProfile
  /// The variable that its key comes from.
  let keyVariable: String

  /// A profile that works: who answered, and what that took.
  func line(for reply: ModelReply) -> String {
    "\(profile.name): ok, \(reply.servedModel ?? profile.model), \(bill(reply.usage)), "
      + "asked with \(reply.format.rawValue)"
  }

  private func bill(_ usage: TokenUsage?) -> String {
    guard let usage else { return "tokens not counted, cost unknown" }
    let cost = profile.prices.map { BillText.dollars($0.cost(of: usage)) }
    return "\(usage.inputTokens) tokens in, \(usage.outputTokens) out, "
      + (cost ?? "cost unknown (no prices)")
  }

  /// A profile that does not: what is wrong, and what to do on a line of its own.
  func lines(for error: any Error) -> String {
    let advice = ModelAdvice(profile: profile, keyVariable: keyVariable).text(for: error)
    return "\(profile.name): \(error)\(advice.map { "\n  \($0)" } ?? "")"
  }
}
