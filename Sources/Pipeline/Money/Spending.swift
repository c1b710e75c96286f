import Foundation
import HTTP
import Models
import Records
import Synchronization

/// What a run may spend, has reserved and has spent.
///
/// An admission rule: what a request can cost at most is reserved before it is sent, and settled with
/// what it did cost. Each request is on disk before it is sent, so that a kill loses none.
final class Spending: Sendable {
  fileprivate struct Waiter {
    let id: Int
    let most: Double
    let continuation: CheckedContinuation<Void, any Error>
  }

  fileprivate struct State {
    var bills: [Bill] = []
    var account: Account
    var waiters: [Waiter] = []
    /// The next waiter's number.
    var next = 0
    /// Requests that went out without being noted on disk.
    var unlogged = 0
    /// Waiters whose task was cancelled before they were known.
    var dismissed: Set<Int> = []
  }

  private let log: RequestLog?
  private let now: @Sendable () -> Date
  private let tell: @Sendable (RunEvent) -> Void
  private let state: Mutex<State>

  /// Spends from an account, and goes on with bills of the same run; without a log nothing is noted on disk, as for a replay.
  ///
  /// `tell` hears of each request that goes out, and what became of it.
  init(
    _ account: Account, bills: [Bill] = [], log: RequestLog?, now: @escaping @Sendable () -> Date,
    tell: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) {
    self.log = log
    self.now = now
    self.tell = tell
    state = Mutex(State(bills: bills, account: account))
  }

  /// The account as it stands.
  var account: Account { state.withLock { $0.account } }

  /// Lets so many US dollars be spent, runs of the same purse included; nil for any number.
  func agree(upTo amount: Double?) {
    state.withLock { $0.account.agreedUSD = amount }
  }

  /// The bills so far, one for each stage and model.
  var bills: [Bill] { state.withLock { $0.bills } }

  /// Requests that wait for others to give back what they do not need.
  var waiting: Int { state.withLock { $0.waiters.count } }

  /// Watches over the requests of a stage.
  func meter(for stage: Stage) -> Meter {
    Meter(
      reserve: { request in
        try await self.reserve(request.mostUSD ?? 0)
        return self.entry(of: request, in: stage)
      },
      wait: { self.tell(.waiting(stage, $0)) })
  }

  /// Why a batch may not cost so much, beside what others may still cost; nil where it may.
  func shortage(for commitment: Account.Commitment) -> BudgetSpent? {
    state.withLock { state in
      state.account.hasRoom(for: commitment)
        ? nil : state.account.spent(wanting: commitment.mostUSD)
    }
  }

  /// Holds what a batch can cost at most until it is over.
  func commit(_ commitment: Account.Commitment, to batch: String) {
    state.withLock { $0.account.commit(commitment, to: batch) }
  }

  /// Gives back what was held for a batch that is over.
  func release(batch: String) { state.withLock { $0.account.release(batch: batch) } }

  /// Notes what became of a request that was a part of a batch; `make` gets its number.
  func note(_ make: (_ number: Int) -> PaidRequest) throws {
    let request = try log?.begin(make) ?? number(make)
    state.withLock { state in
      state.bills.add(request)
      state.account.add(request)
    }
    tell(.settled(request))
  }

  private func entry(of request: Meter.Request, in stage: Stage) -> Meter.Entry {
    let line = Mutex<PaidRequest?>(nil)
    return Meter.Entry(
      send: {
        let sent = try self.begin(request, in: stage)
        line.withLock { $0 = sent }
        self.tell(.sent(sent))
      },
      settle: { outcome in
        // A request that was noted as sent and never left needs its note taken back as well.
        let settled = line.withLock { $0 }.map { $0.settled(outcome, at: self.now()) }
        self.settle(settled, most: request.mostUSD ?? 0)
        guard let settled else { return }
        defer { self.tell(.settled(settled)) }
        try self.log?.settle(settled)
      })
  }

  private func begin(_ request: Meter.Request, in stage: Stage) throws -> PaidRequest {
    func make(_ number: Int) -> PaidRequest {
      PaidRequest(
        number: number, stage: stage.rawValue, question: request.name, profile: request.profile,
        model: request.model, mostUSD: request.mostUSD,
        bytes: request.bodyBytes, time: now())
    }
    return try log?.begin(make) ?? number(make)
  }

  /// Numbers a request that is noted nowhere.
  private func number(_ make: (Int) -> PaidRequest) -> PaidRequest {
    make(
      state.withLock { state in
        state.unlogged += 1
        return state.unlogged
      })
  }

  private func settle(_ request: PaidRequest?, most: Double) {
    let (granted, refused) = state.withLock { state in
      if let request { state.bills.add(request) }
      state.account.release(most, for: request)
      return state.admitWaiters()
    }
    for continuation in granted { continuation.resume() }
    for (continuation, error) in refused { continuation.resume(throwing: error) }
  }

  /// Waits for leave to spend up to an amount; throws `BudgetSpent` where there is none to be had.
  private func reserve(_ most: Double) async throws {
    // Most get it at once, and need no continuation.
    try Task.checkCancellation()
    if state.withLock({ $0.waiters.isEmpty && $0.account.reserve(most) }) { return }
    let id = state.withLock { state in
      state.next += 1
      return state.next
    }
    // A cancellation that came too late must not be remembered for ever.
    defer { state.withLock { _ = $0.dismissed.remove(id) } }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let outcome: Result<Void, any Error>? = state.withLock { state in
          if state.dismissed.remove(id) != nil { return .failure(CancellationError()) }
          if state.waiters.isEmpty, state.account.reserve(most) { return .success(()) }
          guard state.account.isUnderWay else {
            return .failure(state.account.spent(wanting: most))
          }
          state.waiters.append(Waiter(id: id, most: most, continuation: continuation))
          return nil
        }
        if let outcome { continuation.resume(with: outcome) }
      }
    } onCancel: {
      let waiter = state.withLock { state -> Waiter? in
        guard let place = state.waiters.firstIndex(where: { $0.id == id }) else {
          state.dismissed.insert(id)
          return nil
        }
        return state.waiters.remove(at: place)
      }
      waiter?.continuation.resume(throwing: CancellationError())
    }
  }
}

extension Spending.State {
  /// Lets those go on who can; where nothing is under way any more, the rest never can.
  fileprivate mutating func admitWaiters() -> (
    granted: [CheckedContinuation<Void, any Error>],
    refused: [(CheckedContinuation<Void, any Error>, BudgetSpent)]
  ) {
    var granted: [CheckedContinuation<Void, any Error>] = []
    while let first = waiters.first, account.reserve(first.most) {
      granted.append(first.continuation)
      waiters.removeFirst()
    }
    var refused: [(CheckedContinuation<Void, any Error>, BudgetSpent)] = []
    if !account.isUnderWay {
      refused = waiters.map { ($0.continuation, account.spent(wanting: $0.most)) }
      waiters = []
    }
    return (granted, refused)
  }
}
