/// All transfers under way, moved by the loop's thread and seen by no other.
final class TransferSet {
  private let inbox: Locked<EventLoop.Inbox>
  private let options: CurlOptions
  private let multi: MultiHandle
  private var active: [EasyHandle: Transfer] = [:]
  /// Handles between two transfers; opening one anew costs more than setting it up.
  private var spare: [EasyHandle] = []

  /// Takes over the set that the inbox names; nil where it names none.
  init?(inbox: Locked<EventLoop.Inbox>, options: CurlOptions) {
    guard let multi = inbox.withLock({ $0.multi }) else { return nil }
    self.inbox = inbox
    self.options = options
    self.multi = multi
  }

  /// Runs until the loop is closed, then ends what is left and closes every connection.
  func run() {
    while obey() {
      do { try multi.move() } catch { finishAll(error) }
      while let (easy, code) = multi.nextEnded() {
        if let transfer = active[easy] { finish(transfer, transfer.result(code)) }
      }
      rest()
    }
    finishAll(CancellationError())
    inbox.withLock { $0.multi = nil }
    for easy in spare { easy.close() }
    multi.close()
  }

  /// Sleeps until there is something to do; not at all where a command has come meanwhile.
  private func rest() {
    let mayRest = inbox.withLock { inbox in
      inbox.isAwake = !inbox.commands.isEmpty || inbox.isClosed
      return !inbox.isAwake
    }
    guard mayRest else { return }
    multi.wait()
    inbox.withLock { $0.isAwake = true }
  }

  /// Carries out what the tasks asked for; false once the loop is closed.
  private func obey() -> Bool {
    let (commands, isOpen) = inbox.withLock { inbox in
      let commands = inbox.commands
      inbox.commands.removeAll(keepingCapacity: true)
      return (commands, !inbox.isClosed)
    }
    for command in commands {
      switch command {
      case .submit(let submission): begin(submission)
      case .cancel(let ticket): cancel(ticket)
      }
    }
    return isOpen
  }

  private func begin(_ submission: EventLoop.Submission) {
    guard !submission.ticket.isCancelled else {
      return submission.continuation.resume(throwing: CancellationError())
    }
    do {
      let easy = try spare.popLast() ?? EasyHandle()
      do {
        let transfer = try Transfer(submission, easy: easy, options: options)
        try multi.add(easy)
        active[easy] = transfer
      } catch {
        easy.close()
        throw error
      }
    } catch {
      submission.continuation.resume(throwing: error)
    }
  }

  private func cancel(_ ticket: Ticket) {
    // A ticket that is not here has been answered already, or `begin` will meet it.
    guard let transfer = active.values.first(where: { $0.submission.ticket === ticket }) else {
      return
    }
    finish(transfer, .failure(CancellationError()))
  }

  private func finishAll(_ error: any Error) {
    for transfer in Array(active.values) { finish(transfer, .failure(error)) }
  }

  private func finish(_ transfer: Transfer, _ result: Result<HTTPResponse, any Error>) {
    multi.remove(transfer.easy)
    active[transfer.easy] = nil
    do {
      try transfer.easy.forgetRequest()
      spare.append(transfer.easy)
    } catch {
      // A handle that will not let go of the transfer must not see another one.
      transfer.easy.close()
    }
    transfer.submission.continuation.resume(with: result)
  }
}
