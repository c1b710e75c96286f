import Foundation

/// A program on this machine, run as a user would run it.
package struct Program: Sendable {
  /// The executable's path.
  package let path: String

  /// Names an executable.
  package init(path: String) {
    self.path = path
  }

  /// The package's own executable, which is built into the folder that holds the tests.
  package static let digest = Program(path: testFolder + "/arxiv-digest")

  /// Finds a program as a shell would; nil where it is not installed.
  package static func installed(_ name: String) -> Program? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { Program(path: $0) }
  }

  /// Runs the program to its end.
  package func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: String
  ) async throws -> RunningProgram.Outcome {
    try await start(arguments, environment: environment, in: folder).wait()
  }

  /// Starts the program.
  ///
  /// It reads nothing, and of this process's environment it sees only what finds programs and
  /// libraries.
  package func start(
    _ arguments: [String], environment: [String: String] = [:], in folder: String
  ) throws -> RunningProgram {
    try RunningProgram(
      self, arguments, environment: Self.inherited.merging(environment) { _, given in given },
      in: folder)
  }

  /// What a program sees of this process's environment.
  static let inherited = ProcessInfo.processInfo.environment.filter {
    ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key)
  }

  /// The folder of the executable that runs the tests.
  private static let testFolder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path
}
