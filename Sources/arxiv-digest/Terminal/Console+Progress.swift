import HTTP
import JSONText
import Pipeline
import Records
import Synchronization

extension Console {
  /// The terminal's line is not drawn more often than that, however much happens.
  private static let shortestPause = Duration.milliseconds(100)
  /// So often it is drawn where nothing happens, for the ages that it shows.
  private static let tick = Duration.milliseconds(250)
  /// Where no line can be written over, one is said after so long.
  private static let logPause = Duration.seconds(10)

  /// True where progress is a line that is written over.
  private var draws: Bool {
    outlet.canRedraw && manner.format == .text && manner.amount != .little
  }

  /// Tells what a run does.
  func tell(_ event: RunEvent) {
    let now = timing.uptime()
    state.withLock { state in
      switch event {
      case .began(let stage, let total) where total > 0:
        state.progress = StageProgress(stage, total: total, at: now)
        // A stage that is over at once is not worth a line.
        state.told = now
      case .ended, .brokenOff: state.progress = nil
      default: state.progress?.take(event, at: now)
      }
      let messages = manner.hears(event) ? event.messages.filter(manner.says) : []
      if messages.isEmpty { renew(&state, after: Self.shortestPause) }
      say(messages, &state)
    }
  }

  /// Tells how far the stage under way is, where that was not done for a while.
  func renewProgress() {
    state.withLock { renew(&$0, after: Self.tick) }
  }

  /// Runs `body` while progress is told again and again, and leaves no line of it behind.
  func showingProgress<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    defer {
      state.withLock { state in
        state.progress = nil
        say([], &state)
      }
    }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await body() }
      group.addTask { [timing] in
        // It ends when it is cancelled, and then there is nothing more to tell.
        while (try? await timing.sleep(Self.tick)) != nil { self.renewProgress() }
        return nil
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }

  /// The progress as it has to stand behind what was said; nothing where no line is written over.
  func drawing(_ state: inout State) -> String {
    guard draws, let progress = state.progress else { return "" }
    (state.isDrawn, state.told) = (true, timing.uptime())
    // The last column stays empty: some terminals go to the next line once it is written.
    let line = ProgressLine(progress: progress, time: state.told)
    return Self.printable(line.text(columns: outlet.columns() - 1))
  }

  private func renew(_ state: inout State, after pause: Duration) {
    guard !state.isClosed, let progress = state.progress else { return }
    let now = timing.uptime()
    guard draws else {
      guard now - state.told >= Self.logPause else { return }
      state.told = now
      return say([progress.message(at: now)], &state)
    }
    guard now - state.told >= pause else { return }
    // One write, and what stood there is written over before the rest of the line is erased.
    outlet.write("\r" + drawing(&state) + "\u{1B}[K")
  }
}

extension StageProgress {
  /// How far the stage is, as a line of a log.
  func message(at time: Duration) -> Message {
    Message(ProgressText.logLine(self, at: time), .progress, event: "progress") { object in
      object.set("stage", stage.rawValue)
      object.set("done", done)
      object.set("total", total)
      object.set("perSecond", perSecond(at: time))
      object.set("secondsLeft", secondsLeft(at: time))
      object.set("retries", retries)
      object.set("costUSD", costUSD?.inMillionths)
      guard let oldest else { return }
      object.set("oldest", oldest.name)
      object.set("oldestSeconds", (time - oldest.since) / .seconds(1))
    }
  }
}
