/// A budget that fills up with time, and from which requests take.
///
/// The token bucket of traffic shaping; "token" is left to the models here.
struct Bucket: Sendable, Equatable {
  /// What it holds when full.
  private var capacity: Double
  /// The most that one request can take.
  private let most: Double
  private let perSecond: Double
  private var level: Double
  private var time: Duration

  /// A budget for a minute, of which a tenth can be spent at once: limits for a minute are often
  /// held second by second.
  init(perMinute: Double, now: Duration) {
    capacity = max(1, perMinute / 10)
    most = max(1, perMinute)
    perSecond = perMinute / 60
    level = capacity
    time = now
  }

  /// A budget as a server describes it, or one of several machines' part of it; nil while it is whole,
  /// which says nothing of its speed.
  init?(_ allowance: Allowance, sharedBy machines: Int = 1, now: Duration) {
    guard let perSecond = allowance.perSecond else { return nil }
    let machines = Double(machines)
    capacity = max(1, allowance.limit / machines)
    most = max(1, allowance.limit / machines)
    self.perSecond = perSecond / machines
    level = allowance.remaining / machines
    time = now
  }

  /// Takes some of it, or tells how long until there is enough.
  mutating func take(_ amount: Double, now: Duration) -> Duration? {
    // One request may be larger than the tenth, and takes a fuller bucket; larger than all of it, it
    // takes all, and the server has to say whether that was too much.
    let amount = min(amount, most)
    capacity = max(capacity, amount)
    level = min(capacity, level + perSecond * max(0, (now - time) / .seconds(1)))
    time = now
    guard level < amount else {
      level -= amount
      return nil
    }
    return .seconds(min((amount - level) / perSecond, 1e6))
  }

  /// Puts back what was taken and not needed.
  mutating func giveBack(_ amount: Double) {
    level = min(capacity, level + amount)
  }
}
