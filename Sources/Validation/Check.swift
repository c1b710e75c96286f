import Records

/// One rule about a manuscript: a stable code, and a function that finds where it is broken.
struct Check: Sendable {
  /// A place where the rule is broken, and how.
  typealias Problem = (field: String, message: String)

  /// The code of the findings.
  let code: String
  /// Whether the findings withhold the paper.
  let severity: Finding.Severity
  /// Finds every place where the rule is broken.
  let problems: @Sendable (Manuscript) -> [Problem]

  /// Makes a rule; it withholds the paper unless told otherwise.
  init(
    _ code: String, severity: Finding.Severity = .error,
    problems: @escaping @Sendable (Manuscript) -> [Problem]
  ) {
    self.code = code
    self.severity = severity
    self.problems = problems
  }

  /// Makes a rule about each published text by itself; nil means that the text keeps it.
  static func ofEachText(
    _ code: String, _ problem: @escaping @Sendable (String, Manuscript) -> String?
  ) -> Check {
    Check(code) { manuscript in
      manuscript.texts.compactMap { field, text in
        problem(text, manuscript).map { (field, $0) }
      }
    }
  }

  /// What the rule finds in a manuscript.
  func findings(in manuscript: Manuscript) -> [Finding] {
    problems(manuscript).map { field, message in
      Finding(code: code, severity: severity, field: field, message: message)
    }
  }
}
