import Foundation

/// A program that takes over the terminal for a while, such as an editor.
///
/// It knows nothing of networks, and stands here because starting a program with a signal mask of its
/// own takes pointers: tasks run on threads that block nearly all signals, and a child inherits that.
package enum ForegroundProgram {
  /// Why the program could not be started.
  package struct NotStarted: Error, Equatable, CustomStringConvertible {
    /// The shell's command.
    package let command: String
    /// The system's words.
    package let reason: String

    package var description: String { "'\(command)' cannot be started: \(reason)" }
  }

  /// Runs a command of the shell with one more argument, and returns its exit status, or 128 and the
  /// number of the signal that ended it.
  ///
  /// Like system(3), which has no way to hand an argument over safely. While it runs, Ctrl-C is its own
  /// business. Throws `NotStarted`.
  package static func run(_ command: String, _ argument: String) throws -> Int32 {
    let before = [SIGINT, SIGQUIT].map { (number: $0, handler: signal($0, SIG_IGN)) }
    defer { for kept in before { signal(kept.number, kept.handler) } }
    // The shell between must outlive Ctrl-C as well, and a trap is not handed down as ignoring is.
    let line = "trap : INT QUIT; \(command) \"$1\""
    let process = try start(["/bin/sh", "-c", line, command, argument])
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
    let number = status & 0x7F
    return number == 0 ? status >> 8 & 0xFF : 128 + number
  }

  /// Starts a program with the signals as a login shell has them.
  private static func start(_ arguments: [String]) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var (none, usual) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGPIPE] { unsafe sigaddset(&usual, number) }
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, arguments[0], nil, &attributes, &words, environ)
    guard code == 0 else {
      let reason = unsafe String(cString: strerror(code))
      throw NotStarted(command: arguments[3], reason: reason)
    }
    return process
  }
}
