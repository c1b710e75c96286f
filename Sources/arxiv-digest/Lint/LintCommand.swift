import Foundation
import Pages
import Records

/// `arxiv-digest lint`: what a reader of existing pages would see wrongly, and `--fix`.
struct LintCommand: Subcommand {
  private let paths: [String]
  private let fixes: Bool
  private let rules: LintRules
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for a mistake in a file with rules.
  init(_ invocation: Invocation) throws {
    paths = invocation.arguments.operands
    fixes = invocation.arguments.has(.fix)
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
        console.say("\(error)")
        tally.failures += 1
      }
    }
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
      for finding in report.findings { console.printText(LintText.lines(finding, in: file)) }
      tally.add(report)
    } catch {
      console.say("\(error)")
      tally.failures += 1
    }
  }

  /// The one path of a file, however it was named.
  private static func place(of file: String) -> String {
    URL(filePath: file).resolvingSymlinksInPath().path
  }

  private func next(_ tally: LintTally) -> String {
    if tally.failures == 0, tally.safe > 0, !fixes {
      return TypedCommand([typed.program, "lint", "--fix"] + paths).line
    }
    return tally.status == .done
      ? "publish the pages" : "\(typed.line)  # once that is mended"
  }
}

/// What was found in all files together.
struct LintTally {
  /// Files that could not be read or written.
  var failures = 0
  /// Findings that `--fix` would put right.
  private(set) var safe = 0
  private var pages = 0
  private var papers = 0
  private var errors = 0
  private var warnings = 0
  private var fixed = 0

  /// Counts a file in.
  mutating func add(_ report: FileLint.Report) {
    pages += report.papers > 0 ? 1 : 0
    papers += report.papers
    errors += report.findings.count { $0.severity == .error }
    warnings += report.findings.count { $0.severity == .warning }
    safe += report.findings.count { $0.fix.isSafe }
    fixed += report.fixed
  }

  /// The status that tells of the worst.
  var status: ExitCode { failures > 0 ? .failed : errors > 0 ? .partial : .done }

  /// All of it in one line.
  func summary(fixes: Bool) -> String {
    let what = "\(ReportText.number(pages, "page")) with \(ReportText.number(papers, "paper"))"
    let found = "\(ReportText.number(errors, "error")), \(ReportText.number(warnings, "warning"))"
    let files = failures == 0 ? "" : "; \(ReportText.number(failures, "path")) failed"
    let safely = fixes ? "; \(fixed) put right" : safe == 0 ? "" : "; --fix puts \(safe) right"
    return "\(what): \(found)\(safely)\(files)"
  }
}
