import Records

/// One rule about a paper's texts: a stable code, and a function that finds where it is broken.
struct Check: Sendable {
  /// A place where the rule is broken, and how.
  struct Problem: Sendable {
    /// The field: `title`, `bullets`, `bullets[2]` or `remark`.
    let field: String
    /// One sentence for the editor.
    let message: String
    /// The words of the field that it is about; nil where it is about the field as a whole.
    let quote: String?

    /// Notes a problem of a field.
    init(_ field: String, _ message: String, quote: String? = nil) {
      self.field = field
      self.message = message
      self.quote = quote
    }

    /// Notes a problem of a text, about some bytes of it.
    init(_ text: ReadText, _ message: String, at range: Range<Int>? = nil) {
      self.init(
        text.field.description, message,
        quote: range.map { String(decoding: text.bytes[$0], as: UTF8.self) })
    }
  }

  /// The code of the findings.
  let code: String
  /// Whether the findings withhold the paper, where the rules say nothing else.
  let severity: Finding.Severity
  /// Finds every place where the rule is broken.
  let problems: @Sendable (Reading) -> [Problem]

  /// Makes a rule; it withholds the paper unless told otherwise.
  init(
    _ code: String, severity: Finding.Severity = .error,
    problems: @escaping @Sendable (Reading) -> [Problem]
  ) {
    self.code = code
    self.severity = severity
    self.problems = problems
  }

  /// Makes a rule about each published text by itself; nil means that the text keeps it.
  static func ofEachText(
    _ code: String, severity: Finding.Severity = .error,
    _ problem: @escaping @Sendable (ReadText) -> Problem?
  ) -> Check {
    Check(code, severity: severity) { reading in
      var problems: [Problem] = []
      for text in reading.texts {
        if let problem = problem(text) { problems.append(problem) }
      }
      return problems
    }
  }

  /// Makes a rule about texts that hold characters of some kind; all others keep it.
  static func ofTexts(
    with traits: Traits, _ code: String, severity: Finding.Severity = .error,
    _ problem: @escaping @Sendable (ReadText) -> Problem?
  ) -> Check {
    ofEachText(code, severity: severity) { text in
      text.traits.isDisjoint(with: traits) ? nil : problem(text)
    }
  }
}
