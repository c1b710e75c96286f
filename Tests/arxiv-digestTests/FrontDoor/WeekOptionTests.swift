import TestSupport
import Testing

@Suite("Weeks that make no sense")
struct WeekOptionTests {
  @Test(
    "are refused with status 64 before anything is asked",
    arguments: [
      (
        ["--weeks", "2024-07-26"],
        "--weeks 2024-07-26: write the first and the last day as "
          + "2024-01-05..2024-03-29"
      ),
      (
        ["--weeks", "..2024-07-26"],
        "--weeks ..2024-07-26: write the first and the last day as "
          + "2024-01-05..2024-03-29"
      ),
      (
        ["--weeks", "2024-07-26.."],
        "--weeks 2024-07-26..: write the first and the last day as "
          + "2024-01-05..2024-03-29"
      ),
      (
        ["--weeks", "2024-08-09..2024-07-26"],
        "--weeks 2024-08-09..2024-07-26: the first week is after the last; turn them round"
      ),
      (
        ["--weeks", "2024-02-31..2024-07-26"],
        "--weeks 2024-02-31: no such day; write it as 2024-07-26"
      ),
      (
        ["--weeks", "2024-07-26..2999-01-01"],
        "--weeks 2999-01-01: the week of 2998-12-28 has not begun yet"
      ),
      (
        ["--weeks", "1990-01-01..2024-07-26"],
        "--weeks 1990-01-01..2024-07-26: 1805 weeks; at most 1043 go at once"
      ),
      (["--weeks"], "--weeks needs a value: --weeks A..B"),
      (["--recent", "0"], "--recent 0: a whole number of weeks from 1 to 52 is needed"),
      (["--recent", "53"], "--recent 53: a whole number of weeks from 1 to 52 is needed"),
      (["--recent", "three"], "--recent three: a whole number of weeks from 1 to 52 is needed"),
      (["--week", "2999-01-01"], "--week 2999-01-01: the week of 2998-12-28 has not begun yet"),
      (["--week", "26.7.2024"], "--week 26.7.2024: no such day; write it as 2024-07-26"),
      (["--week", "2024-07-26", "--week", "2024-07-19"], "--week is given twice"),
      (
        ["--recent", "2", "--week", "2024-07-26"],
        "--week and --recent exclude each other: both say which weeks to take"
      ),
      (
        ["--weeks", "2024-07-19..2024-07-26", "--week", "2024-07-26"],
        "--week and --weeks exclude each other: both say which weeks to take"
      ),
      (
        ["--recent", "2", "--weeks", "2024-07-19..2024-07-26"],
        "--weeks and --recent exclude each other: both say which weeks to take"
      ),
    ] as [([String], String)])
  func refused(words: [String], message: String) async throws {
    try await withWorld { world in
      let outcome = try await world.run(["run"] + words)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(64),
            errors: "arxiv-digest: \(message)\nnext: arxiv-digest help run\n"))
      #expect(world.searches == [])
      #expect(world.questions == [])
    }
  }
}
