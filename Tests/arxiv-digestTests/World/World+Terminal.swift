import TestSupport

extension World {
  /// Has a run ask before it spends more than so much.
  func ask(aboveUSD amount: String) throws {
    let file = read("digest.json") ?? ""
    try write(
      file.replacing(
        "\"models\": {", with: "\"spending\": { \"askAboveUSD\": \(amount) },\n\"models\": {"),
      to: "digest.json")
  }

  /// Runs a line of shell in which `"$@"` is the program, on a terminal.
  func shellOnTerminal(
    _ line: String, _ words: [String] = runWords, environment more: [String: String] = [:],
    columns: Int = 400
  ) throws -> TerminalProgram {
    try Program(path: "/bin/sh").startOnTerminal(
      ["-c", line, "sh", Program.digest.path] + words,
      environment: environment.merging(more) { _, new in new }, in: folder, columns: columns)
  }

  /// Runs a line of shell in which `"$@"` is the program.
  func shell(
    _ line: String, _ words: [String] = runWords
  ) async throws -> RunningProgram.Outcome {
    try await Program(path: "/bin/sh").run(
      ["-c", line, "sh", Program.digest.path] + words, environment: environment, in: folder
    ).replacing(Program.digest.path, with: "arxiv-digest")
  }
}

extension Screen {
  /// The lines, with the program's own path shown as the name that a shell would find.
  var said: [String] { lines.map { $0.replacing(Program.digest.path, with: "arxiv-digest") } }
}
