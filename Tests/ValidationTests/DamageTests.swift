import Records
import Testing
import Validation

@Suite("Damage to a good manuscript")
struct DamageTests {
  /// One way to spoil a manuscript.
  struct Case: Sendable, CustomTestStringConvertible {
    /// What is spoilt.
    let id: String
    /// The findings, as code and field.
    let expected: [String]
    /// Spoils the manuscript.
    let damage: @Sendable (inout Sheet) -> Void

    init(_ id: String, _ expected: String..., damage: @escaping @Sendable (inout Sheet) -> Void) {
      self.id = id
      self.expected = expected
      self.damage = damage
    }

    var testDescription: String { id }
  }

  @Test("each damage brings its own findings and no others", arguments: shape + language + residue)
  func findings(example: Case) throws {
    let verdict = try #require(Validator.verdict(on: Sheet().with(example.damage).manuscript))
    #expect(verdict.findings.map { "\($0.code) \($0.field)" } == example.expected)
    #expect(verdict.status == (example.expected.isEmpty ? .accepted : .rejected))
  }

  private static let shape = [
    Case("nothing") { _ in },
    Case("no bullets", "bullet-count bullets") { $0.bullets = [] },
    Case("a bullet gone", "bullet-count bullets") { $0.bullets?.removeLast() },
    Case("a bullet too many", "bullet-count bullets") { $0.bullets?.append("潮を学ぶ") },
    Case("one bullet with all of them", "bullet-count bullets", "several-lines bullets[0]") {
      $0.bullets = [$0.bullets?.joined(separator: "\n") ?? ""]
    },
    Case("an empty fifth bullet", "bullet-count bullets", "empty-text bullets[4]") {
      $0.bullets?.append("")
    },
    Case("an empty title", "empty-text title") { $0.title = "" },
    Case("a blank bullet", "empty-text bullets[2]") { $0.bullets?[2] = "\u{3000}" },
    Case("an empty remark", "empty-text remark") { $0.remark = "" },
    Case("a remark of a line end", "empty-text remark", "several-lines remark") {
      $0.remark = "\n"
    },
    Case("all empty", "empty-text title", "empty-text bullets[0]", "empty-text remark") {
      ($0.title, $0.remark) = ("", "")
      $0.bullets?[0] = ""
    },
    Case("a title in two lines", "several-lines title") { $0.title?.append("\n副題") },
    Case("a command that JSON took for a line end", "several-lines bullets[2]") {
      $0.bullets?[2] = "手法\name を提案する"
    },
    Case("a remark in paragraphs", "several-lines remark") { $0.remark?.append("\n\nおまけ。") },
    Case("U+2028 in a remark", "several-lines remark") { $0.remark?.append("\u{2028}だね") },
    Case("U+0085 in a bullet", "several-lines bullets[0]") { $0.bullets?[0].append("\u{85}") },
    Case("no English title", "missing-title title") { $0.paperTitle = "" },
    Case("a title that failed", "wrong-id reply") {
      ($0.title, $0.titleFailure) = (nil, DraftFailure(code: "wrong-id", message: "m"))
    },
    Case("a summary that failed", "refused reply") {
      ($0.bullets, $0.remark) = (nil, nil)
      $0.summaryFailure = DraftFailure(code: "refused", message: "m")
    },
    Case("both failed", "filtered reply", "truncated-reply reply") {
      ($0.title, $0.bullets, $0.remark) = (nil, nil, nil)
      $0.titleFailure = DraftFailure(code: "filtered", message: "m")
      $0.summaryFailure = DraftFailure(code: "truncated-reply", message: "m")
    },
    Case("a failure beside a text", "undecodable-reply reply") {
      $0.summaryFailure = DraftFailure(code: "undecodable-reply", message: "m")
    },
    Case("no English title and no Japanese one", "missing-title title", "undecodable-reply reply") {
      ($0.paperTitle, $0.title) = ("", nil)
    },
  ]

  private static let language = [
    Case("the English title", "not-japanese title") { $0.title = $0.paperTitle },
    Case("an English bullet", "not-japanese bullets[1]") {
      $0.bullets?[1] = "Ports without records are hard to predict"
    },
    Case("an English remark", "not-japanese remark") { $0.remark = "What a lovely tide!" },
    Case("a Chinese bullet", "not-japanese bullets[3]") {
      $0.bullets?[3] = "实验结果表明预测误差减半"
    },
    Case(
      "English throughout", "not-japanese title", "not-japanese bullets[0]",
      "not-japanese bullets[1]", "not-japanese bullets[2]", "not-japanese bullets[3]",
      "not-japanese remark"
    ) {
      ($0.title, $0.remark) = ("Tides", "So many tides!")
      $0.bullets = Array(repeating: "A high tide", count: 4)
    },
    Case("dots for a bullet", "not-japanese bullets[0]") { $0.bullets?[0] = "…" },
    Case("a bullet with names in it") { $0.bullets?[1] = "TideNet と MoonFormer の利点を併せ持つ" },
    Case("half-width katakana") { $0.remark = "ｽｺﾞｲ！" },
  ]

  private static let residue = [
    Case("a fenced title", "code-fence title") { $0.title = "```潮の表```" },
    Case("a fence behind a remark", "code-fence remark") { $0.remark?.append("```") },
    Case("a dash", "list-mark bullets[0]") { $0.bullets?[0] = "- 潮を学ぶ" },
    Case("a full-width number", "list-mark bullets[3]") { $0.bullets?[3] = "４．潮を学ぶ" },
    Case("a bullet sign", "list-mark remark") { $0.remark = "・潮を学ぶ" },
    Case("a numbered title", "list-mark title") { $0.title = "1. 潮の表" },
    Case("a heading", "prompt-heading bullets[0]") { $0.bullets?[0] = "## 背景" },
    Case("a copied heading", "prompt-heading remark") { $0.remark = "守ること：くだけた一言" },
    Case("an open thought", "think-block bullets[0]") { $0.bullets?[0] = "<think>潮を学ぶ" },
    Case("a closed thought", "think-block remark") { $0.remark = "潮か</think>すごいね" },
    Case("a mark before a fence", "code-fence bullets[1]", "list-mark bullets[1]") {
      $0.bullets?[1] = "- ```潮を学ぶ```"
    },
    Case(
      "several rules at once", "several-lines bullets[0]", "not-japanese remark",
      "list-mark bullets[0]", "prompt-heading title"
    ) {
      ($0.title, $0.remark) = ("役割", "Wow")
      $0.bullets?[0] = "1) 潮\nを学ぶ"
    },
    Case("a number at the start") { $0.bullets?[0] = "1.5倍の速さで学ぶ" },
    Case("a minus at the start") { $0.bullets?[0] = "-5%の改善を示す" },
    Case("a language at the start") { $0.bullets?[0] = "C++で書いた実装を配る" },
  ]
}
