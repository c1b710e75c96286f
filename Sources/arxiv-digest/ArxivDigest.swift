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

  private static func run(_ typed: TypedCommand, _ console: Console) async throws -> ExitCode {
    let subcommand = try Invocation(
      arguments: Arguments(typed.words), typed: typed, console: console
    ).subcommand()
    do {
      guard subcommand.isInterruptible else { return try await subcommand.run() }
      return try await Interrupt.cancelling { try await subcommand.run() }
    } catch {
      return tell(error, of: subcommand.typed, on: console)
    }
  }
}
