import Foundation
import TestSupport
import Testing

/// A run that has left nothing to do is not done again, as long as nothing has changed.
@Suite("The same run again", .timeLimit(.minutes(5)))
struct SettledTests {
  /// Damages a record where it stands, so that the file looks as it did: who reads it stops.
  private func damage(_ world: World) throws {
    let path = world.folder + "/runs/2024-07-26/summaries.jsonl"
    let files = FileManager.default
    let time = try #require(try files.attributesOfItem(atPath: path)[.modificationDate])
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.write(contentsOf: Data("x".utf8))
    try file.close()
    try files.setAttributes([.modificationDate: time], ofItemAtPath: path)
  }

  /// A run, and what it says where it has been run before.
  private static let commands: [[String]] = [
    World.runWords,
    ["translate", "--week", "2024-07-26", "--topic", "sd"],
    ["summarize", "--week", "2024-07-26", "--topic", "sd"],
    ["validate", "--week", "2024-07-26", "--topic", "sd"],
    ["render", "--week", "2024-07-26", "--topic", "sd"],
  ]

  @Test(
    "says the same without reading the week as with reading it, and writes the same",
    arguments: commands)
  func same(words: [String]) async throws {
    try await withWorld { world in
      #expect(try await world.run().status == .exit(0))
      // Of a stage by itself nobody knows yet.
      #expect(try await world.run(words).status == .exit(0))
      world.forget()
      try FileManager.default.removeItem(atPath: world.folder + "/runs/2024-07-26/.settled")
      let read = try await world.run(words)
      let after = try world.files()
      try damage(world)
      let unread = try await world.run(words)
      #expect(unread == read)
      #expect(world.questions == [] && world.searches == [])
      var files = try world.files()
      files["runs/2024-07-26/summaries.jsonl"] = after["runs/2024-07-26/summaries.jsonl"]
      #expect(files == after)
    }
  }

  /// Something that changes, by a path of the project; nil where its time is to change.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    var text: String?
  }

  @Test(
    "looks at everything where something has changed since",
    arguments: [
      Change(testDescription: "a setting", path: "digest.json"),
      Change(testDescription: "a prompt", path: "prompts/summarize.md"),
      Change(testDescription: "the glossary", path: "prompts/glossary.json"),
      Change(testDescription: "a paper", path: "runs/2024-07-26/papers.jsonl"),
      Change(testDescription: "a title", path: "runs/2024-07-26/titles.jsonl"),
      Change(testDescription: "a verdict", path: "runs/2024-07-26/verdicts.jsonl"),
      Change(testDescription: "a decision", path: "runs/2024-07-26/edits.jsonl", text: ""),
      Change(testDescription: "a request", path: "runs/2024-07-26/requests.jsonl"),
      Change(testDescription: "the page", path: "site/_sd/2024-07-26.md"),
      Change(testDescription: "what is known of runs", path: "runs/2024-07-26/.settled", text: "x"),
    ])
  func changed(change: Change) async throws {
    try await withWorld { world in
      #expect(try await world.run().status == .exit(0))
      try damage(world)
      #expect(try await world.run().status == .exit(0))
      if let text = change.text {
        try world.write(text, to: change.path)
      } else {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
          ofItemAtPath: world.folder + "/" + change.path)
      }
      let outcome = try await world.run()
      #expect(outcome.status == .exit(1))
      #expect(outcome.errors.contains("summaries.jsonl:1: not a record: no valid JSON"))
    }
  }

  @Test("looks at everything for another model, other topics and another site")
  func otherWords() async throws {
    try await withWorld { world in
      #expect(try await world.run().status == .exit(0))
      try damage(world)
      for more in [["--topic", "fl"], ["--site", "other"], ["--repairs", "1"], ["--dry-run"]] {
        let words = more == ["--dry-run"] ? Self.commands[3] + more : World.runWords + more
        #expect(try await world.run(words).status != .exit(0), "\(more)")
      }
    }
  }

  @Test("has its doubts where a paper is withheld, and looks every time")
  func withheld() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      #expect(try await world.run().status == .exit(2))
      #expect(world.read("runs/2024-07-26/.settled") == nil)
    }
  }
}
