import Foundation
import Pages
import Records

/// `arxiv-digest lint`: what a reader of existing pages would see wrongly, and `--fix`.
struct LintCommand: Subcommand {
  private let paths: [String]
  private let fixes: Bool
  private let isJSON: Bool
  private let rules: LintRules
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for a mistake in a file with rules.
  init(_ invocation: Invocation) throws {
    paths = invocation.arguments.operands
    fixes = invocation.arguments.has(.fix)
    isJSON = invocation.arguments.has(.json)
    rules = try LintRules(.standard())
    console = invocation.console
    typed = invocation.typed
  }

  /// Looks all pages through, and tells what was found; a file that cannot be read stops no other.
  func run() -> ExitCode {
    for note in rules.notes { console.say("note: \(note)") }
    let lint = FileLint(validator: rules.validator, fixes: fixes)
    var tally = LintTally()
    var seen: Set<String> = []
    for path in paths {
      do {
        let found = try PageFiles(path)
        for note in found.notes { console.say("note: \(note)") }
        // A page can be named twice, or be in a folder that is named as well.
        for file in found.files where seen.insert(Self.place(of: file)).inserted {
          look(at: file, lint, &tally)
        }
      } catch {
        console.say("\(error)", .error)
        tally.add(error)
      }
    }
    if tally.isEmpty { console.say("arxiv-digest: lint: no paper was found", .error) }
    if isJSON { console.print(json: "lint") { tally.write(to: &$0) } }
    console.say("\(tally.summary(fixes: fixes))\nnext: \(next(tally))")
    return tally.status
  }

  private func look(at file: String, _ lint: FileLint, _ tally: inout LintTally) {
    do {
      let report = try lint.report(on: file)
      if report.papers == 0, report.findings.isEmpty {
        console.say("note: \(file): no paper in it")
      }
      if report.fixed > 0 { console.say("\(file): \(report.fixed) put right") }
      tally.add(report, of: file)
      guard !isJSON else { return }
      for finding in report.findings { console.printText(LintText.lines(finding, in: file)) }
    } catch {
      console.say("\(error)", .error)
      tally.add(error)
    }
  }

  /// The one path of a file, however it was named.
  private static func place(of file: String) -> String {
    URL(filePath: file).resolvingSymlinksInPath().path
  }

  private func next(_ tally: LintTally) -> String {
    if tally.failures.isEmpty, tally.safe > 0, !fixes {
      return TypedCommand([typed.program, "lint", "--fix"] + paths).line
    }
    if tally.isEmpty { return "\(typed.program) help lint  # says what it reads" }
    return tally.status == .done
      ? "publish the pages" : "\(typed.line)  # once that is mended"
  }
}
