extension HTTPClient {
  /// Sends one request at a time, and none sooner than `interval` after the last one ended.
  ///
  /// With a file, that holds for all processes of the machine that share it; `onHold` hears how long
  /// another one has asked to leave the server alone.
  package func paced(
    every interval: Duration, sharing file: PaceFile? = nil, timing: Timing = .system,
    onHold: @escaping @Sendable (Duration) -> Void = { _ in }
  ) -> HTTPClient {
    let turn = Slots(1)
    let lastEnd = Locked<Duration?>(nil)
    return HTTPClient { request in
      try await turn.withSlot {
        if let file {
          return try await file.withTurn(
            at: request.host, every: interval, timing: timing, onHold: onHold
          ) {
            try await self.send(request)
          }
        }
        if let last = lastEnd.withLock({ $0 }) {
          let wait = last + interval - timing.uptime()
          if wait > .zero { try await timing.sleep(wait) }
        }
        defer { lastEnd.withLock { $0 = timing.uptime() } }
        return try await self.send(request)
      }
    }
  }
}
