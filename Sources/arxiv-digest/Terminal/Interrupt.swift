import Dispatch
import Foundation

/// The operator's Ctrl-C, as something to wait for.
enum Interrupt {
  /// Runs `body`, and cancels it at the first SIGINT or SIGTERM.
  ///
  /// Throws `CancellationError` where that happened, else what `body` throws.
  static func cancelling<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
      group.addTask { try await body() }
      group.addTask {
        await signal()
        throw CancellationError()
      }
      defer { group.cancelAll() }
      guard let result = try await group.next() else { throw CancellationError() }
      return result
    }
  }

  /// Returns at the first signal, or when the task is cancelled.
  private static func signal() async {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let sources = [SIGINT, SIGTERM].map { number in
      // The default would end the process before anything is put in order.
      Foundation.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { arrival.yield() }
      source.resume()
      return source
    }
    for await _ in arrivals { break }
    for source in sources { source.cancel() }
    // A second one ends the process at once.
    for number in [SIGINT, SIGTERM] { Foundation.signal(number, SIG_DFL) }
  }
}
