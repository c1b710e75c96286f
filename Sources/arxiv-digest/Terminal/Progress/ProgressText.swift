import Foundation
import Pipeline

/// Puts into words how far a stage is.
enum ProgressText {
  /// A younger request is no cause for worry.
  static let oldEnough = Duration.seconds(10)

  /// A line of a log, such as
  /// `summarize: 120/800, 4.1/s, about 3 min left, 2 retries, $0.0310`.
  static func logLine(_ progress: StageProgress, at time: Duration) -> String {
    var parts = ["\(progress.stage.rawValue): \(progress.done)/\(progress.total)"]
    parts += [rate(progress, at: time), left(progress, at: time).map { "about \($0)" }]
      .compactMap(\.self)
    parts += [retries(progress), cost(progress)].compactMap(\.self)
    if let oldest = oldest(progress, at: time) { parts.append("oldest request \(oldest)") }
    return parts.joined(separator: ", ")
  }

  /// How fast it goes, such as `4.1/s` or `12/min`; topics are too few for that.
  static func rate(_ progress: StageProgress, at time: Duration) -> String? {
    guard progress.stage.isPaid, let perSecond = progress.perSecond(at: time) else { return nil }
    if perSecond >= 9.95 { return "\(whole(perSecond))/s" }
    if perSecond >= 1 { return String(format: "%.1f/s", perSecond) }
    let perMinute = perSecond * 60
    return perMinute >= 9.95
      ? "\(whole(perMinute))/min" : String(format: "%.1f/min", perMinute)
  }

  /// How long it will take, such as `3 min left`; what is not known better is not said better.
  static func left(_ progress: StageProgress, at time: Duration) -> String? {
    guard progress.stage.isPaid, let seconds = progress.secondsLeft(at: time) else { return nil }
    return "\(ForecastText.time(rounded(seconds))) left"
  }

  /// How often questions were put again; nothing where none was.
  static func retries(_ progress: StageProgress) -> String? {
    switch progress.retries {
    case 0: nil
    case 1: "1 retry"
    default: "\(progress.retries) retries"
    }
  }

  /// What it has cost so far; nothing while nothing was spent.
  static func cost(_ progress: StageProgress) -> String? {
    guard let cost = progress.costUSD else { return "cost unknown" }
    return cost > 0 ? BillText.dollars(cost) : nil
  }

  /// How long the oldest request has been under way, where that is long.
  static func oldest(_ progress: StageProgress, at time: Duration) -> String? {
    guard let oldest = progress.oldest, time - oldest.since >= oldEnough else { return nil }
    let age = (time - oldest.since) / .seconds(1)
    return "\(ForecastText.time(age.rounded(.down))) (\(oldest.name))"
  }

  /// Seconds to the next five below a minute and a half, and to the next minute above.
  private static func rounded(_ seconds: Double) -> Double {
    let step: Double = seconds <= 85 ? 5 : 60
    return max(5, (seconds / step).rounded(.up) * step)
  }

  private static func whole(_ number: Double) -> String { ForecastText.whole(number) }
}
