import Foundation
import Records

/// What a run may ask of models at most; no bound where nil.
package struct SpendingLimits: Sendable, Equatable {
  /// US dollars.
  package var maxUSD: Double?
  /// Requests, failed ones included.
  package var maxRequests: Int?

  /// Sets the bounds.
  package init(maxUSD: Double? = nil, maxRequests: Int? = nil) {
    self.maxUSD = maxUSD
    self.maxRequests = maxRequests
  }
}

/// What has been spent and reserved, against what may be.
struct Account {
  private let limits: SpendingLimits
  private var spentUSD = 0.0
  private var reservedUSD = 0.0
  private var sent = 0
  private var underWay = 0
  /// What batches can still cost at most, by their keys.
  private var batches: [String: Commitment] = [:]
  /// US dollars that an operator has agreed to; no request begins once they are spent.
  ///
  /// Unlike a limit it is not reserved against: what requests can cost at most is far more than what
  /// they do.
  var agreedUSD: Double?

  /// What a batch can cost at most.
  struct Commitment: Sendable, Equatable {
    /// US dollars.
    var mostUSD = 0.0
    /// Requests.
    var requests = 0

    /// Adds a request.
    static func + (one: Commitment, other: Commitment) -> Commitment {
      Commitment(mostUSD: one.mostUSD + other.mostUSD, requests: one.requests + other.requests)
    }
  }

  /// Opens an account.
  init(limits: SpendingLimits) {
    self.limits = limits
  }

  /// The account when nothing is under way any more.
  var closed: Account {
    var closed = self
    closed.reservedUSD = 0
    closed.underWay = 0
    return closed
  }

  /// True while a request is under way that may give back a part of what it reserved.
  var isUnderWay: Bool { underWay > 0 }

  /// Reserves what a request can cost at most; false where there is not enough.
  mutating func reserve(_ most: Double) -> Bool {
    guard hasRoom(for: Commitment(mostUSD: most, requests: 1)) else { return false }
    underWay += 1
    reservedUSD += most
    return true
  }

  /// True where so much may still be asked for.
  func hasRoom(for wanted: Commitment) -> Bool {
    let all = batches.values.reduce(wanted, +)
    if let limit = limits.maxRequests, sent + underWay + all.requests > limit { return false }
    if let agreedUSD, spentUSD >= agreedUSD { return false }
    if let limit = limits.maxUSD, spentUSD + reservedUSD + all.mostUSD > limit { return false }
    return true
  }

  /// Holds what a batch can cost at most until it is over.
  mutating func commit(_ commitment: Commitment, to batch: String) { batches[batch] = commitment }

  /// Gives back what was held for a batch; what its requests have cost is added one by one.
  mutating func release(batch: String) { batches[batch] = nil }

  /// Adds a request that is over.
  mutating func add(_ request: PaidRequest) {
    sent += request.usage.requests
    spentUSD +=
      request.state == .unknown ? request.mostUSD ?? 0 : request.costUSD ?? request.mostUSD ?? 0
  }

  /// Settles a reservation with what the request came to; nil where it was never sent.
  ///
  /// A request of unknown outcome or cost may have cost all that it could.
  mutating func release(_ most: Double, for request: PaidRequest?) {
    underWay -= 1
    reservedUSD -= most
    if let request { add(request) }
  }

  /// Why a request that can cost so much cannot be reserved.
  func spent(wanting most: Double) -> BudgetSpent {
    let batches = batches.values.reduce(Commitment(), +)
    if let limit = limits.maxRequests, sent + batches.requests >= limit {
      return BudgetSpent(reason: "--max-requests \(limit) is reached")
    }
    if let agreedUSD, spentUSD >= agreedUSD {
      return BudgetSpent(
        reason: String(format: "the $%.4f that were agreed to are spent", agreedUSD))
    }
    let left = max(0, (limits.maxUSD ?? 0) - spentUSD - reservedUSD - batches.mostUSD)
    return BudgetSpent(
      reason: String(
        format: "a request can cost up to $%.4f, and of --max-cost $%.4f are left", most, left))
  }
}

/// The operator's own limit: nothing more may be spent in this run.
struct BudgetSpent: Error, CustomStringConvertible {
  /// Which limit it is.
  let reason: String

  var description: String { "not asked, because \(reason)" }
}
