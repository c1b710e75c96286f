import Foundation
import Pipeline

/// The program: reads what was typed, runs it, and reports.
@main
enum ArxivDigest {
  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    let console = Console()
    do {
      exit(try await run(words, console).rawValue)
    } catch {
      let status = ExitCode(error)
      console.say(FailureText.text(for: error, status: status, command: words))
      exit(status.rawValue)
    }
  }

  private static func run(_ words: [String], _ console: Console) async throws -> ExitCode {
    let arguments = try Arguments(words)
    guard arguments.command != .help else {
      console.print(arguments.wantsVersion ? Help.version : Help.text(on: arguments.helpTopic))
      return .done
    }
    let variables = Variables(
      environment: ProcessInfo.processInfo.environment, file: try DotEnv.read(".env"))
    let configuration = try Configuration(
      arguments, variables, places: .standard(), now: Date())
    let pipeline = Pipeline(
      job: configuration.job, services: configuration.services(), tell: console.tell)
    let report = try await Interrupt.cancelling { try await pipeline.run() }
    for page in report.pages { console.print(page) }
    console.say(
      ReportText.closing(
        report, job: configuration.job, isReplay: configuration.traffic.isReplay, command: words))
    return ExitCode(report)
  }
}
