import Foundation
import TestSupport
import Testing

@Suite("show")
struct ShowTests {
  private static let kana = "2407.20001".inKana
  private static let published = "submitted     2024-07-30 23:58 UTC"

  /// What is told of the paper before a model was asked.
  private static func head(state: String) -> String {
    """
    2407.20001v1  Paper number 2407.20001
      week          2024-07-26
      authors       First Author
      \(published)
      categories    cs.LG
      topics        sd 合成データ
      state         \(state)
      abstract
        An abstract about paper 2407.20001 & what it found.

    """
  }

  private static let titlePrompt = """
      system
        # 訳
        {"titles":
      user
        ==========
        id: 2407.20001
        title: Paper number 2407.20001
        ==========
    """

  private static let summaryPrompt = """
      system
        # 要約
        四つの文。
      user
        ==========
        id: 2407.20001
        title: Paper number 2407.20001
        abstract:
        An abstract about paper 2407.20001 & what it found.
        ==========
    """

  @Test("tells of a paper without any answer as far as it is, with the prompts to come")
  func bare() async throws {
    try await withWorld { world in
      try world.shortenPrompts()
      _ = try await world.run(World.fetchWords)
      try await world.look(
        ["show", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: Self.head(state: "waits for its title and summary") + """

            translate
              state         no answer yet
              prompt        translate-2407.20001, as it will be asked
            \(Self.titlePrompt)

            summarize
              state         no answer yet
              prompt        summarize-2407.20001, as it will be asked
            \(Self.summaryPrompt)

            page
              shown         nowhere; only what is accepted can be published

            cost
              paper         no request about it is on record

            """,
          errors: """
            next: arxiv-digest run --from translate --week 2024-07-26 --topic sd  # asks for what is missing

            """))
    }
  }

  @Test("tells of a published paper all that was asked, replied, found, written and paid")
  func whole() async throws {
    try await withWorld(papers: FakePaper.week(2)) { world in
      try world.shortenPrompts()
      world.model.setPassingFaults(["2407.20001": .bullets(3)])
      _ = try await world.run(World.runWords + ["--concurrency", "1"])
      let outcome = try await world.look(["show", "2407.20001"])
      let bullets = [
        "記録の少ない港の潮位を扱う", "観測の欠けた日に誤差が広がる", "隣町から借りた波形で補う学習法を示す",
        "予測の外れを半減できると実験で確かめた",
      ].map { "\($0)（\(Self.kana)）" }
      let other = "2407.20000".inKana
      let asked = "asked         2024-08-02 10:00 UTC with test (test-model)"
      let request = "2024-08-02 10:00 UTC, test (test-model), answered, $0.002800"
      func reply(_ count: Int) -> String {
        #"{"bullets":["#
          + bullets.prefix(count).map { "\"\($0)\"" }.joined(separator: ",")
          + #"],"id":"2407.20001","remark":"これは気になる論文だね"}"#
      }
      #expect(outcome.status == .exit(0))
      #expect(outcome.errors == "next: nothing: it is published as it stands\n")
      // Which of the two papers' requests went first is not certain.
      let output = outcome.output.replacing(#/request [234] /#, with: "request N ")
      let expected = """
        \(Self.head(state: "accepted, and on site/_sd/2024-07-26.md"))
        translate
          state         answered
          \(asked)
          served by     test-model-snapshot
          request ID    test
          tokens        500 in (200 cached), 100 out
          request 1     \(request), shared by 2 papers
          prompt        translate-2407.20001, as it was asked, together with 1 other paper
        \(Self.titlePrompt)
          reply
            {"titles":[{"id":"2407.20000","title":"論文\(other)の題目"},\
        {"id":"2407.20001","title":"論文\(Self.kana)の題目"}]}

        summarize
          state         answered
          \(asked)
          served by     test-model-snapshot
          request ID    test
          tokens        2000 in (800 cached), 400 out
          request N     \(request)
          request N     \(request)
          prompt        summarize-2407.20001, as it was asked
        \(Self.summaryPrompt)
          reply
            \(reply(4))
          earlier reply 1 of 1: rejected: bullet-count in bullets (there are 3 bullets, a page \
        shows four)
            \(reply(3))

        validate
          verdict       accepted
          warning       same-remark in remark: 2407.20000 has the same remark

        page
          sd            site/_sd/2024-07-26.md is up to date
          all           site/_all/2024-07-26.md is not written yet
          text
            - - -

            ### [Paper number 2407.20001](http://arxiv.org/abs/2407.20001)

            **論文\(Self.kana)の題目**

            First Author

            - \(bullets[0])
            - \(bullets[1])
            - \(bullets[2])
            - \(bullets[3])

            これは気になる論文だね



            **トピック:** [合成データ](../../sd), **カテゴリ:** cs.LG, **投稿日時:** 2024-07-30 23:58

        cost
          paper         $0.007000 for 3 requests, its part where others shared one

        """
      #expect(output == expected)
    }
  }

  @Test("shows the repair that would be asked next, and that the prompt is another one")
  func repair() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      _ = try await world.run(World.runWords + ["--repairs", "0"])
      let next = try await world.look(["show", "2407.20001"])
      #expect(
        next.output.contains(
          "\n  prompt        summarize-2407.20001, as it was asked, with the last reply and what was "
            + "found in it\n"))
      #expect(next.output.contains("    # 前回の返答\n"))
      #expect(
        next.output.contains(
          "\n  error         bullet-count in bullets: there are 3 bullets, a page shows four\n"))
      try world.shortenPrompts()
      let changed = try await world.look(["show", "2407.20001"])
      #expect(
        changed.output.contains("\n  prompt        summarize-2407.20001, not as it was asked\n"))
      #expect(changed.output.contains("\n  changed       prompt\n"))
      #expect(!changed.output.contains("# 前回の返答"))
    }
  }

  @Test("shows what a person has written, and that a hidden paper is on no page")
  func byHand() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.decide(
        "2407.20001", #""title":"手で書いた題","remark":"いい\u001b[2Jね","hidden":true,"origin":"page""#)
      let outcome = try await world.look(["show", "2407.20001"])
      #expect(
        outcome.output.contains(
          """

          by hand
            hidden        since 2024-08-02 10:00 UTC
            texts         title and remark by hand since 2024-08-02 (on a page of the site); title or \
          abstract has changed since (version 1 then, 1 now)
            title         手で書いた題
            remark        いい [2Jね


          """), "\(outcome.output)")
      #expect(
        outcome.output.contains(
          "\n  state         hidden by hand since 2024-08-02: no page shows it"))
      #expect(!outcome.output.contains("\u{1B}"))
    }
  }

  @Test("of a paper that no week has says so with status 1")
  func unknown() async throws {
    try await withWorld { world in
      try await world.look(
        ["show", "hep-th/9711200", "--runs", "other"],
        is: RunningProgram.Outcome(
          status: .exit(1),
          errors: """
            arxiv-digest: hep-th/9711200: no week on disk has this paper: no topic's query has \
            found it, or its week was never fetched
            next: arxiv-digest fetch --runs other --id hep-th/9711200

            """))
    }
  }

  @Test("for machines is one object of a documented form")
  func json() async throws {
    try await withWorld(papers: FakePaper.week(1)) { world in
      try world.shortenPrompts()
      _ = try await world.run(World.fetchWords)
      let missing = ["translate", "summarize"].map {
        #"{"stage":"\#($0)","state":"missing","changed":[]}"#
      }
      let fence = #"==========\nid: 2407.20000\ntitle: Paper number 2407.20000\n"#
      func asked(_ stage: String, _ system: String, _ user: String) -> String {
        #"{"stage":"\#(stage)","prompt":{"name":"\#(stage)-2407.20000","system":"\#(system)","#
          + #""user":"\#(user)==========\n","isRepair":false},"requests":[],"costUSD":0.0}"#
      }
      let outcome = try await world.look(["show", "2407.20000", "--json"])
      #expect(
        outcome.output
          == #"{"format":1,"command":"show","week":"2024-07-26","id":"2407.20000","#
          + #""state":"asked","hidden":false,"byHand":[],"findings":[],"stages":["#
          + missing.joined(separator: ",")
          + #"],"paper":{"version":1,"title":"Paper number 2407.20000","abstract":"An abstract "#
          + #"about paper 2407.20000 & what it found.","authors":["First Author"],"#
          + #""categories":["cs.LG"],"published":"2024-07-30T23:59:00Z","#
          + #""updated":"2024-07-30T23:59:00Z","topics":["sd"]},"withdrawn":false,"asked":["#
          + asked("translate", #"# 訳\n{\"titles\":\n"#, fence) + ","
          + asked(
            "summarize", #"# 要約\n四つの文。\n"#,
            fence + #"abstract:\nAn abstract about paper 2407.20000 & what it found.\n"#)
          + #"],"pages":[],"costUSD":0.0}"# + "\n")
    }
  }
}
