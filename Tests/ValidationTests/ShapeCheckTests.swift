import Records
import Testing
import Validation

@Suite("Shape of a text")
struct ShapeCheckTests {
  private static let lines = "the text has more than one line"
  private static let empty = "the text is empty"

  @Test(
    "a page shows four bullets",
    arguments: [0, 1, 3, 5, 40])
  func bulletCount(count: Int) throws {
    let bullets = Array(repeating: "潮の満ち引きを学ぶ", count: count)
    let verdict = try #require(
      Validator.verdict(on: Sheet().with { $0.bullets = bullets }.manuscript))
    #expect(
      verdict
        == Verdict(
          id: Sheet.id,
          findings: [
            Finding(
              code: "bullet-count", severity: .error, field: "bullets",
              message: "there are \(count) bullets, a page shows four")
          ],
          title: "潮汐表のための小さなモデル", bullets: bullets,
          remark: "港ごとの癖まで学んでくれるなんて、釣り好きにはたまらないね！"))
  }

  @Test(
    "an empty text is an error in every field",
    arguments: [
      TextCase.bad("", in: "title", "empty-text", empty),
      .bad("", in: "bullets[0]", "empty-text", empty),
      .bad("", in: "bullets[3]", "empty-text", empty),
      .bad("", in: "remark", "empty-text", empty),
      .bad(" \u{2003}", "empty-text", empty),
      .bad("\u{3000}\u{A0}", in: "remark", "empty-text", empty),
      .bad("\n", "empty-text", empty).and("several-lines", lines),
    ])
  func emptyText(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "a line end of any kind is an error",
    arguments: [
      TextCase.bad("潮が\n満ちる", "several-lines", lines),
      .bad("潮が\r\n満ちる", "several-lines", lines),
      .bad("潮が\r満ちる", "several-lines", lines),
      .bad("潮が\u{B}満ちる", "several-lines", lines),
      .bad("潮が\u{C}満ちる", "several-lines", lines),
      .bad("潮が\u{85}満ちる", "several-lines", lines),
      .bad("潮が\u{2028}満ちる", "several-lines", lines),
      .bad("潮が\u{2029}満ちる", "several-lines", lines),
      .bad("潮が満ちる\n", "several-lines", lines),
      .bad("\n潮の表", in: "title", "several-lines", lines),
      .bad("すごいね！\n\nまた読もう。", in: "remark", "several-lines", lines),
    ])
  func severalLines(example: TextCase) throws {
    try example.check()
  }

  @Test(
    "white space within a line is no line end",
    arguments: [
      TextCase.good("潮が 満ちる"), .good("潮が\u{3000}満ちる"), .good(" 潮が満ちる "),
      .good("潮が\u{A0}満ちる"), .good("潮の 表", in: "title"),
    ])
  func oneLine(example: TextCase) throws {
    try example.check()
  }

  @Test("a paper that arXiv sent without a title is withheld, and says what to do")
  func missingTitle() throws {
    let verdict = try #require(
      Validator.verdict(on: Sheet().with { $0.paperTitle = "" }.manuscript))
    #expect(
      verdict.findings == [
        Finding(
          code: "missing-title", severity: .error, field: "title",
          message: "arXiv sent no title for this paper; fetch the week again")
      ])
  }
}
