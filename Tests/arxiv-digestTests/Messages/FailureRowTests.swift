import Testing

@testable import arxiv_digest

@Suite("The last words of a command that failed")
struct FailureRowTests {
  @Test("say what happened and what to type next", arguments: FailureRow.all)
  func words(row: FailureRow) {
    let status = ExitCode(row.error)
    let command = TypedCommand(["arxiv-digest"] + row.words)
    #expect(status == row.status)
    #expect(FailureText.text(for: row.error, status: status, command: command) == row.text)
  }
}
