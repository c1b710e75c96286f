import Dispatch
import Foundation
import Synchronization

/// The operator's Ctrl-C, as something to wait for.
///
/// The first SIGINT or SIGTERM cancels what is under way, which then puts itself in order and says so;
/// what has not done so after a moment is not waited for. A second one ends the process at once. Both
/// are safe, because every file bears to be left as it stands at any instant.
final class Interrupt: Sendable {
  /// What is under way has so long to end by itself: an operator who presses Ctrl-C is waiting.
  private static let patience = DispatchTimeInterval.milliseconds(150)

  private let count = Mutex(0)
  private let arrivals: AsyncStream<Void>
  private let arrival: AsyncStream<Void>.Continuation
  /// What ends the process where the first signal has not.
  private let end: @Sendable () -> Never

  private init(orElse end: @escaping @Sendable () -> Never) {
    (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    self.end = end
  }

  /// Runs `body`, and cancels it at the first signal.
  ///
  /// `end` is called where `body` goes on for too long after that.
  static func cancelling<Result: Sendable>(
    orElse end: @escaping @Sendable () -> Never, _ body: @escaping @Sendable () async -> Result
  ) async -> Result? {
    let interrupt = Interrupt(orElse: end)
    let sources = interrupt.listen()
    defer { for source in sources { source.cancel() } }
    return await withTaskGroup(of: Result?.self) { group in
      group.addTask { await body() }
      group.addTask {
        for await _ in interrupt.arrivals { break }
        return nil
      }
      while let result = await group.next() {
        group.cancelAll()
        if let result { return result }
      }
      return nil
    }
  }

  /// Begins to hear signals, on a thread that no work of ours can keep busy.
  private func listen() -> [any DispatchSourceSignal] {
    let queue = DispatchQueue(label: "interrupt", qos: .userInteractive)
    return [SIGINT, SIGTERM].map { number in
      // The default would end the process before anything is put in order.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [self] in hear() }
      source.resume()
      return source
    }
  }

  private func hear() {
    let isFirst = count.withLock { count in
      count += 1
      return count == 1
    }
    guard isFirst else { _exit(ExitCode.interrupted.rawValue) }
    arrival.yield()
    // Not on this queue: the second signal must be heard even where the last words cannot be written.
    DispatchQueue(label: "interrupted").asyncAfter(deadline: .now() + Self.patience) { [end] in
      end()
    }
  }
}
