package import HTTP

/// What a run has learned about one server, for all stages that ask it.
package final class ModelServer: Sendable {
  private struct State {
    var format: ReplyFormat
    var answers = 0
    /// When each kind of note was told last, and how many were held back since.
    var notes: [String: (time: Duration, heldBack: Int)] = [:]
    /// True once a reply was in the shape that this way of asking asks for.
    var isShapely = false
    /// Whole replies in a row that were not.
    var misshapen = 0
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
      // More than a few tokens for a byte is a server's slip.
      let seen = min(4, Double(usage.inputTokens) / Double(bytes))
      state.tokensPerByte = state.tokensPerByte * 0.9 + seen * 0.1
    }
  }

  /// Tells something that may come often: once in a while, and how often it was not told meanwhile.
  func noteNowAndThen(_ kind: String, _ text: String) {
    let now = timing.uptime()
    let heldBack: Int? = state.withLock { state in
      if let last = state.notes[kind], now - last.time < .seconds(20) {
        state.notes[kind]?.heldBack += 1
        return nil
      }
      defer { state.notes[kind] = (now, 0) }
      return state.notes[kind]?.heldBack ?? 0
    }
    guard let heldBack else { return }
    note(heldBack == 0 ? text : "\(text) (and \(heldBack) like it before)")
  }

  /// True where a server seems not to know a way of asking: its first reply is not in the shape that
  /// was asked for, or three in a row are not.
  func isIgnoring(_ format: ReplyFormat, isInShape: Bool) -> Bool {
    state.withLock { state in
      guard state.format == format else { return false }
      state.misshapen = isInShape ? 0 : state.misshapen + 1
      state.isShapely = state.isShapely || isInShape
      return !isInShape && (!state.isShapely || state.misshapen >= 3)
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
      state.isShapely = false
      state.misshapen = 0
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
