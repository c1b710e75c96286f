import Foundation
import Models
import Records
import Testing

@testable import Pipeline

@Suite("What is left to ask after a reply")
struct QuestionTests {
  /// A reply about some papers, and the questions that follow.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var papers = 1
    var question: @Sendable (inout Question) -> Void = { _ in }
    var completeness = ModelReply.Completeness.complete
    var text = "text"
    /// Papers whose draft holds nothing to judge.
    var failed: Set<Int> = []
    /// Papers whose draft is there and would be withheld.
    var withheld: Set<Int> = []
    var hasNext = false
    var repairs = 2
    /// The questions: how many papers, and what has changed.
    var expected: [Next] = []
  }

  /// What tells a question that follows from the one before.
  struct Next: Equatable {
    var papers: [Int]
    var turn = 0
    var outputFactor = 1
    var repeats = 0
    var isShown = false
  }

  @Test("a reply leaves to ask what it must and no more", arguments: cases)
  func followUps(example: Case) throws {
    let papers = try (0..<example.papers).map { try Samples.paper($0) }
    var question = Question(papers: papers)
    example.question(&question)
    let judged = papers.enumerated().map { number, paper in
      Self.judged(
        paper, isLacking: example.failed.contains(number),
        isRejected: example.withheld.contains(number))
    }
    let next = question.followUps(
      after: ModelReply(text: example.text, completeness: example.completeness), judged,
      hasNext: example.hasNext, repairs: example.repairs)
    let found = next.map { next in
      Next(
        papers: next.papers.compactMap { papers.firstIndex(of: $0) }, turn: next.turn,
        outputFactor: next.outputFactor, repeats: next.repeats, isShown: next.shown != nil)
    }
    #expect(found == example.expected)
  }

  @Test("what was paid for stays with the paper through every round")
  func past() throws {
    let paper = try Samples.paper(0)
    let judged = Self.judged(paper, isLacking: true, isRejected: false)
    let next = Question(papers: [paper]).followUps(
      after: ModelReply(text: "text"), [judged], hasNext: false, repairs: 1)
    let past = next.first?.past[paper.id]
    #expect(past?.usage == Usage(requests: 2, inputTokens: 7))
    #expect(past?.replies == [FailedReply(reply: "text", failure: Self.failure)])
  }

  private static let cases: [Case] = [
    Case(testDescription: "a good answer leaves nothing"),
    Case(
      testDescription: "an answer to be withheld goes back with what was found", withheld: [0],
      expected: [Next(papers: [0], repeats: 1, isShown: true)]),
    Case(
      testDescription: "as often as it may", question: { $0.repeats = 2 }, withheld: [0],
      repairs: 3, expected: [Next(papers: [0], repeats: 3, isShown: true)]),
    Case(
      testDescription: "and then waits", question: { $0.repeats = 3 }, withheld: [0], repairs: 3),
    Case(
      testDescription: "nothing goes back where nothing may", papers: 2, failed: [0],
      withheld: [1], repairs: 0),
    Case(
      testDescription: "of several answers the one to be withheld goes back alone", papers: 3,
      withheld: [1], expected: [Next(papers: [1], repeats: 1, isShown: true)]),
    Case(
      testDescription: "several that are to be withheld go back one by one, all the same",
      papers: 2,
      withheld: [0, 1],
      expected: [
        Next(papers: [0], repeats: 1, isShown: true), Next(papers: [1], repeats: 1, isShown: true),
      ]),
    Case(
      testDescription: "the lacking are asked about together, and the withheld each alone",
      papers: 5, failed: [0, 3], withheld: [2],
      expected: [
        Next(papers: [0, 3]), Next(papers: [2], repeats: 1, isShown: true),
      ]),
    Case(
      testDescription: "a cut answer about a rejected one keeps what the model is shown",
      question: {
        $0.repeats = 1
        $0.shown = FailedReply(reply: "shown", failure: failure)
      }, completeness: .truncated, failed: [0],
      expected: [Next(papers: [0], outputFactor: 2, repeats: 1, isShown: true)]),
    Case(
      testDescription: "an unusable answer is asked for again, and the model shown why",
      failed: [0], expected: [Next(papers: [0], repeats: 1, isShown: true)]),
    Case(
      testDescription: "a second unusable answer as well", question: { $0.repeats = 1 },
      failed: [0], expected: [Next(papers: [0], repeats: 2, isShown: true)]),
    Case(
      testDescription: "a third is left to a person", question: { $0.repeats = 2 },
      failed: [0]),
    Case(
      testDescription: "of several papers only the lacking are asked about", papers: 4,
      failed: [1, 3], expected: [Next(papers: [1, 3])]),
    Case(
      testDescription: "an answer that is of no use for any goes in halves", papers: 5,
      failed: [0, 1, 2], withheld: [3, 4],
      expected: [Next(papers: [0, 1]), Next(papers: [2, 3, 4])]),
    Case(
      testDescription: "and then one by one, and only what was judged has used a repair up",
      papers: 2, question: { $0.splits = 1 }, failed: [0], withheld: [1], repairs: 1,
      expected: [Next(papers: [0]), Next(papers: [1], repeats: 1, isShown: true)]),
    Case(
      testDescription: "and then each as often as it may", question: { $0.splits = 2 },
      failed: [0], repairs: 1, expected: [Next(papers: [0], repeats: 1, isShown: true)]),
    Case(
      testDescription: "and then no more",
      question: {
        $0.splits = 2
        $0.repeats = 1
      }, failed: [0], repairs: 1),
    Case(
      testDescription: "a cut answer gets twice the room", completeness: .truncated, failed: [0],
      expected: [Next(papers: [0], outputFactor: 2)]),
    Case(
      testDescription: "a cut answer gets it once", question: { $0.outputFactor = 2 },
      completeness: .truncated, failed: [0]),
    Case(
      testDescription: "a cut answer about several goes in halves then", papers: 2,
      question: { $0.outputFactor = 2 }, completeness: .truncated, failed: [0, 1],
      expected: [Next(papers: [0], outputFactor: 2), Next(papers: [1], outputFactor: 2)]),
    Case(
      testDescription: "a model that repeats itself gets no more room", completeness: .truncated,
      text: String(repeating: "同じことを言う。", count: 40), failed: [0]),
    Case(
      testDescription: "a refusal goes to the next profile", completeness: .refused("no"),
      failed: [0], hasNext: true, expected: [Next(papers: [0], turn: 1)]),
    Case(
      testDescription: "a refusal without a next profile stays", completeness: .refused("no"),
      failed: [0]),
    Case(
      testDescription: "a refusal of several goes in halves first", papers: 2,
      completeness: .filtered, failed: [0, 1], hasNext: true,
      expected: [Next(papers: [0]), Next(papers: [1])]),
    Case(
      testDescription: "the next profile begins anew",
      question: {
        $0.repeats = 2
        $0.outputFactor = 2
      }, completeness: .filtered, failed: [0], hasNext: true,
      expected: [Next(papers: [0], turn: 1)]),
  ]

  private static let failure = DraftFailure(code: "c", message: "m")

  private static func judged(_ paper: Paper, isLacking: Bool, isRejected: Bool) -> Judged {
    let failed = isLacking || isRejected ? FailedReply(reply: "text", failure: failure) : nil
    return Judged(
      paper: paper, profile: "p", errors: [], failed: failed, shown: failed, isLacking: isLacking,
      past: Question.Past(
        replies: failed.map { [$0] } ?? [], usage: Usage(requests: 2, inputTokens: 7)))
  }
}
