import Pages
import Records

/// Puts findings into lines that an editor's tools can jump by, as those of compilers.
enum LintText {
  /// The place and what a reader would see, and the fix on a line of its own.
  static func lines(_ finding: PageFinding, in file: String) -> String {
    "\(file):\(finding.line):\(finding.column): \(finding.severity.rawValue) \(finding.code): "
      + "\(finding.message)\n  \(fix(finding.fix))"
  }

  private static func fix(_ fix: PageFinding.Fix) -> String {
    switch fix {
    case .line(let line): "fix: \(line)"
    case .emptyLine: "fix: an empty line before this one"
    case .advice(let words): "by hand: \(words)"
    }
  }
}
