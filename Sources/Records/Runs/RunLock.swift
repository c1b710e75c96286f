import Foundation

/// A hold on a week's folder, given up when the value goes or the process ends, however it ends.
///
/// Linux makes a lock at the server of `flock` on a file that NFS serves and that is open for writing,
/// so that machines are kept apart as processes are. The file says who holds it.
package final class RunLock: Sendable {
  private let file: FileHandle

  /// Takes the week of a folder that exists, and writes down who has it.
  init(folder: String) throws(RecordError) {
    let path = folder + "/.lock"
    do { file = try SystemFile.openOrMake(path) } catch {
      throw .unwritable(file: path, reason: SystemError.reason(error))
    }
    // A command that only looks whether a run is under way has the file for an instant.
    var tries = 5
    while flock(file.fileDescriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK else { throw Self.refusal(errno, of: path) }
      tries -= 1
      guard tries > 0 else { throw .held(folder: folder, by: Self.holder(in: path)) }
      usleep(5000)
    }
    sign(LockHolder.current.text + "\n")
    // Down to the server, where another machine reads it; a message without the name is no harm.
    try? file.synchronize()
  }

  deinit {
    // What is left by a killed process is written over by the next.
    sign("")
    // Closing would do, unless a child that is being started still has the descriptor.
    flock(file.fileDescriptor, LOCK_UN)
  }

  /// Writes into the file.
  private func sign(_ text: String) {
    // The lock holds without it: a full disk takes nothing but a name from a message.
    try? file.truncate(atOffset: 0)
    try? file.write(contentsOf: Data(text.utf8))
  }

  /// Who holds the file, in its own words; nil where it does not say.
  ///
  /// Opened anew, because an NFS client asks the server for the contents only then.
  private static func holder(in path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: 300)
    else { return nil }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
    return line.map(String.init)
  }

  /// What keeps a file from being locked, other than somebody who holds it.
  static func refusal(_ code: Int32, of path: String) -> RecordError {
    let reason = SystemError.reason(code: code)
    return [ENOLCK, EOPNOTSUPP, ENOSYS].contains(code)
      ? .unlockable(file: path, reason: reason) : .unwritable(file: path, reason: reason)
  }
}

/// Who is at work on a week.
struct LockHolder {
  /// The machine's name.
  let host: String
  /// The number of the process.
  let process: Int32
  /// Since when.
  let since: Date

  /// This process, from now on.
  static var current: LockHolder {
    LockHolder(
      host: SystemFile.hostName, process: ProcessInfo.processInfo.processIdentifier, since: Date())
  }

  /// As messages say it.
  var text: String { "process \(process) on \(host) since \(since.formatted(.iso8601))" }
}
