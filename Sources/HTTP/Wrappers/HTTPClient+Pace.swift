extension HTTPClient {
  /// Sends one request at a time, and none sooner than `interval` after the last one ended.
  package func paced(every interval: Duration, timing: Timing = .system) -> HTTPClient {
    let turn = Slots(1)
    let lastEnd = Locked<Duration?>(nil)
    return HTTPClient { request in
      try await turn.withSlot {
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
