import Records
import Testing
import Validation

/// A text in one field of a good manuscript, with the findings that it should bring.
struct TextCase: Sendable, CustomTestStringConvertible {
  /// The field that holds the text.
  let field: String
  /// The text.
  let text: String
  /// The findings on that field.
  let findings: [Finding]

  /// A text that every check lets pass.
  static func good(_ text: String, in field: String = "bullets[1]") -> TextCase {
    TextCase(field: field, text: text, findings: [])
  }

  /// A text that breaks one rule.
  static func bad(
    _ text: String, in field: String = "bullets[1]", _ code: String, _ message: String
  ) -> TextCase {
    TextCase(field: field, text: text, findings: []).and(code, message)
  }

  /// The same text, which breaks one more rule.
  func and(_ code: String, _ message: String) -> TextCase {
    let finding = Finding(code: code, severity: .error, field: field, message: message)
    return TextCase(field: field, text: text, findings: findings + [finding])
  }

  var testDescription: String { "\(field): \(text.debugDescription)" }

  /// Judges the manuscript, and compares the whole verdict's findings.
  func check() throws {
    let verdict = try #require(Validator.verdict(on: Sheet().with(text, in: field).manuscript))
    #expect(verdict.findings == findings)
    #expect(verdict.status == (findings.isEmpty ? .accepted : .rejected))
  }
}
