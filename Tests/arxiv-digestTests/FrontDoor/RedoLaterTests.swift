import Foundation
import TestSupport
import Testing

@Suite("A redo that is gone on with")
struct RedoLaterTests {
  private static let week = ["--week", "2024-07-26", "--topic", "sd"]
  private static let weeks = ["--weeks", "2024-07-12..2024-07-26", "--topic", "sd"]
  private static let redo = ["redo", "summarize"]

  @Test("after Ctrl-C asks about those alone whose answer had not arrived")
  func interrupted() async throws {
    try await withMadeWeek { world in
      try world.fixTimes()
      world.forget()
      world.model.setFaults(["2407.20003": .hold])
      let program = try world.start(Self.redo + Self.week)
      try await eventually("three answers are new, and one is asked for") {
        world.read("runs/2024-07-26/summaries.jsonl")?.split(separator: "\n")
          .count { $0.contains(#""replaced""#) } == 3
          && world.questions.contains { $0.ids == ["2407.20003"] }
      }
      program.interrupt()
      let outcome = await world.outcome(of: program)
      #expect(outcome.status == .exit(130))
      world.model.release()
      world.model.setFaults([:])
      #expect(Self.timeless(outcome) == "redo summarize --week 2024-07-26 --topic sd --before TIME")
      world.forget()
      let second = try await world.run(Self.next(outcome))
      #expect(second.status == .exit(0))
      #expect(world.questions.map(\.ids) == [["2407.20003"]])
      #expect(Self.timeless(second) == "run --from validate --week 2024-07-26 --topic sd")
    }
  }

  @Test("where a limit was reached asks about every paper once", arguments: [false, true])
  func limited(isSeveral: Bool) async throws {
    let papers = isSeveral ? ThreeWeeks.papers : FakePaper.week(4)
    try await withWorld(papers: papers) { world in
      let weeks = isSeveral ? Self.weeks : Self.week
      #expect(try await world.run(["run"] + weeks).status == .exit(0))
      try world.fixTimes()
      world.forget()
      // That of one paper is rejected, and the old one stays: it is none that is asked for for ever.
      world.model.setFaults([papers[0].id: .bullets(3)])
      let limit = ["--max-requests", "2", "--repairs", "0"]
      var outcome = try await world.run(Self.redo + weeks + limit)
      for _ in 1..<(papers.count / 2) {
        #expect(outcome.status != .exit(0))
        #expect(
          Self.timeless(outcome)
            == "redo summarize \(weeks.joined(separator: " ")) --max-requests 2 --repairs 0 "
            + "--before TIME  # goes on where the limit was reached")
        outcome = try await world.run(Self.next(outcome))
      }
      #expect(world.questions.flatMap(\.ids).sorted() == papers.map(\.id).sorted())
      #expect(!outcome.errors.contains("goes on where"), "\(outcome.errors)")
    }
  }

  @Test("names the papers alone whose old answer stayed", arguments: [false, true])
  func kept(isSeveral: Bool) async throws {
    let papers = isSeveral ? ThreeWeeks.papers : FakePaper.week(4)
    try await withWorld(papers: papers) { world in
      let weeks = isSeveral ? Self.weeks : Self.week
      #expect(try await world.run(["run"] + weeks).status == .exit(0))
      world.model.setFaults(["2407.20001": .bullets(3)])
      let outcome = try await world.run(Self.redo + weeks)
      #expect(outcome.status == .exit(2))
      let edit = isSeveral ? "" : " --week 2024-07-26"
      #expect(
        Self.timeless(outcome)
          == "redo summarize \(weeks.joined(separator: " ")) --id 2407.20001 --repairs 4  "
          + "# asks about 2407.20001 only; or write it by hand: arxiv-digest edit 2407.20001\(edit)"
      )
      world.model.setFaults([:])
      world.forget()
      let second = try await world.run(Self.next(outcome))
      #expect(second.status == .exit(0))
      #expect(world.questions.map(\.ids) == [["2407.20001"]])
    }
  }

  @Test("in vain goes on where its repairs have stopped")
  func inVain() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      _ = try await world.run()
      let outcome = try await world.run(Self.redo + ["--rejected"] + Self.week)
      #expect(
        Self.timeless(outcome)
          == "summarize --week 2024-07-26 --topic sd --repairs 4  # asks again about 2407.20001")
      world.forget()
      _ = try await world.run(Self.next(outcome))
      #expect(world.questions.map(\.ids) == [["2407.20001"], ["2407.20001"]])
    }
  }

  @Test("says which papers that were typed it does not ask about, and why")
  func passedOver() async throws {
    try await withMadeWeek { world in
      try world.decide("2407.20000", #""hidden":true"#)
      try world.decide("2407.20001", #""bullets":["一","二","三","四"],"remark":"いいね""#)
      world.forget()
      let ids = ["2407.20000", "2407.20001", "2407.20002", "2407.29999"].flatMap { ["--id", $0] }
      let moment = ["--before", "2024-07-01T00:00:00Z"]
      for mode in [["--dry-run"], []] {
        let outcome = try await world.run(Self.redo + ids + moment + mode + Self.week)
        #expect(
          outcome.errors.hasPrefix(
            """
            note: 2407.20000: not asked about, because it is hidden; to show it again: \
            arxiv-digest hide 2407.20000 --week 2024-07-26 --undo
            note: 2407.20001: not asked about, because its texts are by hand; to have the model's \
            count again: arxiv-digest edit 2407.20001 --week 2024-07-26 --undo
            note: 2407.20002: not asked about, because it was since the moment of --before
            note: 2407.29999: not asked about: the week 2024-07-26 does not have this paper; which \
            one does: arxiv-digest why 2407.29999

            """), "\(outcome.errors)")
        #expect(world.questions == [])
      }
      let blind = try await world.run(Self.redo + ["--id", "2407.20002", "--dry-run"])
      #expect(
        blind.errors.hasPrefix("note: no week was typed, so this looks in the last full one, "))
    }
  }

  /// The words behind the program's name on the last line.
  private static func next(_ outcome: RunningProgram.Outcome) -> [String] {
    let line = outcome.errors.split(separator: "\n").last ?? ""
    let command = line.components(separatedBy: "  #")[0].replacing("next: arxiv-digest ", with: "")
    return command.split(separator: " ").map(String.init)
  }

  /// The last line without the moment at which the redo began.
  private static func timeless(_ outcome: RunningProgram.Outcome) -> String {
    String(outcome.errors.split(separator: "\n").last ?? "")
      .replacing("next: arxiv-digest ", with: "")
      .replacing(/--before [0-9TZ:-]+/, with: "--before TIME")
  }
}
