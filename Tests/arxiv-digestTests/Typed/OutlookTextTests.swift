import Pipeline
import Records
import Testing

@testable import arxiv_digest

@Suite("What is said of papers that wait for a person")
struct OutlookTextTests {
  /// Papers by their number: the stage, and how often it was asked again.
  typealias Waiting = (Int, Stage, repairs: Int)

  private static func outlook(_ waiting: [Waiting]) throws -> Outlook {
    Outlook(
      exhausted: try waiting.map { number, stage, repairs in
        let id = try #require(ArXivID("2407.\(20000 + number)"))
        return Outlook.Exhausted(id: id, stage: stage, repairs: repairs)
      })
  }

  @Test(
    "names them by stage, and what can be done",
    arguments: [
      ([], []),
      (
        [(1, .summarize, 2)],
        [
          "summarize: asked again 2 times about 2407.20001, in vain; it waits for a person: write it "
            + "by hand with `edit ID`, change the prompt or the model, or allow more with --repairs 4"
        ]
      ),
      (
        [(1, .translate, 0), (2, .summarize, 9), (3, .summarize, 2)],
        [
          "translate: asked about 2407.20001 in vain, and not again; it waits for a person: write it "
            + "by hand with `edit ID`, change the prompt or the model, or allow more with --repairs 10",
          "summarize: asked again up to 9 times about 2407.20002, 2407.20003, in vain; they wait for a "
            + "person: write it by hand with `edit ID`, change the prompt or the model, or allow more with --repairs 10",
        ]
      ),
      (
        (1...7).map { ($0, .summarize, 10) },
        [
          "summarize: asked again 10 times about 2407.20001, 2407.20002, 2407.20003, 2407.20004, "
            + "2407.20005 and 2 more, in vain; they wait for a person: write it by hand "
            + "with `edit ID`, change the prompt or the model"
        ]
      ),
    ] as [([Waiting], [String])])
  func lines(waiting: [Waiting], lines: [String]) throws {
    #expect(OutlookText.lines(try Self.outlook(waiting)) == lines)
  }

  @Test(
    "names the command that asks again",
    arguments: [
      (["summarize"], [.summarize], [(1, .summarize, 2)], "summarize --repairs 4"),
      (["run", "--repairs", "2"], Stage.allCases, [(1, .summarize, 2)], "run --repairs 4"),
      (["validate"], [.validate], [(1, .translate, 1)], "run --from translate --repairs 3"),
      (
        ["run", "--from", "summarize"], [.summarize, .validate, .render], [(1, .translate, 2)],
        "run --from translate --repairs 4"
      ),
    ] as [([String], [Stage], [Waiting], String)])
  func next(words: [String], stages: [Stage], waiting: [Waiting], command: String) throws {
    let typed = TypedCommand(["arxiv-digest"] + words)
    #expect(
      OutlookText.next(try Self.outlook(waiting), stages: stages, command: typed)
        == "arxiv-digest \(command)  # asks again about 2407.20001")
  }

  @Test("sends no one asking where nothing more can be allowed")
  func most() throws {
    let typed = TypedCommand(["arxiv-digest", "summarize"])
    #expect(
      OutlookText.next(
        try Self.outlook([(1, .summarize, 10)]), stages: [.summarize], command: typed)
        == "change the prompt or the model, then: arxiv-digest summarize  # asks again about "
        + "2407.20001")
  }

  @Test("tells them from the papers that the same command asks for")
  func note() throws {
    #expect(OutlookText.note(Outlook()) == "  # asks for these papers only")
    let one: Waiting = (1, .summarize, 2)
    #expect(
      OutlookText.note(try Self.outlook([one, (1, .translate, 2)]))
        == "  # asks for the others only; 2407.20001 waits for a person")
    #expect(
      OutlookText.note(try Self.outlook([one, (2, .summarize, 2)]))
        == "  # asks for the others only; 2407.20001, 2407.20002 wait for a person")
  }

  @Test("names papers that stand in each other's way, and shows the first of them")
  func compared() throws {
    let ids = try ["2407.20001", "2407.20002"].map { try #require(ArXivID($0)) }
    let rest =
      "see `validate --explain ID`, then `redo summarize --id ID` (or translate) has it asked about "
      + "again, or `edit ID` changes it by hand"
    #expect(
      OutlookText.lines(Outlook(compared: ids)) == [
        "validate: 2407.20001, 2407.20002 are withheld for what they have in common with another "
          + "paper; they wait for a person: \(rest)"
      ])
    #expect(
      OutlookText.lines(Outlook(compared: [ids[0]])) == [
        "validate: 2407.20001 is withheld for what it has in common with another paper; it waits for "
          + "a person: \(rest)"
      ])
    let typed = TypedCommand([
      "arxiv-digest", "run", "--topic", "sd", "--week=2024-07-26", "--runs", "my runs",
    ])
    #expect(
      OutlookText.next(Outlook(compared: ids), stages: Stage.allCases, command: typed)
        == "arxiv-digest validate --explain 2407.20001 --week=2024-07-26 --runs 'my runs'"
        + "  # shows what it has in common with another paper")
    #expect(
      OutlookText.note(Outlook(asks: [ids[0]], compared: [ids[1]]))
        == "  # asks for the others only; 2407.20002 waits for a person")
    let one: Waiting = (1, .summarize, 2)
    let both = try Self.outlook([one]) + Outlook(compared: ids)
    #expect(
      OutlookText.next(
        both, stages: [.summarize], command: TypedCommand(["arxiv-digest", "summarize"]))
        == "arxiv-digest summarize --repairs 4  # asks again about 2407.20001")
  }
}
