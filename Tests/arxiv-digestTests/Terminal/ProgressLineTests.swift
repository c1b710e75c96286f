import Pipeline
import Records
import Testing

@testable import arxiv_digest

@Suite("The line that shows how far a stage is")
struct ProgressLineTests {
  /// A stage some time after its begin, and the line for a terminal's width.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let columns: Int
    let progress: StageProgress
    let line: String
    var seconds = 30

    init(
      _ name: String, _ columns: Int, _ line: String, seconds: Int = 30,
      _ progress: StageProgress
    ) {
      testDescription = name
      self.columns = columns
      self.line = line
      self.seconds = seconds
      self.progress = progress
    }
  }

  @Test("says most of what matters in the room that there is", arguments: cases)
  func line(of test: Case) {
    let line = ProgressLine(progress: test.progress, time: .seconds(test.seconds))
      .text(columns: test.columns)
    #expect(line == test.line)
    #expect(line.columns <= test.columns)
  }

  private static let busy = Sample.progress(done: 120, retries: 2, costUSD: 0.031) { progress in
    progress.take(.sent(Sample.request(7, "summarize-2407.20021")), at: .seconds(1))
  }

  private static let cases = [
    Case(
      "all of it, and a bar no wider than it need be", 200,
      "summarize [###-------------------] 120/800  4.0/s  3 min left  2 retries  $0.0310  "
        + "oldest 29 s (summarize-2407.20021)", busy),
    Case(
      "a usual terminal: the oldest request goes first", 79,
      "summarize [###-----------------] 120/800  4.0/s  3 min left  2 retries  $0.0310", busy),
    Case(
      "less: the bar shrinks, then goes", 70,
      "summarize [#----------] 120/800  4.0/s  3 min left  2 retries  $0.0310", busy),
    Case(
      "half a terminal: rate and retries go", 39, "summarize 120/800  3 min left  $0.0310", busy),
    Case("a quarter", 19, "summarize 120/800", busy),
    Case("hardly any room", 12, "summarize 12", busy),
    Case("no room", 0, "", busy),
    Case(
      "nothing done yet", 79, "summarize [----------------------] 0/800",
      Sample.progress()),
    Case(
      "the first moment tells no rate", 79, "summarize [----------------------] 3/800",
      seconds: 0, Sample.progress(done: 3)),
    Case(
      "all done", 79, "summarize [######################] 800/800  27/s",
      Sample.progress(done: 800)),
    Case(
      "more than all, which never should be", 79,
      "summarize [######################] 801/800  27/s", Sample.progress(done: 801)),
    Case(
      "nothing to do", 79, "summarize [######################] 0/0",
      Sample.progress(total: 0)),
    Case(
      "topics are too few for a rate", 79, "fetch [###########-----------] 1/2",
      Sample.progress(.fetch, done: 1, total: 2)),
    Case(
      "no prices", 79, "summarize [#---------------------] 60/800  2.0/s  7 min left  cost unknown",
      Sample.progress(done: 60, costUSD: nil)),
    Case(
      "a young request is no cause for worry", 200,
      "summarize [#---------------------] 60/800  2.0/s  7 min left",
      Sample.progress(done: 60) {
        $0.take(.sent(Sample.request(1, "summarize-2407.20021")), at: .seconds(21))
      }),
    Case(
      "a name in Japanese takes two columns a sign", 100,
      "summarize [#--------------------] 60/800  2.0/s  7 min left  oldest 30 s (要約-合成データの品質評価)",
      Sample.progress(done: 60) {
        $0.take(.sent(Sample.request(1, "要約-合成データの品質評価")), at: .zero)
      }),
    Case(
      "a name that is too long is left out", 79,
      "summarize [#---------------------] 60/800  2.0/s  7 min left",
      Sample.progress(done: 60) {
        $0.take(.sent(Sample.request(1, String(repeating: "x", count: 90))), at: .zero)
      }),
  ]
}

@Suite("The words for how far a stage is")
struct ProgressTextTests {
  @Test(
    "the rate is by the second where it is fast, else by the minute",
    arguments: [
      (1, 1, "1.0/s"), (41, 10, "4.1/s"), (120, 10, "12/s"), (100_000, 10, "10,000/s"),
      (30, 60, "30/min"), (1, 60, "1.0/min"), (1, 600, "0.1/min"), (99, 10, "9.9/s"),
    ])
  func rate(done: Int, seconds: Int, rate: String) {
    let progress = Sample.progress(done: done, total: 1_000_000)
    #expect(ProgressText.rate(progress, at: .seconds(seconds)) == rate)
  }

  @Test(
    "the time that is left is rounded up, the more the longer it is",
    arguments: [
      (1, "5 s left"), (5, "5 s left"), (6, "10 s left"), (61, "65 s left"), (85, "85 s left"),
      (86, "2 min left"), (121, "3 min left"), (3600, "60 min left"), (5400, "1 h 30 min left"),
      (86_400, "24 h 0 min left"),
    ])
  func left(seconds: Int, text: String) {
    // One a second, so that as many seconds are left as papers.
    let progress = Sample.progress(done: 10, total: 10 + seconds)
    #expect(ProgressText.left(progress, at: .seconds(10)) == text)
  }

  @Test("a line of a log says the same in words")
  func logLine() {
    #expect(
      ProgressText.logLine(Sample.progress(), at: .seconds(10)) == "summarize: 0/800")
    let busy = Sample.progress(done: 120, retries: 1, costUSD: 0.031) {
      $0.take(.sent(Sample.request(7, "summarize-2407.20021")), at: .zero)
    }
    #expect(
      ProgressText.logLine(busy, at: .seconds(30))
        == "summarize: 120/800, 4.0/s, about 3 min left, 1 retry, $0.0310, "
        + "oldest request 30 s (summarize-2407.20021)")
  }

  @Test("what a run tells is added up")
  func sum() {
    var progress = Sample.progress()
    let first = Sample.request(1, "a")
    progress.take(.sent(first), at: .seconds(1))
    progress.take(.sent(Sample.request(2, "b")), at: .seconds(2))
    #expect(progress.oldest == StageProgress.Waiting(name: "a", since: .seconds(1)))
    progress.take(.settled(Sample.settled(first, .answered, costUSD: 0.5)), at: .seconds(3))
    #expect(progress.oldest == StageProgress.Waiting(name: "b", since: .seconds(2)))
    progress.take(.settled(Sample.settled(first, .unknown, costUSD: nil)), at: .seconds(3))
    #expect(progress.costUSD == 0.5)
    progress.take(.waiting(.summarize, Sample.retry), at: .seconds(4))
    progress.take(.waiting(.summarize, Sample.pace), at: .seconds(4))
    progress.take(.waiting(.translate, Sample.retry), at: .seconds(4))
    progress.take(.advanced(.summarize, done: 7, total: 800), at: .seconds(5))
    progress.take(.advanced(.translate, done: 9, total: 800), at: .seconds(5))
    #expect([progress.retries, progress.done] == [1, 7])
    progress.take(.settled(Sample.settled(first, .answered, costUSD: nil)), at: .seconds(6))
    #expect(progress.costUSD == nil)
  }
}
