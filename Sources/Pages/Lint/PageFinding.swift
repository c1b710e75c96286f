package import Records

/// Something on a page that a reader would not see as it was meant.
package struct PageFinding: Sendable, Equatable {
  /// How it can be put right.
  package enum Fix: Sendable, Equatable {
    /// The line as it should be; changes only how the same characters are written.
    case line(String)
    /// An empty line is put before the line.
    case emptyLine
    /// Nothing that a program should do; says what an editor can do.
    case advice(String)

    /// True where it can be done without asking anybody.
    package var isSafe: Bool { if case .advice = self { false } else { true } }
  }

  /// The number of the line; the first one has 1.
  package let line: Int
  /// Where on the line, counted in Unicode scalars; the first one has 1.
  package let column: Int
  /// A stable code, such as `table`.
  package let code: String
  /// `error` where the site or the entry is damaged, `warning` where it may have been meant so.
  package let severity: Finding.Severity
  /// What a reader would see.
  package let message: String
  /// What to do about it.
  package let fix: Fix

  /// Puts a finding together.
  package init(
    line: Int, column: Int, code: String, severity: Finding.Severity, message: String, fix: Fix
  ) {
    self.line = line
    self.column = column
    self.code = code
    self.severity = severity
    self.message = message
    self.fix = fix
  }

  /// The order of a report: by place, and of two in one place by code.
  package static func isBefore(_ one: PageFinding, _ other: PageFinding) -> Bool {
    (one.line, one.column, one.code) < (other.line, other.column, other.code)
  }
}

/// A finding of the rules about markup, with what would have to be written.
struct Flaw: Equatable {
  /// Some characters of a line, and what to write in their place.
  struct Edit: Equatable {
    /// The characters, as indices of the line.
    let range: Range<Int>
    /// What to write.
    let text: String
  }

  /// What to do.
  enum Remedy: Equatable {
    /// Safe edits of the line.
    case edits([Edit])
    /// An empty line before the line.
    case emptyLine
    /// What an editor can do.
    case advice(String)
  }

  /// The number of the line.
  let line: Int
  /// The place on the line, as an index.
  let index: Int
  /// The code of the finding.
  let code: String
  /// How bad it is.
  var severity = Finding.Severity.error
  /// What a reader would see.
  let message: String
  /// What to do.
  let remedy: Remedy
}
