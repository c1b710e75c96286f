import Records
import Testing
import Validation

/// A text in one field of a good manuscript, with the findings that it should bring.
struct TextCase: Sendable, CustomTestStringConvertible {
  /// The field that holds the text.
  let field: String
  /// The text.
  let text: String
  /// The abstract of the paper; nil for the usual one.
  let abstract: String?
  /// The findings.
  var expected: [Expected] = []

  /// A text that every check lets pass, of a paper with some abstract.
  static func good(
    _ text: String, in field: String = "bullets[1]", of abstract: String? = nil
  ) -> TextCase {
    TextCase(field: field, text: text, abstract: abstract)
  }

  /// A text that is withheld.
  static func bad(
    _ text: String, in field: String = "bullets[1]", of abstract: String? = nil, _ code: String,
    quote: String? = nil
  ) -> TextCase {
    good(text, in: field, of: abstract).and(code, quote: quote)
  }

  /// A text that is published with a warning.
  static func odd(
    _ text: String, in field: String = "bullets[1]", of abstract: String? = nil, _ code: String,
    quote: String? = nil
  ) -> TextCase {
    good(text, in: field, of: abstract).and(code, .warning, quote: quote)
  }

  /// The same text, which brings one more finding.
  func and(
    _ code: String, _ severity: Finding.Severity = .error, quote: String? = nil
  ) -> TextCase {
    var copy = self
    copy.expected.append(Expected(code, severity, in: field, quote: quote))
    return copy
  }

  var testDescription: String {
    "\(field): \(text.debugDescription)" + (abstract.map { " of \($0.debugDescription)" } ?? "")
  }

  /// Judges the manuscript, and compares all of the verdict's findings.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let verdict = try #require(Sheet.validator.verdict(on: sheet.manuscript))
    #expect(verdict.findings.map(Expected.init) == expected, sourceLocation: sourceLocation)
  }

  /// Judges the text without putting it right first.
  func checkAsItStands(sourceLocation: SourceLocation = #_sourceLocation) {
    let findings = Sheet.validator.findings(in: sheet.manuscript)
    #expect(findings.map(Expected.init) == expected, sourceLocation: sourceLocation)
  }

  private var sheet: Sheet {
    var sheet = Sheet()
    if let abstract {
      sheet.abstract = abstract
      // The usual last bullet has a number, which another abstract does not.
      sheet.bullets?[3] = "多くの港で試し、誤差を従来の半分に抑えた"
    }
    return sheet.with(text, in: field)
  }
}
