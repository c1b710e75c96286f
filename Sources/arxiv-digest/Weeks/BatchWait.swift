import Foundation
import HTTP
import Models
import Pipeline
import Records

/// Waits for batches between two looks at them, and says calmly how far they are.
struct BatchWait {
  private let console: Console
  private let timing: Timing
  private let shortest: Duration
  private var pause: Duration
  private let began: Duration
  /// What was said last, and when.
  private var said: (text: String, time: Duration)?

  /// So long nothing is said where nothing changes.
  private static let silence = Duration.seconds(600)

  /// Waits as the profiles of a run have it, a little longer each time.
  init(_ configuration: Configuration, _ console: Console) {
    self.console = console
    timing = configuration.traffic.isReplay ? .unhurried : .system
    let profiles = configuration.translate + configuration.summarize
    shortest = .seconds(profiles.map(\.limits.batchPollSeconds).min() ?? 60)
    pause = shortest
    began = timing.uptime()
  }

  /// Waits until it is worth to look again; throws `CancellationError`.
  mutating func pause(for batches: [Batch]) async throws {
    let now = timing.uptime()
    let text = BatchText.progress(batches)
    if said.map({ $0.text != text || now - $0.time >= Self.silence }) ?? true {
      // Whoever waits for something new looks again sooner.
      if said?.text != text { pause = shortest }
      said = (text, now)
      console.say(
        [
          Message(
            "\(text); \(BatchText.age((now - began) / .seconds(1))) so far", .progress,
            event: "batches")
        ])
    }
    try await timing.sleep(pause)
    pause = min(pause * 1.5, shortest * 5)
  }
}

extension RunEvent {
  /// True for what is worth to be told while batches are waited for, of a run that looks at them again
  /// and again.
  var isNewWhileWaiting: Bool {
    switch self {
    case .ended(let stage, let report): !stage.isPaid || report.batches.isEmpty
    case .began, .advanced, .planned: false
    default: true
    }
  }
}
