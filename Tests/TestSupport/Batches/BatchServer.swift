package import Foundation
import HTTP
import Models

/// A provider's server on loopback that takes batches, and single questions beside them.
///
/// It keeps everything in memory. A batch comes to its end after some looks at it, or when the test says
/// so; what else happens to it is in a script.
package final class BatchServer: Sendable {
  /// The test's model: what it does about a question, in a batch or online.
  package typealias Model = @Sendable (ProviderQuestion) -> BatchReply

  /// When batches come to their end.
  package enum Pace: Sendable {
    /// At a look of this number, counted from 1.
    case looks(Int)
    /// When the test says so.
    case byHand
  }

  private let server: LoopbackServer
  private let desk: Locked<BatchDesk>
  private let wire: BatchWire

  /// Starts a server that speaks like a provider.
  ///
  /// The script's lists are for the batches in the order in which somebody tries to make them; those
  /// behind its end have nothing wrong with them. `now` is the server's clock.
  package init(
    _ wire: BatchWire, pace: Pace = .looks(3), script: [[BatchSurprise]] = [],
    now: @escaping @Sendable () -> Date = { Date() }, model: @escaping Model
  ) throws {
    self.wire = wire
    let desk = Locked(
      BatchDesk(wire: wire, pace: pace, model: model, now: now, script: script))
    self.desk = desk
    server = try LoopbackServer { request in desk.withLock { $0.reply(to: request) } }
  }

  /// What a profile has as its base URL; its model is `test-model`.
  package var baseURL: String { server.baseURL + wire.dialect.base }
  /// All requests so far, whatever they were about.
  package var requests: [LoopbackServer.Request] { server.requests }
  /// All batches that were made, with their keys and questions, the oldest first.
  package var batches: [FakeBatch] { desk.withLock { $0.batches } }
  /// How often somebody tried to make one.
  package var creations: Int { desk.withLock { $0.creations } }
  /// How many files were sent.
  package var uploads: Int { desk.withLock { $0.uploads } }
  /// The batches that were to be stopped, as often as that was asked.
  package var cancellations: [String] { desk.withLock { $0.cancellations } }
  /// All answers that have their price, in the order in which they came about.
  package var servings: [BatchServing] { desk.withLock { $0.servings } }
  /// The questions that were asked online.
  package var onlineQuestions: [ProviderQuestion] { desk.withLock { $0.onlineQuestions } }
  /// Requests that brought a key where none belongs.
  package var leaks: [String] { desk.withLock { $0.leaks } }

  /// How often each paper's answers were paid for.
  package var bills: [String: Int] {
    servings.flatMap(\.papers).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Lets a batch come to its end.
  package func finish(_ id: String) {
    desk.withLock { $0.finish { $0.id == id } }
  }

  /// Lets every batch come to its end that is not to go on for ever.
  package func finishAll() {
    desk.withLock { $0.finish { _ in true } }
  }

  /// Sets what is wrong with the batches that are made from now on.
  package func setScript(_ script: [[BatchSurprise]]) {
    desk.withLock { $0.setScript(script) }
  }

  /// Sets when batches come to their end from now on.
  package func setPace(_ pace: Pace) {
    desk.withLock { $0.pace = pace }
  }

  /// Closes every connection, and waits for the threads to end.
  package func stop() {
    server.stop()
  }
}
