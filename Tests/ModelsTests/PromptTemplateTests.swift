import Models
import Testing

@Suite("Prompt templates")
struct PromptTemplateTests {
  /// A template, with what becomes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    /// What makes the case worth having.
    let id: String
    /// The file's text.
    let text: String
    /// What is filled in; the template must have a hole for each.
    let values: [String: String]
    /// The filled text, or why there is none.
    let expected: Result<String, TemplateError>

    var testDescription: String { id }
  }

  @Test("a template is filled, or refused with file and hole", arguments: Self.filled + refused)
  func outcome(_ example: Case) throws {
    let outcome = Result {
      try PromptTemplate(file: "p.md", text: example.text, holes: Set(example.values.keys))
        .filled(example.values)
    }
    #expect(outcome.mapError { $0 as? TemplateError ?? .empty(file: "\($0)") } == example.expected)
  }

  private static let filled = [
    Case(id: "no hole", text: "問い\n", values: [:], expected: .success("問い\n")),
    Case(
      id: "holes", text: "{{id}}: {{title}}。", values: ["id": "7", "title": "題"],
      expected: .success("7: 題。")),
    Case(
      id: "a hole twice", text: "{{id}} {{id}}", values: ["id": "7"], expected: .success("7 7")),
    Case(
      id: "holes side by side", text: "{{a}}{{b}}", values: ["a": "1", "b": "2"],
      expected: .success("12")),
    Case(
      id: "a value with a hole is not filled again", text: "{{title}} {{id}}",
      values: ["title": "{{id}}", "id": "7"], expected: .success("{{id}} 7")),
    Case(
      id: "a value that opens a hole", text: "{{title}}}} {{id}}",
      values: ["title": "{{", "id": "7"], expected: .success("{{}} 7")),
    Case(
      id: "closing braces alone are text", text: "}} {\"a\":{\"b\":1}}", values: [:],
      expected: .success("}} {\"a\":{\"b\":1}}")),
    Case(
      id: "single braces are text", text: "{id} {{id}}", values: ["id": "7"],
      expected: .success("{id} 7")),
    Case(
      id: "CRLF stays", text: "# A\r\n{{id}}\r\n", values: ["id": "7"],
      expected: .success("# A\r\n7\r\n")),
    Case(id: "an empty value", text: "[{{id}}]", values: ["id": ""], expected: .success("[]")),
  ]

  private static let refused = [
    Case(
      id: "a hole that nobody fills", text: "{{id}} {{titel}}", values: ["id": "7", "title": ""],
      expected: .failure(.unknownHole(file: "p.md", name: "titel", known: ["id", "title"]))),
    Case(
      id: "a hole where none may be", text: "{{id}}", values: [:],
      expected: .failure(.unknownHole(file: "p.md", name: "id", known: []))),
    Case(
      id: "space belongs to the name", text: "{{ id }}", values: ["id": "7"],
      expected: .failure(.unknownHole(file: "p.md", name: " id ", known: ["id"]))),
    Case(
      id: "a hole without a name", text: "{{}}", values: [:],
      expected: .failure(.unknownHole(file: "p.md", name: "", known: []))),
    Case(
      id: "the first missing hole by name", text: "{{id}}",
      values: ["id": "", "title": "", "abstract": ""],
      expected: .failure(.missingHole(file: "p.md", name: "abstract"))),
    Case(
      id: "a hole without an end", text: "一\n二 {{id\n", values: ["id": "7"],
      expected: .failure(.unclosedHole(file: "p.md", line: 2))),
    Case(
      id: "a hole without an end after CRLF", text: "一\r\n\r\n{{id}", values: ["id": "7"],
      expected: .failure(.unclosedHole(file: "p.md", line: 3))),
    Case(
      id: "an empty file", text: "", values: [:], expected: .failure(.empty(file: "p.md"))),
    Case(
      id: "a file of white space", text: " \r\n\u{3000}\n", values: [:],
      expected: .failure(.empty(file: "p.md"))),
  ]

  @Test(
    "headings come without their marks, whatever the line ends",
    arguments: [
      ("# 役割\n本文\n## 細目 \n", ["役割", "細目"]),
      ("# 役割\r\n本文\r\n#出力\r\n", ["役割", "出力"]),
      ("本文 # 印\n #字下げ\n", []),
    ])
  func headings(text: String, expected: [String]) throws {
    #expect(try PromptTemplate(file: "p.md", text: text, holes: []).headings == expected)
  }
}
