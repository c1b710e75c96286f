import CTerminal
import Foundation

/// Where the program talks: what can be shown there, and how it is written.
struct Outlet: Sendable {
  /// True where a line can be written over, as on a terminal that is not `dumb`.
  let canRedraw: Bool
  /// True where colours are wanted.
  let isColoured: Bool
  /// How many columns a line may have now.
  let columns: @Sendable () -> Int
  /// Writes a text as it is.
  let write: @Sendable (String) -> Void

  /// The process's stderr, as the environment describes it.
  ///
  /// `NO_COLOR` is that of https://no-color.org.
  static func standardError(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Outlet {
    let descriptor = FileHandle.standardError.fileDescriptor
    let canRedraw = isatty(descriptor) == 1 && !["dumb", ""].contains(environment["TERM"] ?? "")
    let wanted = environment["COLUMNS"].flatMap { Int($0) } ?? 0
    return Outlet(
      canRedraw: canRedraw, isColoured: canRedraw && (environment["NO_COLOR"] ?? "").isEmpty,
      columns: {
        let columns = Int(cterminal_columns(descriptor))
        return columns > 0 ? columns : wanted > 0 ? wanted : 80
      },
      write: {
        // What cannot be said cannot be complained about either: what matters is on disk.
        try? FileHandle.standardError.write(contentsOf: Data($0.utf8))
      })
  }
}
