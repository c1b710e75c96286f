import Foundation

/// Holds this machine's clock against those of servers that answered.
enum ClockCheck {
  /// What a network and a server's rounding cannot explain.
  static let tolerance = 120.0

  /// The difference between two instants of the same moment, the server's being known to a host.
  static func finding(here: Date, there: Date?) -> Diagnosis {
    guard let there else {
      return .warning("clock", "not compared, because no server that answered tells the time")
    }
    let difference = here.timeIntervalSince(there)
    let seconds = Int(difference.magnitude.rounded())
    guard difference.magnitude > tolerance else {
      return .ok("clock", "as the servers' within \(Int(tolerance)) s")
    }
    return .warning(
      "clock",
      "\(seconds) s \(difference > 0 ? "ahead of" : "behind") the servers'; set it, because weeks, "
        + "pace and signatures go by it (timedatectl set-ntp true)")
  }
}
