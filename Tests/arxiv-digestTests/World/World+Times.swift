import Foundation
import TestSupport
import Testing

extension World {
  /// Runs a command that only reads, without a key, after all times were fixed.
  ///
  /// It is expected to send nothing and to leave every file as it was.
  func look(
    _ words: [String], at place: SourceLocation = #_sourceLocation
  ) async throws -> RunningProgram.Outcome {
    try fixTimes()
    forget()
    let before = try files()
    let outcome = try await run(words, environment: ["MODEL_API_KEY": ""])
    let after = try files()
    #expect(after == before, sourceLocation: place)
    #expect(questions == [] && searches == [], sourceLocation: place)
    return outcome
  }

  /// Runs such a command, and expects it to end so.
  func look(
    _ words: [String], is expected: RunningProgram.Outcome,
    at place: SourceLocation = #_sourceLocation
  ) async throws {
    let outcome = try await look(words, at: place)
    #expect(outcome == expected, sourceLocation: place)
  }

  /// Sets all times in the records of weeks to one instant, and all durations to half a second: tests
  /// compare what is told of them.
  func fixTimes() throws {
    let time = "2024-08-02T10:00:00Z"
    let date = try Date(time, strategy: .iso8601)
    for path in try files().keys where path.hasPrefix("runs/") {
      if path.hasSuffix(".jsonl"), let text = read(path) {
        let fixed = text.replacing(/"(time|fetched)":"[^"]+"/) { #""\#($0.1)":"\#(time)""# }
          .replacing(/"seconds":[0-9.e-]+/, with: #""seconds":0.5"#)
        try write(fixed, to: path)
      }
      if path.hasSuffix("run.json") {
        try FileManager.default.setAttributes(
          [.modificationDate: date], ofItemAtPath: folder + "/" + path)
      }
    }
  }

  /// Makes a folder of the project.
  func make(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/" + path, withIntermediateDirectories: true)
  }

  /// Replaces the instructions for both models by short ones, which can be compared whole.
  func shortenPrompts() throws {
    try write("# 訳\n{\"titles\":\n", to: "prompts/translate.md")
    try write("# 要約\n四つの文。\n", to: "prompts/summarize.md")
  }

  /// Writes what a person has decided about a paper, for its words as they are on disk.
  func decide(_ paper: String, _ fields: String) throws {
    let file = "runs/2024-07-26/edits.jsonl"
    let line =
      #"{"id":"\#(paper)",\#(fields),"paper":"0000000000000000","version":1,"#
      + #""time":"2024-08-02T10:00:00Z"}"#
    try write((read(file) ?? "") + line + "\n", to: file)
  }
}
