import Foundation
import Models
import Pipeline
import Records
import Testing

@testable import arxiv_digest

@Suite("What the operator reads")
struct TerminalTests {
  @Test(
    "a message that quotes a server cannot steer the terminal",
    arguments: [
      ("two\nlines", "two\nlines"), ("\u{1B}[2Jgone", "\u{FFFD}[2Jgone"), ("a\rb", "a\u{FFFD}b"),
      ("tab\there", "tab\u{FFFD}here"), ("c1 \u{9B}31m", "c1 \u{FFFD}31m"), ("論文です", "論文です"),
      ("turned \u{202E}around", "turned \u{FFFD}around"),
    ])
  func printable(text: String, shown: String) {
    #expect(Console.printable(text) == shown)
  }

  @Test(
    "a text that is too wide for its column is cut, and says so",
    arguments: [
      ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("論文です", 8, "論文です"), ("論文です。", 8, "論文で…"),
      ("論文", 3, "論…"), ("two\nlines  here", 14, "two lines here"), ("", 5, ""),
    ])
  func fitted(text: String, columns: Int, shown: String) {
    #expect(text.fitted(columns: columns) == shown)
    #expect(text.fitted(columns: columns).columns <= columns)
  }

  @Test(
    "a command that is shown can be typed",
    arguments: [
      (["arxiv-digest", "run", "--topic", "sd"], "arxiv-digest run --topic sd"),
      (["/opt/bin/arxiv-digest", "run"], "/opt/bin/arxiv-digest run"),
      (["arxiv-digest", "run", "--site", "my site"], "arxiv-digest run --site 'my site'"),
      (["arxiv-digest", "run", "--site", "it's"], "arxiv-digest run --site 'it'\\''s'"),
      (["arxiv-digest", "run", "--site=$HOME"], "arxiv-digest run '--site=$HOME'"),
    ])
  func commandLine(arguments: [String], line: String) {
    #expect(TypedCommand(arguments).line == line)
  }

  @Test("the command to type next keeps the options, and names the week")
  func nextCommand() throws {
    let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
    let typed = TypedCommand(["arxiv-digest", "run", "--from", "fetch", "--topic", "sd"])
    #expect(
      typed.pinned(to: [week]).line
        == "arxiv-digest run --from fetch --topic sd --week 2024-07-26")
    #expect(typed.run(from: "render").line == "arxiv-digest run --from render --topic sd")
    for weeks in ["--week=2024-07-01", "--weeks=2024-07-01..2024-08-01"] {
      let dated = TypedCommand(["arxiv-digest", "fetch", weeks])
      #expect(dated.pinned(to: [week]) == dated)
    }
    let recent = TypedCommand(["arxiv-digest", "run", "--recent", "2", "--topic", "sd"])
    #expect(
      recent.pinned(to: [week.shifted(by: -1), week]).line
        == "arxiv-digest run --topic sd --weeks 2024-07-19..2024-07-26")
    #expect(
      typed.with("--source", "oai").with("--source", "api").line
        == "arxiv-digest run --from fetch --topic sd --source api")
  }

  @Test(
    "a mistake names the help of its command",
    arguments: [
      (["run", "--wek"], "help run"), (["models", "check", "a", "b"], "help models check"),
      (["models", "x"], "help models"), (["--wek"], "help"), ([], "help"),
    ])
  func helpTopic(words: [String], help: String) {
    let command = TypedCommand(["arxiv-digest"] + words)
    #expect(
      FailureText.text(for: UsageError("x"), status: .usage, command: command)
        == "arxiv-digest: x\nnext: arxiv-digest \(help)")
  }

  @Test(
    "a mistake in a file or a variable is mended, and the same command typed again",
    arguments: [
      ("digest.json:3: unknown key 'a'", true), ("/a/digest.json: models.m: no key", true),
      (".env:2: unknown variable A_B", true), ("MODEL_KIND: 'x' is no kind", true),
      ("prompts/title.md: is empty", true), ("digest.json: no model profile 'nme'", false),
      ("--week x: no day", false), ("unknown option '--wek'", false),
      ("--source a.json: neither api nor oai", false), ("redo titles: only stages", false),
    ])
  func inSettings(message: String, isInSettings: Bool) {
    let command = TypedCommand(["arxiv-digest", "run", "--model", "nme"])
    let next =
      isInSettings ? "run --model nme  # once that is mended" : "help run"
    #expect(
      FailureText.text(for: UsageError(message), status: .usage, command: command)
        == "arxiv-digest: \(message)\nnext: arxiv-digest \(next)")
  }

  @Test(
    "a command for another folder goes there first",
    arguments: [
      ("arxiv-digest", ".", "arxiv-digest doctor"),
      ("arxiv-digest", "a b", "cd 'a b' && arxiv-digest doctor"),
      ("/opt/arxiv-digest", "a/b", "cd a/b && /opt/arxiv-digest doctor"),
    ])
  func otherFolder(program: String, folder: String, line: String) {
    #expect(TypedCommand([program, "doctor"]).line(in: folder) == line)
  }

  @Test(
    "a word with a slip has a hint, letters that changed places included",
    arguments: [
      ("rnu", "; did you mean 'run'?"), ("fecth", "; did you mean 'fetch'?"),
      ("rum", "; did you mean 'run'?"), ("fetch", "; did you mean 'fetch'?"), ("xyz", ""), ("", ""),
    ])
  func hint(word: String, hint: String) {
    #expect(nearest(word, ["fetch", "run"]) == hint)
  }

  @Test("every way to end has its status")
  func statuses() throws {
    #expect(ExitCode(UsageError("x")).rawValue == 64)
    #expect(ExitCode(TemplateError.empty(file: "x")).rawValue == 64)
    #expect(ExitCode(RecordError.held(folder: "x")).rawValue == 75)
    #expect(ExitCode(CancellationError()).rawValue == 130)
    #expect(ExitCode(RecordError.unreadable(file: "x", reason: "y")).rawValue == 1)
    #expect(ExitCode(FeedFailure()).rawValue == 1)
  }

  private struct FeedFailure: Error {}
}
