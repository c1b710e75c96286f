package import HTTP

/// What a run has learned about one server, for all stages that ask it.
package final class ModelServer: Sendable {
  private struct State {
    var format: ReplyFormat
    var answers = 0
    /// Tokens for a byte of a request, from the replies so far.
    var tokensPerByte = 0.35
  }

  /// How the server is reached.
  let profile: ModelProfile
  /// What holds requests back.
  let throttle: Throttle
  /// The clock and the dice.
  let timing: Timing
  /// Hears what an operator would want to know.
  let note: @Sendable (String) -> Void
  private let state: Locked<State>

  /// Begins knowing what the profile says.
  package init(
    _ profile: ModelProfile, places: Int, timing: Timing = .system,
    note: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.profile = profile
    self.timing = timing
    self.note = note
    throttle = Throttle(places: places, limits: profile.limits, timing: timing)
    let formats = profile.kind.dialect.formats
    // A way that the dialect does not have is replaced by the next.
    let start = ReplyFormat.allCases.drop { $0 != profile.format }.first { formats.contains($0) }
    state = Locked(State(format: start ?? .prompt))
  }

  /// The way in which JSON is asked for now.
  var format: ReplyFormat { state.withLock { $0.format } }

  /// Questions answered so far.
  var answers: Int { state.withLock { $0.answers } }

  /// Tokens that a request will count against a minute's budget, the reply's cap included.
  func expectedTokens(bytes: Int, outputTokens: Int) -> Int {
    Int(Double(bytes) * state.withLock { $0.tokensPerByte }) + outputTokens
  }

  /// Learns from a reply.
  func learn(from usage: TokenUsage, bytes: Int) {
    state.withLock { state in
      state.answers += 1
      guard usage.inputTokens > 0, bytes > 0 else { return }
      let seen = Double(usage.inputTokens) / Double(bytes)
      state.tokensPerByte = state.tokensPerByte * 0.9 + seen * 0.1
    }
  }

  /// Asks for JSON in a weaker way from now on; false where there is none.
  ///
  /// `used` is the way that failed: requests that were under way together fail together, and only
  /// the first of them changes anything.
  func stepDown(from used: ReplyFormat, to kind: ModelError.Kind, because reason: String) -> Bool {
    let formats = profile.kind.dialect.formats
    let weaker = ReplyFormat.allCases.drop { $0 != used }.dropFirst().first { format in
      formats.contains(format) && (kind == .boundsRefused || format != .schema)
    }
    guard let weaker else { return false }
    let isFirst = state.withLock { state in
      guard state.format == used else { return false }
      state.format = weaker
      return true
    }
    if isFirst {
      note(
        "\(profile.name): asking with \(weaker.rawValue) instead of \(used.rawValue) from now on, "
          + "because \(reason)")
    }
    return true
  }
}
