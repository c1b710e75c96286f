/// All transfers under way, moved by the loop's thread and seen by no other.
final class TransferSet {
  private let inbox: Locked<EventLoop.Inbox>
  private let options: CurlOptions
  private let multi: MultiHandle
  private var headers: HeaderLists
  private var active: [Transfer] = []
  /// Transfers between two requests; opening a handle anew costs more than setting it up.
  private var spare: [Transfer] = []
  /// Empty, but for the room that the commands of the next turn will take.
  private var commands: [EventLoop.Command] = []

  /// Takes over the set that the inbox names; nil where it names none.
  init?(inbox: Locked<EventLoop.Inbox>, options: CurlOptions) {
    guard let multi = inbox.withLock({ $0.multi }) else { return nil }
    self.inbox = inbox
    self.options = options
    self.multi = multi
    headers = HeaderLists(userAgent: options.userAgent)
  }

  /// Runs until the loop is closed, then ends what is left and closes every connection.
  func run() {
    while obey() {
      do { try multi.move() } catch { finishAll(error) }
      while let (transfer, code) = multi.nextEnded() { finish(transfer, transfer.result(code)) }
      rest()
    }
    finishAll(CancellationError())
    inbox.withLock { $0.multi = nil }
    for transfer in spare { transfer.easy.close() }
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
    let isOpen = inbox.withLock { inbox in
      swap(&inbox.commands, &commands)
      return !inbox.isClosed
    }
    for command in commands {
      switch command {
      case .submit(let submission): begin(submission)
      case .cancel(let ticket): cancel(ticket)
      }
    }
    commands.removeAll(keepingCapacity: true)
    return isOpen
  }

  private func begin(_ submission: EventLoop.Submission) {
    guard !submission.ticket.isCancelled else {
      return submission.continuation.resume(throwing: CancellationError())
    }
    do {
      let list = try headers.list(for: submission.request)
      let transfer = try spare.popLast() ?? Transfer(options)
      do {
        try transfer.begin(submission, list)
        try multi.add(transfer.easy)
      } catch {
        // A handle that kept a part of the last request must not see another one.
        transfer.easy.close()
        throw error
      }
      transfer.place = active.count
      active.append(transfer)
    } catch {
      submission.continuation.resume(throwing: error)
    }
  }

  private func cancel(_ ticket: Ticket) {
    // A ticket that is not here has been answered already, or `begin` will meet it.
    guard let transfer = active.first(where: { $0.submission?.ticket === ticket }) else { return }
    finish(transfer, .failure(CancellationError()))
  }

  private func finishAll(_ error: any Error) {
    for transfer in active { finish(transfer, .failure(error)) }
  }

  private func finish(_ transfer: Transfer, _ result: Result<EventLoop.Answer, any Error>) {
    multi.remove(transfer.easy)
    // The last one takes its place.
    if let last = active.popLast(), last !== transfer {
      last.place = transfer.place
      active[last.place] = last
    }
    let submission = transfer.end()
    spare.append(transfer)
    submission?.continuation.resume(with: result)
  }
}
