import Foundation
import TestSupport
import Testing

@Suite("The story of a week, from an empty folder to a page that was edited by hand")
struct StoryTests {
  private static let week = ["--week", "2024-07-26", "--topic", "sd"]

  @Test(
    "is told by commands, each with the requests that it takes and with what it says to do next")
  func story() async throws {
    try await withWorld { world in
      let story = try Story(world)
      // A folder of one's own; nothing is asked of anybody.
      let begun = try await story.tell(["init"], status: 0, searches: 0, requests: 0)
      #expect(begun.hasSuffix("next: arxiv-digest doctor\n"))
      let files = Set(
        begun.isEmpty ? [] : try FileManager.default.contentsOfDirectory(atPath: story.folder))
      #expect(
        files.isSuperset(of: ["digest.json", "prompts", ".env", ".env.example", ".gitignore"]))

      // Before arXiv was asked, a plan cannot know; after it, it does.
      let blind = try await story.tell(["plan"] + Self.week, status: 0, searches: 0, requests: 0)
      #expect(blind.hasSuffix("# costs nothing; the plan is exact after it\n"))
      _ = try await story.tell(["fetch"] + Self.week, status: 0, searches: 1, requests: 0)
      _ = try await story.tell(["plan"] + Self.week, status: 0, searches: 0, requests: 0)
      #expect(story.output.contains("\nrequests  5, and 0 to 3 repairs\n"), "\(story.output)")

      // One paper's answer is bad, and so are its repairs: the others are published.
      world.model.setFaults(["2407.20001": .bullets(3)])
      let run = try await story.tell(["run"] + Self.week, status: 2, searches: 0, requests: 7)
      #expect(run.contains("\nweek 2024-07-26: 4 papers, 3 accepted, 1 withheld, 0 waiting\n"))
      #expect(story.published == ["2407.20000", "2407.20002", "2407.20003"])

      // What stands, and why.
      let status = try await story.tell(["status"] + Self.week, status: 0, searches: 0, requests: 0)
      #expect(status.contains("2407.20001"), "\(status)")
      _ = try await story.tell(["show", "2407.20001"], status: 0, searches: 0, requests: 0)
      #expect(story.output.contains("bullet-count in bullets"), "\(story.output)")
      #expect(story.output.contains("観測の欠けた日に誤差が広がる"))
      _ = try await story.tell(["why", "2407.20001"], status: 0, searches: 0, requests: 0)
      #expect(story.output.hasPrefix("2407.20001: withheld"), "\(story.output)")

      // A person writes what the model could not.
      try story.write(
        #"printf -- '- 四つ目は手で書いた\n' >>"$1""#, to: "editor.sh")
      let edited = try await story.tell(
        ["edit", "2407.20001"], environment: ["EDITOR": "sh editor.sh"], status: 0, searches: 0,
        requests: 0)
      #expect(edited.hasPrefix("2407.20001: bullets by hand from now on\n"), "\(edited)")
      _ = try await story.tell(
        ["run", "--from", "validate"] + Self.week, status: 0, searches: 0, requests: 0)
      #expect(story.published.count == 4)
      #expect(story.page.contains("\n- 四つ目は手で書いた\n"))

      // Another prompt makes answers stale; they are made anew when that is asked for, and no sooner.
      world.model.setFaults([:])
      try story.write("\n短く書く。\n", to: "prompts/summarize.md", isAdded: true)
      let stale = try await story.tell(["run"] + Self.week, status: 0, searches: 0, requests: 0)
      #expect(stale.contains("summarize: 0 done, 4 reused, 0 failed, 4 stale\n"), "\(stale)")
      let redo = ["redo", "summarize", "--stale"] + Self.week
      _ = try await story.tell(redo + ["--dry-run"], status: 0, searches: 0, requests: 0)
      _ = try await story.tell(redo, status: 0, searches: 0, requests: 4)
      #expect(story.page.contains("\n- 四つ目は手で書いた\n"))

      // A new version of the edited paper: its text stays, and a person is told to look.
      world.arXiv.change { papers in
        papers[1].version = 2
        papers[1].abstract = "The second version of paper 2407.20001 found something else."
      }
      let newer = try await story.tell(
        ["run", "--from", "fetch"] + Self.week, status: 0, searches: 1, requests: 0)
      #expect(
        newer.contains(
          "note: 2407.20001: title or abstract has changed since the text was written by hand; "
            + "`edit 2407.20001` shows what it says now\n"), "\(newer)")
      #expect(story.page.contains("\n- 四つ目は手で書いた\n"))

      // The page is changed on the site: the next run says so, and the change is taken in.
      try story.change("site/_sd/2024-07-26.md", "四つ目は手で書いた", "四つ目はページで直した")
      let kept = try await story.tell(["run"] + Self.week, status: 2, searches: 0, requests: 0)
      #expect(kept.contains("  + 40: - 四つ目はページで直した\n"), "\(kept)")
      _ = try await story.tell(["adopt"] + Self.week, status: 0, searches: 0, requests: 0)
      let done = try await story.tell(["run"] + Self.week, status: 0, searches: 0, requests: 0)
      #expect(
        done.hasSuffix("next: publish site/; the same command again asks for nothing twice\n"))
      #expect(story.page.contains("\n- 四つ目はページで直した\n"))
      #expect(story.requests == 11)
    }
  }
}

/// A digest that is made in a folder of its own, whose servers are those of a world.
private final class Story {
  /// The folder.
  let folder: String
  /// What the last command wrote to its standard output.
  private(set) var output = ""
  /// Requests to the model so far.
  private(set) var requests = 0
  private let world: World

  init(_ world: World) throws {
    self.world = world
    folder = world.folder + "/digest"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  /// Runs a command, holds its status and what it asked against what is expected, and returns what it
  /// said.
  func tell(
    _ words: [String], environment more: [String: String] = [:], status: Int32, searches: Int,
    requests: Int
  ) async throws -> String {
    world.forget()
    let environment = world.environment.merging([
      "MODEL_KIND": world.model.dialect.kind, "MODEL_NAME": "test-model",
      "MODEL_BASE_URL": world.model.baseURL, "MODEL_PROFILE": "openai",
    ]) { $1 }.merging(more) { $1 }
    let outcome = await world.outcome(
      of: try Program.digest.start(words, environment: environment, in: folder))
    let line = words.joined(separator: " ")
    #expect(outcome.status == .exit(status), "\(line): \(outcome.errors)")
    #expect(world.searches.count == searches, "\(line)")
    #expect(world.questions.count == requests, "\(line)")
    output = outcome.output
    self.requests += world.questions.count
    return outcome.errors
  }

  /// The page.
  var page: String { (try? read("site/_sd/2024-07-26.md")) ?? "" }

  /// The papers on the page.
  var published: [String] {
    page.matches(of: /abs\/([0-9.]+)\)/).map { String($0.1) }
  }

  func write(_ text: String, to path: String, isAdded: Bool = false) throws {
    let old = isAdded ? try read(path) : ""
    try Data((old + text).utf8).write(to: URL(filePath: folder + "/" + path))
  }

  func change(_ path: String, _ words: String, _ other: String) throws {
    try write(try read(path).replacing(words, with: other), to: path)
  }

  private func read(_ path: String) throws -> String {
    try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }
}
