import Records
import Testing

@testable import Validation

@Suite("Messages of the findings")
struct MessageTests {
  /// A change to the good manuscript, and the finding that it brings among others.
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let message: String
    let change: @Sendable (inout Sheet) -> Void

    init(_ code: String, _ message: String, _ change: @escaping @Sendable (inout Sheet) -> Void) {
      (self.code, self.message, self.change) = (code, message, change)
    }

    init(_ code: String, _ text: String, in field: String = "bullets[1]", _ message: String) {
      self.init(code, message) { $0[field] = text }
    }

    var testDescription: String { code }
  }

  @Test("each code says one sentence to the editor", arguments: cases)
  func message(example: Case) throws {
    let verdict = try #require(Sheet.validator.verdict(on: Sheet().with(example.change).manuscript))
    #expect(verdict.findings.first { $0.code == example.code }?.message == example.message)
  }

  @Test("every code is in the table above or among those of a week, and there once")
  func codes() {
    let own = Sheet.validator.checks.map(\.code) + ["missing-title", "withdrawn"]
    // Which no text has that was put right, and what is said of a person's decision and not of a text.
    let judged = own.filter { $0 != "list-mark" && $0 != Validator.outdatedEdit }
    #expect(judged.sorted() == Self.cases.map(\.code).sorted())
    let all = own + WeekReview.codes.map(\.code)
    #expect(Set(all).count == all.count)
  }

  @Test("codes, severities and order are a promise to those who set levels by them")
  func severities() {
    #expect(
      Validator().checks.filter { $0.severity == .warning }.map(\.code) == [
        "english-word", "polite-remark", "formal-remark", "narrow-punctuation", "wide-comma",
        "unpaired-bracket", "mixed-full-stops", "latex-macro", "count-not-in-abstract",
        "word-not-in-abstract",
        "missing-term", "changed-since-edit",
      ])
    #expect(
      Validator().checks.filter { $0.severity == .error }.map(\.code) == [
        "bullet-count", "empty-text", "several-lines", "length", "cut-off", "repetition",
        "not-japanese", "english-sentence", "wrong-script", "foreign-kanji", "broken-character",
        "control-character", "polite-style", "label", "code-fence", "list-mark", "think-block",
        "json-residue", "prompt-heading", "prompt-echo", "task-talk", "refusal", "placeholder",
        "latex-damage", "number-not-in-abstract", "unit-not-in-abstract", "range-not-in-abstract",
        "altered-name", "name-not-in-abstract", "forbidden-term",
      ])
  }

  private static let cases = [
    Case("bullet-count", "there are 3 bullets, a page shows four") { $0.bullets?.removeLast() },
    Case("empty-text", "", "the text is empty"),
    Case("several-lines", "隣の港の\n記録を借りる", "the text has more than one line"),
    Case("length", "港の潮", "the text is 3 characters long, and should have 8 to 180"),
    Case("cut-off", "隣の港の記録を借りて、", "the text ends in the middle of a sentence"),
    Case("repetition", "潮汐表の作成には、長年の観測記録と多くの計算が要る", "the text repeats bullets[0]"),
    Case("not-japanese", "The tide comes in", "0 of 14 letters are Japanese"),
    Case("english-sentence", "港のthat borrows the records手法", "English words are left in the text"),
    Case("english-word", "隣の港の records を借りる", "an English word is left in the text"),
    Case("wrong-script", "隣の港の기を借りて予測", "the text holds a letter of another script"),
    Case("foreign-kanji", "隣の港の记録を借りて予測", "the character is Chinese and not Japanese"),
    Case(
      "broken-character", "隣の港の\u{FFFD}を借りて予測",
      "the text holds a character that means nothing: U+FFFD"),
    Case(
      "control-character", "隣の港の\u{7}を借りて予測",
      "the text holds a character that shows nothing: U+0007"),
    Case("polite-style", "隣の港の記録を借ります", "the sentence is in です・ます style"),
    Case("polite-remark", "隣の港の記録を借ります", in: "remark", "the sentence is in です・ます style"),
    Case("formal-remark", "隣の港の記録を借りる手法である", in: "remark", "the remark ends like a report"),
    Case("label", "背景：隣の港の記録を借りる", "the bullet begins with a label"),
    Case(
      "narrow-punctuation", "隣の港の記録,借りて予測", "half-width punctuation stands behind a Japanese letter"
    ),
    Case("wide-comma", "隣の港の記録を借りて，予測", "the text has the commas or full stops of another style"),
    Case("unpaired-bracket", "隣の港（の記録を借りる", "a bracket has no other half"),
    Case("mixed-full-stops", "隣の港の記録を借りて予測する。", "some bullets end with a full stop, others do not"),
    Case("code-fence", "```隣の港の記録を借りて予測", "a code fence is left in the text"),
    Case("think-block", "<think>隣の港の記録を借りて予測", "a <think> mark is left in the text"),
    Case("json-residue", #"隣の港の記録を借りて予測"]"#, "a piece of JSON is left in the text"),
    Case("prompt-heading", "役割：隣の港の記録を借りて予測", "the text begins with a heading of the prompt"),
    Case("prompt-echo", "読む人が港へ行きたくなるように書く", "the text repeats the instructions"),
    Case("task-talk", "上記の論文は隣の港の記録を借りる", "the text speaks of the task instead of the paper"),
    Case("refusal", "申し訳ないが、記録を借りられない", "the model declines or excuses itself"),
    Case("placeholder", "〇〇という隣の港の記録を借りる", "something was to be filled in here"),
    Case("latex-macro", #"隣の港の\name を借りて予測する"#, "a LaTeX command is left in the text"),
    Case(
      "latex-damage", "隣の港の\nabla を借りて予測する",
      #"half of the command '\nabla' was lost on its way through JSON"#),
    Case("number-not-in-abstract", "隣の99の港の記録を借りる", "the number is not in the abstract"),
    Case(
      "unit-not-in-abstract", "隣の港で誤差を1.5%だけ減らす",
      "the abstract has the number with another unit: '1.5 times'"),
    Case(
      "range-not-in-abstract", "隣の港で誤差を40〜1.5倍に減らす",
      "the abstract has both numbers, but not as one range"),
    Case("count-not-in-abstract", "隣の3つの港の記録を借りる", "the count is not in the abstract"),
    Case("altered-name", "隣の港の記録をTydeNetで借りる", "the abstract writes it 'TideNet'"),
    Case(
      "name-not-in-abstract", "隣の港の記録をBERTで借りる",
      "the name is neither in the title nor in the abstract"),
    Case(
      "word-not-in-abstract", "隣の港の記録をLaplaceで借りる",
      "the word is neither in the title nor in the abstract"),
    Case("missing-term", "潮の高さの小さなモデル", in: "title", "'tide table' is agreed to be 潮汐表"),
    Case("forbidden-term", "隣の港の潮のテーブルを借りる", "'tide table' is agreed to be 潮汐表"),
    Case("missing-title", "arXiv sent no title for this paper; fetch the week again") {
      $0.paperTitle = ""
    },
    Case("withdrawn", "the paper was withdrawn: This paper has been withdrawn by the authors.") {
      $0.abstract = "This paper has been withdrawn by the authors."
    },
  ]
}
