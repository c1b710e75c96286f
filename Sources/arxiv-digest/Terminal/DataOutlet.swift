import Foundation
import Records
import Synchronization

/// Where data goes: stdout, whose failures are remembered until the command has done its work.
final class DataOutlet: Sendable {
  private let failure = Mutex<String?>(nil)

  /// Writes a text; nothing more where it has failed before.
  func write(_ text: String) {
    failure.withLock { failure in
      guard failure == nil else { return }
      do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
        // A reader that went away takes nothing from a command.
        if !SystemError.isGone(error) { failure = SystemError.reason(error) }
      }
    }
  }

  /// Throws `Unwritable` where not all could be written.
  func check() throws(Unwritable) {
    if let reason = failure.withLock(\.self) { throw Unwritable(reason: reason) }
  }

  /// Data was lost on its way to stdout.
  struct Unwritable: Error, Equatable, CustomStringConvertible {
    /// The system's words.
    let reason: String

    var description: String { "stdout: cannot be written: \(reason)" }
  }
}
