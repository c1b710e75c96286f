import CCurl
import Foundation

/// Hands requests from any task to the one thread that talks to libcurl.
///
/// The thread starts with the first request, so a program that sends nothing never pays for
/// libcurl's start-up, and it ends when this object goes.
final class EventLoop: Sendable {
  /// A request, and the task that waits for its answer.
  struct Submission {
    /// What to send.
    let request: HTTPRequest
    /// Stands for the task that waits.
    let ticket: Ticket
    /// Resumed once, with the answer or the error.
    let continuation: CheckedContinuation<Answer, any Error>
  }

  /// An answer as it came; the task that waits reads its headers, to spare the one thread the time.
  struct Answer {
    /// The status code.
    let status: Int
    /// The header lines.
    let head: [UInt8]
    /// The body, decompressed.
    let body: [UInt8]
    /// Where a redirect leads, as an absolute URL; nil when the answer is none.
    let redirect: String?
  }

  /// What the tasks ask of the thread.
  enum Command {
    /// Begin a transfer.
    case submit(Submission)
    /// End a transfer, if it is still under way.
    case cancel(Ticket)
  }

  /// What the tasks and the thread share.
  struct Inbox {
    /// What the tasks have asked for since the thread looked last.
    var commands: [Command] = []
    /// The set of transfers, for waking the thread; nil while no thread runs.
    var multi: MultiHandle?
    /// True while the thread will look at the commands again before it rests.
    var isAwake = false
    /// True once nobody can send any more.
    var isClosed = false

    /// Makes sure that the thread looks at the commands; costs nothing while it is at work.
    mutating func wake() {
      guard let multi, !isAwake else { return }
      isAwake = true
      multi.wake()
    }
  }

  private let inbox = Locked(Inbox())
  private let options: CurlOptions

  /// Prepares a loop; nothing runs until the first request.
  init(options: CurlOptions) {
    self.options = options
  }

  deinit {
    inbox.withLock { inbox in
      inbox.isClosed = true
      inbox.wake()
    }
  }

  /// Sends a request; cancelling the task ends the transfer.
  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let ticket = Ticket()
    let answer = try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let submission = Submission(request: request, ticket: ticket, continuation: continuation)
        do { try post(.submit(submission)) } catch { continuation.resume(throwing: error) }
      }
    } onCancel: {
      ticket.cancel()
      // A loop that cannot start has no transfer to end, and has told the sender so.
      try? post(.cancel(ticket))
    }
    return HTTPResponse(
      status: answer.status, headers: HTTPHeader.all(in: answer.head), body: answer.body,
      redirect: answer.redirect)
  }

  private func post(_ command: Command) throws {
    try inbox.withLock { inbox in
      if inbox.multi == nil { try start(&inbox) }
      inbox.commands.append(command)
      inbox.wake()
    }
  }

  private static let libcurl: ccurl_code = ccurl_start()

  private func start(_ inbox: inout Inbox) throws {
    guard Self.libcurl == 0 else { throw HTTPError.engine(explanation(of: Self.libcurl)) }
    inbox.multi = try MultiHandle(idleConnections: options.idleConnections)
    inbox.isAwake = true
    // The thread holds the inbox and not this object, so that the object's end can end the thread.
    Thread.detachNewThread { [inbox = self.inbox, options] in
      TransferSet(inbox: inbox, options: options)?.run()
    }
  }
}
