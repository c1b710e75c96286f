import Foundation
import HTTP

/// The operator's own editor.
struct Editor: Sendable {
  /// The command of the shell that opens a file, such as `code --wait`.
  let command: String

  /// Takes `VISUAL`, else `EDITOR`, else `vi`.
  ///
  /// Throws `UsageError` where none is named and nobody sits before a terminal.
  init(_ environment: [String: String], isTerminal: Bool) throws(UsageError) {
    let named = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let command = named ?? (isTerminal ? "vi" : nil) else {
      throw UsageError("edit: there is no terminal for vi; name an editor in EDITOR")
    }
    self.command = command
  }

  /// The editor ended with a status that says not to take what it left.
  struct Failed: Error, Equatable, CustomStringConvertible {
    /// The command.
    let command: String
    /// Its exit status.
    let status: Int32
    /// The file.
    let path: String

    var description: String {
      "the editor '\(command)' ended with status \(status); nothing was taken from \(path)"
    }
  }

  /// Opens a file and waits until the editor has ended; throws `Failed` where it ended badly.
  func open(_ path: String) throws {
    let status = try ForegroundProgram.run(command, path)
    guard status == 0 else { throw Failed(command: command, status: status, path: path) }
  }
}
