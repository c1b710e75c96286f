import Foundation

/// A program that is run for measuring.
struct Child {
  /// What a run of it took.
  struct Trial {
    /// Seconds by the clock, from before its start to after its end.
    let seconds: Double
    /// Seconds of the processor.
    let cpu: Double
    /// The most memory that it held, in MiB.
    let peak: Double
    /// What it wrote to its standard output.
    let output: String
  }

  /// A child that did not end well.
  struct Failure: Error, CustomStringConvertible {
    /// Which one, and what it said.
    let description: String
  }

  /// The program.
  let path: String
  /// The folder that it runs in.
  let folder: String

  /// Runs the program to its end; throws `Failure` where the status is another one than expected.
  func run(_ words: [String], status expected: Int32 = 0) throws -> Trial {
    let began = ContinuousClock.now
    return try wait(for: try start(words), since: began, words, statuses: [expected])
  }

  /// Starts the program; returns its number.
  func start(_ words: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let mode = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, outputFile, mode, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errorFile, mode, 0o600)
    // The child begins where this program stands.
    _ = FileManager.default.changeCurrentDirectoryPath(folder)
    var arguments = ([path] + words).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, nil, &arguments, environ)
    guard code == 0 else {
      throw Failure(description: "\(path): \(String(cString: strerror(code)))")
    }
    return pid
  }

  /// Runs the program to its end, and looks at it many times a second; one that takes too long is
  /// killed, which throws `Failure` as any other end does.
  func watch(
    _ words: [String], statuses: Set<Int32>, patience: Double, look: (pid_t) -> Void
  ) throws -> Trial {
    let began = ContinuousClock.now
    let pid = try start(words)
    var ended = siginfo_t()
    // It is told of, and still to be waited for.
    while waitid(P_PID, id_t(pid), &ended, WEXITED | WNOHANG | WNOWAIT) == 0, ended.si_signo == 0 {
      look(pid)
      usleep(50_000)
      if began.duration(to: .now) > .seconds(patience) { kill(pid, SIGKILL) }
    }
    return try wait(for: pid, since: began, words, statuses: statuses)
  }

  /// Waits for a program that was started; throws `Failure` where its status is none of the expected.
  func wait(
    for pid: pid_t, since start: ContinuousClock.Instant, _ words: [String], statuses: Set<Int32>
  ) throws -> Trial {
    var code: Int32 = 0
    var usage = rusage()
    guard wait4(pid, &code, 0, &usage) == pid else {
      throw Failure(description: "\(path) is lost")
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    guard code & 127 == 0, statuses.contains(code >> 8) else {
      let said = try String(contentsOfFile: errorFile, encoding: .utf8).suffix(2000)
      throw Failure(
        description: "\(path) \(words): status \(code >> 8), signal \(code & 127)\n\(said)")
    }
    return Trial(
      seconds: seconds, cpu: usage.ru_utime.seconds + usage.ru_stime.seconds,
      peak: Double(usage.ru_maxrss) / 1024,
      output: try String(contentsOfFile: outputFile, encoding: .utf8))
  }

  private var outputFile: String { folder + "/output.txt" }
  private var errorFile: String { folder + "/errors.txt" }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
