import TestSupport
import Testing

@Suite("why")
struct WhyTests {
  @Test("finds a paper that is published over all weeks, however it is written")
  func published() async throws {
    try await withWorld { world in
      _ = try await world.run()
      for word in ["2407.20001", "arXiv:2407.20001v2", "https://arxiv.org/abs/2407.20001"] {
        try await world.look(
          ["why", word],
          is: RunningProgram.Outcome(
            status: .exit(0),
            output: "2407.20001: accepted, and on site/_sd/2024-07-26.md\n",
            errors: "next: nothing: it is published as it stands\n"))
      }
    }
  }

  @Test("names what an answer was withheld for, how often it was asked, and what asks again")
  func withheld() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      _ = try await world.run()
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            2407.20001: withheld: bullet-count in bullets (there are 3 bullets, a page shows four)
              summarize: waits for a person: asked 3 times in vain, last on 2024-08-02 with test \
            (test-model)

            """,
          errors: """
            next: arxiv-digest redo summarize --week 2024-07-26 --id 2407.20001 --repairs 4  \
            # asks about it anew; or write it by hand: arxiv-digest edit 2407.20001

            """))
      try world.write("# 要約\n四つの文。\n", to: "prompts/summarize.md")
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            2407.20001: withheld: bullet-count in bullets (there are 3 bullets, a page shows four)
              summarize: the prompt has changed since (asked on 2024-08-02 with test (test-model)); \
            the next run asks again

            """,
          errors: """
            next: arxiv-digest run --from translate --week 2024-07-26 --topic sd  # asks for what is missing

            """))
    }
  }

  @Test("names what makes an answer stale, and what has it made anew")
  func stale() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.write("# 要約\n四つの文。\n", to: "prompts/summarize.md")
      let digest = try #require(world.read("digest.json"))
      try world.write(digest.replacing("\"test-model\"", with: "\"newer\""), to: "digest.json")
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            2407.20001: accepted, and on site/_sd/2024-07-26.md
              translate: stale, and kept: the model has changed since (asked on 2024-08-02 with \
            test (test-model))
              summarize: stale, and kept: the prompt and the model have changed since (asked on \
            2024-08-02 with test (test-model))

            """,
          errors: """
            next: arxiv-digest redo translate --week 2024-07-26 --id 2407.20001  # asks for it \
            anew

            """))
    }
  }

  @Test("says of a paper that no model was asked about which answers are missing")
  func missing() async throws {
    try await withWorld { world in
      _ = try await world.run(World.fetchWords)
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            2407.20001: waits for its title and summary
              translate: no answer yet; the next run asks for it
              summarize: no answer yet; the next run asks for it

            """,
          errors: """
            next: arxiv-digest run --from translate --week 2024-07-26 --topic sd  # asks for what is missing

            """))
    }
  }

  @Test("says of a paper that has its texts whether they were judged and are on the page")
  func unjudged() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.remove("runs/2024-07-26/verdicts.jsonl")
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            2407.20001: not judged yet; all its texts are there
              validate: would be accepted now

            """,
          errors: """
            next: arxiv-digest run --from validate --week 2024-07-26 --topic sd  # judges it anew

            """))
      _ = try await world.run(["validate", "--week", "2024-07-26"])
      try world.remove("site/_sd/2024-07-26.md")
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            2407.20001: accepted, and its page is not what would be written now: \
            site/_sd/2024-07-26.md is not written yet

            """,
          errors: """
            next: arxiv-digest run --from render --week 2024-07-26 --topic sd  # writes its page

            """))
    }
  }

  @Test("quotes the words of a withdrawal")
  func withdrawn() async throws {
    var papers = FakePaper.week(2)
    papers[1].comment = "This paper has been withdrawn by the author due to an error"
    try await withWorld(papers: papers) { world in
      _ = try await world.run()
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            2407.20001: withdrawn, so no page shows it; its comment says: This paper has been \
            withdrawn by the author due to an error

            """,
          errors: "next: nothing: no run brings what is withdrawn\n"))
    }
  }

  @Test("tells what a person has decided, and since when")
  func byHand() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.decide("2407.20001", #""hidden":true"#)
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            2407.20001: hidden by hand since 2024-08-02: no page shows it, and no model is asked \
            about it

            """,
          errors: "next: arxiv-digest hide 2407.20001 --undo  # shows it again\n"))
      try world.decide("2407.20000", #""remark":"いいね","origin":"editor""#)
      let edited = try await world.look(["why", "2407.20000"])
      #expect(edited.status == .exit(0))
      #expect(
        edited.output.contains(
          "\n  remark by hand since 2024-08-02 (in an editor); title or abstract has changed since "
            + "(version 1 then, 1 now)\n"))
    }
  }

  @Test("of a paper whose topic is gone names the topic")
  func untopical() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let digest = try #require(world.read("digest.json"))
      try world.write(
        digest.replacing(#""slug": "sd""#, with: #""slug": "data""#), to: "digest.json")
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: "2407.20001: of no topic that digest.json has now; it was found by: sd\n",
          errors: "next: arxiv-digest topics  # lists the topics that there are\n"))
    }
  }

  @Test("of a paper that no week has says where it would come from, with status 1")
  func unknown() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try await world.look(
        ["why", "2501.00001"],
        is: RunningProgram.Outcome(
          status: .exit(1),
          errors: """
            arxiv-digest: 2501.00001: no week on disk has this paper: no topic's query has found \
            it, or its week was never fetched
            next: arxiv-digest fetch --id 2501.00001

            """))
      try await world.look(
        ["why", "2407.20001", "--week", "2024-07-19"],
        is: RunningProgram.Outcome(
          status: .exit(1),
          errors: """
            arxiv-digest: 2407.20001: the week of 2024-07-19 does not have this paper
            next: arxiv-digest why 2407.20001  # looks through all weeks

            """))
    }
  }

  @Test("goes on where another week cannot be read, and stops where it is the paper's own")
  func damaged() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.make("runs/2024-08-02")
      try world.write("{\n", to: "runs/2024-08-02/papers.jsonl")
      let trouble =
        "papers.jsonl:1: not a record: no valid JSON. Mend the line, or delete it to have its paper "
        + "fetched again\n"
      try await world.look(
        ["why", "2407.20001"],
        is: RunningProgram.Outcome(
          status: .exit(0), output: "2407.20001: accepted, and on site/_sd/2024-07-26.md\n",
          errors: "arxiv-digest: runs/2024-08-02/\(trouble)"
            + "next: nothing: it is published as it stands\n"))
      try world.write("{\n", to: "runs/2024-07-26/summaries.jsonl")
      let own = try await world.look(["why", "2407.20001", "--week", "2024-07-26"])
      #expect(own.status == .exit(1))
      #expect(own.errors.hasPrefix("arxiv-digest: runs/2024-07-26/summaries.jsonl:1: not a record"))
    }
  }

  @Test("for machines is one object of a documented form")
  func json() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      _ = try await world.run()
      let finding =
        #"{"code":"bullet-count","severity":"error","field":"bullets","#
        + #""message":"there are 3 bullets, a page shows four"},"#
        + #"{"code":"same-remark","severity":"warning","field":"remark","#
        + #""message":"2407.20000 has the same remark"}"#
      func asked(_ stage: String, _ state: String, repairs: Int) -> String {
        #"{"stage":"\#(stage)","state":"\#(state)","changed":[],"repairs":\#(repairs),"#
          + #""asked":"2024-08-02T10:00:00Z","profile":"test","model":"test-model"}"#
      }
      try await world.look(
        ["why", "2407.20001", "--json"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: #"{"format":1,"command":"why","week":"2024-07-26","id":"2407.20001","#
            + #""state":"exhausted","hidden":false,"byHand":[],"verdict":"rejected","#
            + #""findings":[\#(finding)],"stages":["#
            + asked("translate", "done", repairs: 0) + ","
            + asked("summarize", "exhausted", repairs: 2) + #"],"pages":[],"reasons":["#
            + #""withheld: bullet-count in bullets (there are 3 bullets, a page shows four)","#
            + #""summarize: waits for a person: asked 3 times in vain, last on 2024-08-02 with "#
            + #"test (test-model)"]}"# + "\n",
          errors: "next: arxiv-digest redo summarize --week 2024-07-26 --id 2407.20001 --repairs 4"
            + "  # asks about it anew; or write it by hand: arxiv-digest edit 2407.20001\n"))
    }
  }
}
