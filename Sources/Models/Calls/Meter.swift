import HTTP

/// Watches over the money: asked before a request is sent, told what it came to.
package struct Meter: Sendable {
  /// A request that will be paid for.
  package struct Request: Sendable, Equatable {
    /// The prompt's name, such as `summarize-2407.20021`.
    package let name: String
    /// The profile that is asked.
    package let profile: String
    /// The model that is asked for.
    package let model: String
    /// What it can cost at most in US dollars; nil where the profile names no prices.
    package let mostUSD: Double?

    /// Bytes of its body.
    package let bodyBytes: Int

    /// Describes a request.
    package init(
      name: String, profile: String, model: String, mostUSD: Double?, bodyBytes: Int = 0
    ) {
      self.name = name
      self.profile = profile
      self.model = model
      self.mostUSD = mostUSD
      self.bodyBytes = bodyBytes
    }
  }

  /// What became of a request.
  package enum Outcome: Sendable, Equatable {
    /// It never left this machine.
    case notSent
    /// The model replied.
    case answered(TokenUsage, costUSD: Double?)
    /// The server refused or failed; it may have counted tokens all the same.
    case failed(TokenUsage, costUSD: Double?)
    /// It was sent, and nobody knows whether it was answered and charged.
    case unknown
  }

  /// One request under way.
  package struct Entry: Sendable {
    /// Notes that the request goes out now; throws where that cannot be noted.
    package let send: @Sendable () throws -> Void
    /// Notes what became of it; called once.
    package let settle: @Sendable (Outcome) throws -> Void

    /// Makes an entry of two functions.
    package init(
      send: @escaping @Sendable () throws -> Void,
      settle: @escaping @Sendable (Outcome) throws -> Void
    ) {
      self.send = send
      self.settle = settle
    }
  }

  /// Reserves what a request can cost at most.
  ///
  /// Waits while requests under way may give back what is missing; throws where they cannot.
  package let reserve: @Sendable (Request) async throws -> Entry
  /// Hears of each wait before it begins.
  package let wait: @Sendable (Wait) -> Void

  /// Makes a meter of functions.
  package init(
    reserve: @escaping @Sendable (Request) async throws -> Entry,
    wait: @escaping @Sendable (Wait) -> Void = { _ in }
  ) {
    self.reserve = reserve
    self.wait = wait
  }

  /// A meter that lets everything pass and notes nothing.
  package static let idle = Meter { _ in Entry(send: {}, settle: { _ in }) }
}

extension Meter {
  /// A wait before a request.
  package struct Wait: Sendable, Equatable {
    /// The prompt's name, such as `summarize-2407.20021`.
    package let name: String
    /// The profile that is asked.
    package let profile: String
    /// Why the question is put again, in one sentence; nil where the wait only keeps to the pace that
    /// the server allows.
    package let failure: String?
    /// How long the wait is.
    package let duration: Duration

    /// Describes a wait.
    package init(name: String, profile: String, failure: String? = nil, duration: Duration) {
      self.name = name
      self.profile = profile
      self.failure = failure
      self.duration = duration
    }
  }
}

extension Meter.Outcome {
  /// What a request came to that was sent.
  init(_ result: Result<ModelReply, any Error>, prices: Prices?) {
    switch result {
    case .success(let reply):
      // Not counted is not free: the cost is unknown then.
      self = .answered(
        reply.usage ?? TokenUsage(),
        costUSD: reply.usage.flatMap { usage in prices?.cost(of: usage) })
    case .failure(let error as ModelError) where error.kind == .unreadable && error.usage == nil:
      // Written and not understood: the provider may well charge for it.
      self = .unknown
    case .failure(let error as ModelError):
      let usage = error.usage ?? TokenUsage()
      self = .failed(usage, costUSD: error.usage == nil ? 0 : prices?.cost(of: usage))
    case .failure(let error as HTTPError):
      if case .redirectRefused = error {
        self = .failed(TokenUsage(), costUSD: 0)
      } else {
        self = error.mayHaveArrived ? .unknown : .notSent
      }
    // A task that was cancelled; its request may have arrived.
    case .failure: self = .unknown
    }
  }
}
