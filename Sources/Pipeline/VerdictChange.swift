package import Records

/// A paper whose verdict is another one than on disk.
package struct VerdictChange: Sendable, Equatable, CustomStringConvertible {
  /// The paper.
  package let id: ArXivID
  /// The status on disk.
  package let before: Verdict.Status
  /// The verdict by the rules and drafts of today; nil where a draft is missing by now.
  package let now: Verdict?

  package var description: String {
    let past = before == .accepted ? "accepted before" : "withheld before"
    guard let now else { return "\(past), without an answer to judge now" }
    return now.status == .accepted
      ? "\(past), accepted now" : "\(past), withheld now: \(now.findings.sentence)"
  }
}
