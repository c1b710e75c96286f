import Foundation
import Pipeline

/// The program: reads what was typed, runs it, and reports.
@main
enum ArxivDigest {
  /// Runs what was typed, and ends the process with its status.
  static func main() async {
    // A reader that goes away, of output or of a socket, must not end a run that has been paid for.
    signal(SIGPIPE, SIG_IGN)
    let command = TypedCommand(CommandLine.arguments)
    let console = Console()
    do {
      end(try await run(command, console))
    } catch {
      end(tell(error, of: command, on: console))
    }
  }

  /// Says why a command has failed, and what to type next.
  private static func tell(
    _ error: any Error, of command: TypedCommand, on console: Console
  ) -> ExitCode {
    let status = ExitCode(error)
    console.say(FailureText.text(for: error, status: status, command: command))
    return status
  }

  /// Ends the process without exit handlers.
  ///
  /// The network's thread may be closing TLS connections right now, and OpenSSL's handler would pull
  /// its state from under it. Nothing is buffered here that a handler would have to write.
  private static func end(_ status: ExitCode) -> Never {
    _exit(status.rawValue)
  }

  private static func run(_ command: TypedCommand, _ console: Console) async throws -> ExitCode {
    let arguments = try Arguments(command.words)
    guard arguments.command != .help else {
      console.print(arguments.wantsVersion ? Help.version : Help.text(on: arguments.helpTopic))
      return .done
    }
    if let lint = try LintCommand(arguments, console, typed: command) { return lint.run() }
    let settings = try Settings(
      places: .standard(), environment: ProcessInfo.processInfo.environment, dotEnv: ".env")
    if let models = ModelsCommand(arguments, settings, console, typed: command) {
      return try await models.run()
    }
    if let topics = TopicsCommand(arguments, settings, console, typed: command) {
      return try topics.run()
    }
    let configuration = try Configuration(arguments, settings, now: Date())
    if let lookUp = try LookUpCommand(
      arguments, settings, configuration, console, typed: command)
    {
      return try await Interrupt.cancelling { try await lookUp.run() }
    }
    if let explain = try ExplainCommand(
      arguments, settings, configuration, console, typed: command)
    {
      return try explain.run()
    }
    let runs = WeekRuns(configuration, console, typed: command)
    do { return try await Interrupt.cancelling { try await runs.run() } } catch {
      // Typed again on another day, the command must not mean another week.
      let command = command.pinned(to: configuration.jobs.map(\.week))
      return tell(error, of: command, on: console)
    }
  }
}
