import Foundation

/// When a server was last asked, known to every process of the machine through a file.
///
/// The file holds the end of the last request in seconds since 1970; another one beside it, whose name
/// ends in `.hold`, until when nobody may ask. Whoever asks holds the file's lock meanwhile, so that
/// there is one connection; the kernel gives it back when a process ends, however it ends.
package struct PaceFile: Sendable {
  /// The file's path.
  package let path: String

  /// How often a file that another process holds is tried.
  private static let pollInterval = Duration.milliseconds(100)

  /// The longest time that the files may hold everybody back, should they hold nonsense.
  private static let longestHold = 3600.0

  /// The longest wait that a run makes because another one was refused.
  private static let longestWait = Duration.seconds(660)

  /// So long another process may have its turn: no request takes that long, but one that was stopped.
  private static let longestTurn = Duration.seconds(900)

  /// After so long a wait for another process's turn it is told; a multiple of the poll interval.
  private static let silentWait = Duration.seconds(5)

  /// Names a file; it is made at the first request.
  package init(path: String) {
    self.path = path
  }

  /// Runs `body` when it is this process's turn: no other asks, the interval has passed since the
  /// last one ended, and nobody has asked for a longer rest.
  ///
  /// Throws `HTTPError.waitTooLong` where `host` asked for more than a run waits,
  /// `HTTPError.paceFileFailed` where the file cannot be used, `CancellationError` while it waits, else
  /// what `body` throws. `onHold` hears of a wait that is longer than the interval.
  func withTurn<Value: Sendable>(
    at host: String, every interval: Duration, timing: Timing, onHold: @Sendable (Duration) -> Void,
    _ body: @Sendable () async throws -> Value
  ) async throws -> Value {
    let file = try Self.open(path)
    try await lock(file, timing: timing, onHold: onHold)
    defer { flock(file.fileDescriptor, LOCK_UN) }
    while let wait = try rest(of: file, every: interval, now: timing.date()) {
      // Whoever is asked to wait for longer lets others see that for themselves.
      flock(file.fileDescriptor, LOCK_UN)
      guard wait <= Self.longestWait else {
        throw HTTPError.waitTooLong(host: host, seconds: Int(wait.components.seconds))
      }
      if wait > interval { onHold(wait) }
      try await timing.sleep(wait)
      try await lock(file, timing: timing, onHold: onHold)
    }
    // A killed process leaves the beginning of its last request behind, not that of the one before.
    try write(timing.date(), to: file, path)
    let outcome: Result<Value, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    // An answer that has arrived is worth more than the note of its end.
    try? write(timing.date(), to: file, path)
    return try outcome.get()
  }

  /// Makes sure that the file can be used, and makes it where it is missing.
  ///
  /// Throws `HTTPError.paceFileFailed`.
  package func check() throws { _ = try read(Self.open(path), path) }

  /// Asks all processes to leave the server alone for some time.
  package func hold(for duration: Duration, timing: Timing) throws {
    let file = try Self.open(holdPath)
    let end = timing.date() + duration / .seconds(1)
    try write(max(read(file, holdPath), end), to: file, holdPath)
  }

  private var holdPath: String { path + ".hold" }

  /// Takes the lock, waiting while another process has it.
  private func lock(
    _ file: FileHandle, timing: Timing, onHold: @Sendable (Duration) -> Void
  ) async throws {
    var waited = Duration.zero
    while flock(file.fileDescriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK else { throw Self.failure(path, errno) }
      guard waited < Self.longestTurn else {
        throw HTTPError.paceFileFailed(
          file: path, reason: "another process has held it for too long; it may have been stopped")
      }
      if waited == Self.silentWait { onHold(waited) }
      try await timing.sleep(Self.pollInterval)
      waited += Self.pollInterval
    }
  }

  /// How long to wait before the next request; nil where that may be sent now.
  private func rest(of file: FileHandle, every interval: Duration, now: Date) throws -> Duration? {
    var last = try read(file, path)
    if last > now {
      // A clock that was set back must not hold anybody for longer than the interval.
      last = now
      try write(now, to: file, path)
    }
    let rest = max(
      interval / .seconds(1) - now.timeIntervalSince(last),
      try holdEnd(now: now).timeIntervalSince(now))
    return rest > 0 ? .seconds(rest) : nil
  }

  /// Until when nobody may ask; long past where nobody has asked for that.
  private func holdEnd(now: Date) throws -> Date {
    guard FileManager.default.fileExists(atPath: holdPath) else { return .distantPast }
    let file = try Self.open(holdPath)
    let end = try read(file, holdPath)
    let latest = now.addingTimeInterval(Self.longestHold)
    guard end > latest else { return end }
    try write(latest, to: file, holdPath)
    return latest
  }

  /// The instant in a file; 1970 where it holds none.
  private func read(_ file: FileHandle, _ path: String) throws -> Date {
    do {
      try file.seek(toOffset: 0)
      let text = String(decoding: try file.read(upToCount: 64) ?? Data(), as: UTF8.self)
      // What another program wrote into it is no time, and holds nobody back.
      let seconds = Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
      return Date(timeIntervalSince1970: seconds.isFinite ? seconds : 0)
    } catch { throw HTTPError.paceFileFailed(file: path, reason: "it cannot be read") }
  }

  private func write(_ date: Date, to file: FileHandle, _ path: String) throws {
    do {
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data("\(date.timeIntervalSince1970)\n".utf8))
      try file.truncate(atOffset: try file.offset())
    } catch { throw HTTPError.paceFileFailed(file: path, reason: "it cannot be written") }
  }

  /// Opens the file, for every user of the machine where it is new.
  ///
  /// It stands where everybody may write, so a link in its place is not followed; and a file of
  /// another user is only opened as one that exists, because Linux protects it from more.
  private static func open(_ path: String) throws -> FileHandle {
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    var descriptor = unsafe Foundation.open(path, flags)
    if descriptor < 0, errno == ENOENT {
      descriptor = unsafe Foundation.open(path, flags | O_CREAT | O_EXCL, 0o666)
      if descriptor >= 0 { fchmod(descriptor, 0o666) }
    }
    if descriptor < 0, errno == EEXIST { descriptor = unsafe Foundation.open(path, flags) }
    guard descriptor >= 0 else { throw failure(path, errno) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private static func failure(_ path: String, _ code: Int32) -> HTTPError {
    .paceFileFailed(file: path, reason: unsafe String(cString: strerror(code)))
  }
}
