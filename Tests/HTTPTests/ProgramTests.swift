import Foundation
import TestSupport
import Testing

/// The tools that other tests rely on to run a program.
@Suite("Running a program", .timeLimit(.minutes(5)))
struct ProgramTests {
  private let shell = Program(path: "/bin/sh")

  /// Runs a line of shell in a folder of its own.
  private func run(
    _ line: String, environment: [String: String] = [:]
  ) async throws -> RunningProgram.Outcome {
    try await withTemporaryFolder { folder in
      try await shell.run(["-c", line], environment: environment, in: folder)
    }
  }

  @Test("its status and both its outputs are told apart")
  func outcome() async throws {
    #expect(
      try await run("echo out; echo err >&2; exit 3")
        == RunningProgram.Outcome(status: .exit(3), output: "out\n", errors: "err\n"))
  }

  @Test("a signal is no exit code")
  func signal() async throws {
    #expect(try await run("kill -TERM $$").status == .signal(SIGTERM))
  }

  @Test("much output on both streams stops nothing")
  func muchOutput() async throws {
    let outcome = try await run("head -c 1000000 /dev/zero >&2; head -c 1000000 /dev/zero")
    #expect(outcome.status == .exit(0))
    #expect(outcome.output.utf8.count == 1_000_000)
    #expect(outcome.errors.utf8.count == 1_000_000)
  }

  @Test("it sees the given environment and folder, and has nothing to read")
  func surroundings() async throws {
    #expect(try await run("echo $GIVEN $SHELL; cat", environment: ["GIVEN": "a"]).output == "a\n")
    try await withTemporaryFolder { folder in
      let resolved = URL(filePath: folder).resolvingSymlinksInPath().path
      let outcome = try await shell.run(["-c", "pwd -P"], in: folder)
      #expect(outcome.output == resolved + "\n")
    }
  }

  @Test(
    "a program that was started can be ended, and interrupted",
    arguments: [SIGKILL, SIGINT])
  func ended(signal: Int32) async throws {
    try await withTemporaryFolder { folder in
      let running = try shell.start(["-c", "echo $$; exec sleep 3600"], in: folder)
      try await eventually("it has begun") { running.outputSoFar.hasSuffix("\n") }
      if signal == SIGKILL { running.kill() } else { running.interrupt() }
      let outcome = await running.wait()
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .signal(signal), output: "\(running.pid)\n", errors: ""))
    }
  }

  @Test("a program ends when the task that waits for it is cancelled")
  func cancelled() async throws {
    try await withTemporaryFolder { folder in
      let running = try shell.start(["-c", "exec sleep 3600"], in: folder)
      let task = Task.immediate { await running.wait() }
      task.cancel()
      #expect(await task.value.status == .signal(SIGKILL))
    }
  }

  @Test("a program that does not exist is an error")
  func missing() async throws {
    await #expect(throws: (any Error).self) {
      try await Program(path: "/nowhere/at/all").run([], in: "/")
    }
  }

  @Test("the package's own executable and folder are found")
  func found() throws {
    #expect(FileManager.default.isExecutableFile(atPath: Program.digest.path))
    #expect(FileManager.default.fileExists(atPath: Fixture.root + "/Package.swift"))
  }
}
