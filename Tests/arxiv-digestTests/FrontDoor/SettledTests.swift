import Foundation
import TestSupport
import Testing

/// A run that has left nothing to do is not done again, as long as nothing has changed.
@Suite("The same run again", .timeLimit(.minutes(5)))
struct SettledTests {
  private static let summaries = "runs/2024-07-26/summaries.jsonl"
  /// A time without parts of a second, which files keep as it is.
  private static let time = Date(timeIntervalSince1970: 1_722_000_000)

  private func setTime(of path: String, _ time: Date, in world: World) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: time], ofItemAtPath: world.folder + "/" + path)
  }

  /// Damages a record where it stands, so that the file looks as it did: who reads it stops.
  private func damage(_ world: World) throws {
    let file = try FileHandle(forUpdating: URL(filePath: world.folder + "/" + Self.summaries))
    try file.write(contentsOf: Data("x".utf8))
    try file.close()
    try setTime(of: Self.summaries, Self.time, in: world)
  }

  /// Runs until nothing is left to do, and damages what is not to be read any more.
  private func settle(_ world: World) async throws {
    #expect(try await world.run().status == .exit(0))
    try setTime(of: Self.summaries, Self.time, in: world)
    #expect(try await world.run().status == .exit(0))
    try damage(world)
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
      try setTime(of: Self.summaries, Self.time, in: world)
      try FileManager.default.removeItem(atPath: world.folder + "/runs/2024-07-26/.settled")
      world.forget()
      let read = try await world.run(words)
      let after = try world.files()
      try damage(world)
      let unread = try await world.run(words)
      #expect(unread == read)
      #expect(world.questions == [] && world.searches == [])
      var files = try world.files()
      files[Self.summaries] = after[Self.summaries]
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
      try await settle(world)
      #expect(try await world.run().status == .exit(0))
      if let text = change.text {
        try world.write(text, to: change.path)
      } else {
        try setTime(of: change.path, Date(timeIntervalSince1970: 1_000_000_000), in: world)
      }
      let outcome = try await world.run()
      #expect(outcome.status == .exit(1))
      #expect(outcome.errors.contains("summaries.jsonl:1: not a record: no valid JSON"))
    }
  }

  @Test("looks at everything for another model, other topics and another site")
  func otherWords() async throws {
    try await withWorld { world in
      try await settle(world)
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
      let outcome = try await world.run()
      #expect(outcome.status == .exit(2))
      #expect(world.read("runs/2024-07-26/.settled") == nil)
    }
  }
}
