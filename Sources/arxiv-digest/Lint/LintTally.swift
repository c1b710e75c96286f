import JSONText
import Pages
import Records

/// What was found in all files together.
struct LintTally {
  /// Findings that `--fix` would put right.
  private(set) var safe = 0
  /// Everything that was found, file by file.
  private(set) var found: [(file: String, finding: PageFinding)] = []
  /// What could not be read or written, in one sentence each.
  private(set) var failures: [String] = []
  private var pages = 0
  private var papers = 0
  private var fixed = 0

  /// Counts a file in.
  mutating func add(_ report: FileLint.Report, of file: String) {
    pages += report.papers > 0 ? 1 : 0
    papers += report.papers
    found += report.findings.map { (file, $0) }
    safe += report.findings.count { $0.fix.isSafe }
    fixed += report.fixed
  }

  /// Counts in what could not be looked at.
  mutating func add(_ failure: any Error) { failures.append("\(failure)") }

  /// True where nothing failed, and nothing was looked at either.
  var isEmpty: Bool { failures.isEmpty && papers == 0 && found.isEmpty }

  /// The status that tells of the worst.
  var status: ExitCode {
    !failures.isEmpty || isEmpty ? .failed : errors > 0 ? .partial : .done
  }

  private var errors: Int { found.count { $0.finding.severity == .error } }
  private var warnings: Int { found.count - errors }

  /// All of it in one line.
  func summary(fixes: Bool) -> String {
    let what = "\(ReportText.number(pages, "page")) with \(ReportText.number(papers, "paper"))"
    let found = "\(ReportText.number(errors, "error")), \(ReportText.number(warnings, "warning"))"
    let count = failures.count
    let files = count == 0 ? "" : "; \(ReportText.number(count, "path")) failed"
    let safely = fixes ? "; \(fixed) put right" : safe == 0 ? "" : "; --fix puts \(safe) right"
    return "\(what): \(found)\(safely)\(files)"
  }

  /// Writes all of it for other programs.
  func write(to object: inout JSONObject) {
    object.set("pages", pages)
    object.set("papers", papers)
    object.set("errors", errors)
    object.set("warnings", warnings)
    object.set("fixed", fixed)
    object.set("failures", failures)
    object.set("findings", found.map { file, finding in { finding.write(to: &$0, in: file) } })
  }
}

extension PageFinding {
  fileprivate func write(to object: inout JSONObject, in file: String) {
    object.set("file", file)
    object.set("line", line)
    object.set("column", column)
    object.set("code", code)
    object.set("severity", severity.rawValue)
    object.set("message", message)
    object.set("fix") { fix in
      switch self.fix {
      case .line(let line): fix.set("line", line)
      case .emptyLine: fix.set("emptyLineBefore", true)
      case .advice(let words): fix.set("byHand", words)
      }
    }
  }
}
