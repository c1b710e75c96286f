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
    do {
      let arguments = try Arguments(command.words)
      let console = Console(try Manner(arguments))
      end(await run(Invocation(arguments: arguments, typed: command, console: console)))
    } catch {
      end(tell(error, of: command, on: Console(Manner(ofMistakeIn: command.words))))
    }
  }

  private static func run(_ invocation: Invocation) async -> ExitCode {
    let console = invocation.console
    do {
      let subcommand = try invocation.subcommand()
      guard subcommand.isInterruptible else { return await run(subcommand, console) }
      let status = await Interrupt.cancelling(
        orElse: { end(tell(CancellationError(), of: subcommand.typed, on: console)) },
        { await run(subcommand, console) })
      return status ?? .interrupted
    } catch {
      return tell(error, of: invocation.typed, on: console)
    }
  }

  private static func run(_ subcommand: any Subcommand, _ console: Console) async -> ExitCode {
    do {
      let status = try await subcommand.run()
      // Only now: what was paid for is on disk first.
      try console.data.check()
      return status
    } catch {
      // What is cancelled fails in many ways.
      let cause: any Error = Task.isCancelled ? CancellationError() : error
      return tell(cause, of: subcommand.typed, on: console)
    }
  }

  /// Says why a command has failed, and what to type next.
  private static func tell(
    _ error: any Error, of command: TypedCommand, on console: Console
  ) -> ExitCode {
    let status = ExitCode(error)
    let text = FailureText.text(for: error, status: status, command: command)
    console.sayLast(Message.lines(text, .error, event: "error"))
    return status
  }

  /// Ends the process without exit handlers.
  ///
  /// The network's thread may be closing TLS connections right now, and OpenSSL's handler would pull
  /// its state from under it. Nothing is buffered here that a handler would have to write.
  private static func end(_ status: ExitCode) -> Never {
    _exit(status.rawValue)
  }
}
