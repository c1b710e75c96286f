import Records
import Testing

@testable import Validation

@Suite("Residue of the making of a text")
struct ResidueCheckTests {
  @Test(
    "a code fence within a text is an error",
    arguments: [
      TextCase.bad("```隣の港の記録を借りる", "code-fence", quote: "```"),
      .bad("港の記録って面白いよね ```", in: "remark", "code-fence", quote: "```"),
      .bad("潮汐表の~~~小さなモデル", in: "title", "code-fence", quote: "~~~"),
      .good("`TideNet` を呼び出すだけで予測できる"), .good("``TideNet`` を呼び出すだけ"),
      .good("潮は~~たぶん~~満ちるんじゃないかな", in: "remark"),
    ])
  func codeFence(example: TextCase) throws {
    try example.check()
  }

  @Test("a list mark is an error where the text was not put right")
  func listMark() {
    TextCase.bad("- 隣の港の記録を借りて予測する", "list-mark").checkAsItStands()
    TextCase.bad(" ・隣の港の記録を借りて予測する", "list-mark").checkAsItStands()
    TextCase.bad("1. 港ごとの癖が分かるんだって", in: "remark", "list-mark").checkAsItStands()
    TextCase.good("40の港の記録を借りて予測する").checkAsItStands()
  }

  @Test(
    "a heading of the prompt is an error",
    arguments: [
      TextCase.bad("# 隣の港の記録", "prompt-heading"), .bad("### 隣の港の記録", "prompt-heading"),
      .bad("役割: 隣の港の記録を借りる", in: "remark", "prompt-heading", quote: "役割"),
      .bad("役割：隣の港の記録を借りる", in: "remark", "prompt-heading", quote: "役割"),
      .bad(" 守ること:短く書くんだよ", in: "remark", "prompt-heading", quote: "守ること"),
      .bad("守ること", in: "title", "prompt-heading", quote: "守ること").and("missing-term", .warning),
      .good("役割を分けて隣の港の記録を学ぶ"), .good("TideNetの役割: 港を満たす"), .good("守ることと学ぶことを分ける"),
    ])
  func promptHeading(example: TextCase) throws {
    try example.check()
  }

  @Test("an empty heading is none that a text could copy")
  func emptyHeading() {
    let sheet = Sheet().with(": 隣の港の記録を借りる", in: "bullets[0]")
    #expect(Validator(promptHeadings: ["", "役割"]).findings(in: sheet.manuscript) == [])
  }

  @Test(
    "fourteen characters of the prompt in a row are an error, thirteen may be an accident",
    arguments: [
      TextCase.odd("読む人が港へ行きたくなるように書いてください", in: "remark", "polite-remark", quote: "ください")
        .and("prompt-echo", quote: "読む人が港へ行きたくなるよう"),
      .bad("港へ行きたくなるように書いて配る", "prompt-echo", quote: "港へ行きたくなるように書いて"),
      .good("港へ行きたくなるように書いた表"),
    ])
  func promptEcho(example: TextCase) throws {
    try example.check()
  }

  @Test("a prompt's English terms are the paper's words as well, and its lines end for themselves")
  func promptTerms() {
    let prompts = ["federated transfer learning は連合学習", "隣の港の\n記録を借りて学ぶこと"]
    let sheet = Sheet().with("federated transfer learning を使う", in: "bullets[1]")
    let codes = Validator(prompts: prompts).findings(in: sheet.manuscript).map(\.code)
    #expect(!codes.contains("prompt-echo"))
  }

  @Test(
    "what a model thought aloud is an error",
    arguments: [
      TextCase.bad("<think>港とは</think>隣の港の記録を借りる", of: "We think.", "think-block", quote: "<think"),
      .bad("港ごとの癖まで分かるんだ</think>", in: "remark", of: "We think.", "think-block", quote: "</think"),
      .bad("<Thinking>潮汐表の小さなモデル", in: "title", of: "Thinking.", "think-block", quote: "<Think"),
      .good("港の数 < 潮の数 であると考える"), .good("<港>という印を付けて学ぶ手法"),
    ])
  func thinkBlock(example: TextCase) throws {
    var example = example
    // In small letters the mark is an English word as well.
    if example.text.contains("think>") {
      example.expected.insert(
        Expected("english-word", .warning, in: example.field, quote: "think"), at: 0)
    }
    try example.check()
  }

  @Test(
    "a piece of JSON is an error",
    arguments: [
      TextCase.bad(#"{"id": 隣の港の記録を借りて予測する"#, "json-residue", quote: #"{""#),
      .bad(#"隣の港の記録を借りて予測する"]}"#, "json-residue", quote: #""]"#),
      .bad(#"港ごとの癖まで分かるなんてね"}"#, in: "remark", "json-residue", quote: #""}"#),
      .bad(#""remark": 港ごとの癖まで分かるんだね"#, in: "remark", "json-residue", quote: #""remark""#),
      .bad(#"隣の港の\u8a18\u9332を借りて予測する"#, "json-residue", quote: #"\u8a18"#)
        .and("latex-macro", .warning, quote: #"\u8a18"#),
      .good(#""潮"と呼ばれる記録の集まりを借りる"#), .good("集合 {0, 1} の記録を借りて予測", of: "the set {0, 1}"),
    ])
  func jsonResidue(example: TextCase) throws {
    // Where a bracket is lost, or a name, is told by other checks.
    let verdict = try #require(
      Sheet.validator.verdict(
        on: Sheet().with(example.text, in: example.field).with {
          $0.abstract = example.abstract ?? $0.abstract + " 0 1"
        }.manuscript))
    let codes = example.expected.map(\.code)
    #expect(
      verdict.findings.map(Expected.init)
        .filter { codes.contains($0.code) || $0.code == "json-residue" } == example.expected)
  }
}
