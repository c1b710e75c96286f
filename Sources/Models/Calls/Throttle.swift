package import HTTP

/// Holds requests to one server back, so that it need not refuse them.
///
/// Three things hold a request back: the budgets for requests and tokens in a minute, a pause that
/// the server has asked for, and the number of places, which shrinks where the server is
/// overcharged and grows while it is not. Whoever waits for the first two holds no place. A wait
/// beyond the patience of a run is an error and not slept through.
package final class Throttle: Sendable {
  /// What became of a request, as far as the server's load is concerned.
  enum Outcome: Equatable {
    /// It was answered.
    case answered
    /// The server had too much to do; it may have said for how long.
    case overcharged(Duration?)
    /// Something else; says nothing of the load.
    case other
  }

  /// Leave to send one request.
  struct Permit {
    /// The number of places when the leave was given, as a generation: one burst cuts once.
    fileprivate let generation: Int
  }

  fileprivate struct State {
    var places: Int
    var generation = 0
    /// Answers since the number of places changed.
    var answers = 0
    var pausedUntil = Duration.zero
    var requests: Bucket?
    var tokens: Bucket?
  }

  private let limits: ModelProfile.Limits
  private let timing: Timing
  private let most: Int
  private let slots: Slots
  private let state: Locked<State>

  /// Opens so many places at most.
  package init(places: Int, limits: ModelProfile.Limits, timing: Timing) {
    self.limits = limits
    self.timing = timing
    most = max(1, places)
    slots = Slots(most)
    let now = timing.uptime()
    state = Locked(
      State(
        places: most,
        requests: limits.ownRequestsPerMinute.map { Bucket(perMinute: $0, now: now) },
        tokens: limits.ownTokensPerMinute.map { Bucket(perMinute: $0, now: now) }))
  }

  /// How many requests may be under way now.
  package var places: Int { state.withLock { $0.places } }

  /// Runs `body` in a place, once the server can be expected to take a request of so many tokens.
  ///
  /// `onWait` hears of each wait for the server's pace before it begins.
  ///
  /// Throws `ModelError` for a request that is larger than a minute's budget, because no wait would
  /// help, `HTTPError.waitTooLong` where the wait would be too long, and what the door says once it
  /// is shut.
  func admit<Result: Sendable>(
    tokens: Int, to host: String = "the server", door: Door = Door(),
    onWait: @Sendable (Duration) -> Void = { _ in },
    _ body: @Sendable (Permit) async throws -> Result
  ) async throws -> Result {
    if let budget = limits.ownTokensPerMinute, Double(tokens) > budget {
      throw ModelError(
        .tooLong, status: 0,
        message: "not asked: about \(tokens) tokens are more than the \(Int(budget)) that the "
          + "profile allows in a minute")
    }
    while true {
      while let wait = state.withLock({ $0.take(tokens, now: timing.uptime()) }) {
        try door.pass()
        guard wait <= RetryPolicy.longestWait else {
          throw HTTPError.waitTooLong(host: host, seconds: Int(wait.components.seconds))
        }
        onWait(wait)
        try await timing.sleep(wait)
      }
      // Taken before the queue for a place: whoever stood in it when a burst came belongs to it.
      let permit = Permit(generation: state.withLock { $0.generation })
      let result: Result? = try await slots.withSlot {
        guard !isPaused(givingBack: tokens) else { return nil }
        try door.pass()
        return try await body(permit)
      }
      if let result { return result }
    }
  }

  /// True where the server has asked for a pause meanwhile; the budgets get back what was taken.
  private func isPaused(givingBack tokens: Int) -> Bool {
    state.withLock { state in
      guard state.pausedUntil > timing.uptime() else { return false }
      state.requests?.giveBack(1)
      state.tokens?.giveBack(Double(tokens))
      return true
    }
  }

  /// Learns from what became of a request; returns the new number of places where it was cut.
  func learn(_ outcome: Outcome, from permit: Permit, allowances: [Allowance] = []) -> Int? {
    let now = timing.uptime()
    let (places, isCut) = state.withLock { state in
      state.learn(allowances, beside: limits, now: now)
      let isCut = state.adapt(to: outcome, permit: permit, most: most, now: now)
      return (state.places, isCut)
    }
    slots.resize(to: places)
    return isCut ? places : nil
  }
}

extension Throttle.State {
  /// Takes from both budgets, or tells how long to wait; what waits takes nothing.
  fileprivate mutating func take(_ amount: Int, now: Duration) -> Duration? {
    if pausedUntil > now { return pausedUntil - now }
    if let wait = requests?.take(1, now: now) { return wait }
    guard let wait = tokens?.take(Double(amount), now: now) else { return nil }
    requests?.giveBack(1)
    return wait
  }

  /// Takes the server's word for what is left of its budgets, unless the profile has its own; of what
  /// several machines share, each takes its part.
  ///
  /// A budget that the server calls whole says nothing.
  fileprivate mutating func learn(
    _ allowances: [Allowance], beside limits: ModelProfile.Limits, now: Duration
  ) {
    if limits.requestsPerMinute == nil, let scarcest = allowances.scarcest(.requests) {
      requests = Bucket(scarcest, sharedBy: limits.machines, now: now) ?? requests
    }
    if limits.tokensPerMinute == nil, let scarcest = allowances.scarcest(.tokens) {
      tokens = Bucket(scarcest, sharedBy: limits.machines, now: now) ?? tokens
    }
  }

  /// Cuts or grows the number of places; true where it was cut.
  fileprivate mutating func adapt(
    to outcome: Throttle.Outcome, permit: Throttle.Permit, most: Int, now: Duration
  ) -> Bool {
    switch outcome {
    case .other: return false
    case .answered:
      answers += 1
      guard answers >= places, places < most else { return false }
      // About six in a hundred for each round without trouble.
      places = min(most, places + max(1, places / 16))
      answers = 0
      return false
    case .overcharged(let delay):
      // Who asks for more than that is left alone, and not waited for.
      if let delay, delay <= RetryPolicy.longestWait { pausedUntil = max(pausedUntil, now + delay) }
      // Those that were under way together get the same answer; it counts once.
      guard permit.generation == generation else { return false }
      generation += 1
      answers = 0
      let before = places
      places = max(1, places / 2)
      return places < before
    }
  }
}

extension [Allowance] {
  /// Of several budgets, the one of which the smallest share is left.
  fileprivate func scarcest(_ unit: Allowance.Unit) -> Allowance? {
    filter { $0.unit == unit }.min { $0.remaining / $0.limit < $1.remaining / $1.limit }
  }
}
