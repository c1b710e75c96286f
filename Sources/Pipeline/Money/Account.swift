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
  /// US dollars that an operator has agreed to; no request begins once they are spent.
  ///
  /// Unlike a limit it is not reserved against: what requests can cost at most is far more than what
  /// they do.
  var agreedUSD: Double?

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
    if let limit = limits.maxRequests, sent + underWay >= limit { return false }
    if let agreedUSD, spentUSD >= agreedUSD { return false }
    if let limit = limits.maxUSD, spentUSD + reservedUSD + most > limit { return false }
    underWay += 1
    reservedUSD += most
    return true
  }

  /// Settles a reservation with what the request came to; nil where it was never sent.
  ///
  /// A request of unknown outcome or cost may have cost all that it could.
  mutating func release(_ most: Double, for request: PaidRequest?) {
    underWay -= 1
    reservedUSD -= most
    guard let request else { return }
    sent += request.usage.requests
    spentUSD += request.state == .unknown ? most : request.costUSD ?? most
  }

  /// Why a request that can cost so much cannot be reserved.
  func spent(wanting most: Double) -> BudgetSpent {
    if let limit = limits.maxRequests, sent >= limit {
      return BudgetSpent(reason: "--max-requests \(limit) is reached")
    }
    if let agreedUSD, spentUSD >= agreedUSD {
      return BudgetSpent(
        reason: String(format: "the $%.4f that were agreed to are spent", agreedUSD))
    }
    let left = max(0, (limits.maxUSD ?? 0) - spentUSD - reservedUSD)
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
