import Foundation

/// What a program holds while it runs, looked at again and again.
struct Vitals {
  /// Memory at each look, in MiB.
  private(set) var memory: [Double] = []
  /// Open descriptors at each look.
  private(set) var descriptors: [Int] = []

  /// Looks at a process; one that is about to end may have nothing to show.
  mutating func look(at pid: pid_t) {
    guard let pages = try? String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8),
      let resident = pages.split(separator: " ").dropFirst().first.flatMap({ Double($0) }),
      resident > 0,
      let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")
    else { return }
    memory.append(resident * Double(getpagesize()) / 1_048_576)
    descriptors.append(open.count)
  }

  /// The most memory in the last third of the run over the most in the second sixth, in MiB.
  ///
  /// What a program has warmed up to by then it may keep, and the rest of the run adds nothing.
  var growth: Double { Self.growth(of: memory) }

  /// The same of descriptors.
  var leak: Double { Self.growth(of: descriptors.map { Double($0) }) }

  private static func growth(of figures: [Double]) -> Double {
    let warm = figures[(figures.count / 6)..<(figures.count / 3)].max()
    let late = figures[(figures.count * 2 / 3)...].max()
    guard let warm, let late else { return 0 }
    return max(0, late - warm)
  }
}
