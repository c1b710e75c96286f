import Records
import Testing

@testable import Pages

/// The work on such a line grows with its square where each sign looks at the whole line.
@Suite("Long lines", .timeLimit(.minutes(5)))
struct LongLineTests {
  /// A line that is a sign many times over, and the codes of what is found in it.
  struct Case: Sendable, CustomTestStringConvertible {
    let begin: String
    let sign: String
    let count: Int
    let codes: Set<String>

    init(_ sign: String, _ codes: Set<String>, behind begin: String = "", times count: Int = 40_000)
    {
      (self.begin, self.sign, self.count, self.codes) = (begin, sign, count, codes)
    }

    var testDescription: String { "\(sign) \(count) times behind '\(begin.prefix(4))'" }
    /// The line.
    var line: String { begin + String(repeating: sign, count: count) }
  }

  private static let words = String(repeating: "港", count: 60_000)

  private static let cases = [
    Case(#"\)"#, ["backslash"]),
    Case(#"\{"#, []),
    Case(#"\`"#, []),
    Case(#"\`"#, ["code-span"], behind: "`"),
    Case(#"\`"#, [], behind: "``"),
    Case("_a", [], behind: "a"),
    Case("{::", [], behind: words, times: 490),
    Case("{::", ["attribute"], behind: "{:/}" + words, times: 490),
    Case("<a", [], behind: words, times: 490),
    Case("<!-a", [], behind: words, times: 490),
    Case("{{a", ["liquid"], behind: words, times: 490),
    Case("[", ["too-many-signs"]),
  ]

  @Test("are looked through to the end", arguments: cases)
  func ends(example: Case) throws {
    let (findings, _) = try Sheaf.lint(Sheaf.with { $0.remark = example.line })
    #expect(Set(findings.map(\.code)) == example.codes)
  }
}
