import Foundation
import HTTP
import TestSupport

/// A project folder, an arXiv and a model on loopback: everything the built program needs to run.
final class World: Sendable {
  /// The key that must never be seen anywhere but in the model's request header.
  static let key = "sk-canary-0123456789abcdef"

  /// The project's folder, where the program is run.
  let folder: String
  /// The model that is asked.
  let model: FakeProvider
  /// The model that stands in for it; nil where there is none.
  let spare: FakeProvider?
  /// The arXiv that is searched.
  let arXiv: FakeArXiv
  private let trap = Trap()

  /// What a world is made of.
  struct Plan: Sendable {
    /// What arXiv knows.
    var papers = FakePaper.week(4)
    /// How many seconds the program waits for the model.
    var timeout = 60
    /// What the model speaks.
    var dialect = FakeDialect.openAIChat
    /// What the model that stands in for it speaks; nil where there is none.
    var spare: FakeDialect?
    /// Seconds that the model takes for each answer.
    var latency = 0.0
  }

  /// Sets a project up in a folder, with the shipped prompts and a small `digest.json`.
  init(folder: String, _ plan: Plan) throws {
    self.folder = folder
    arXiv = try FakeArXiv(papers: plan.papers) { [trap] in trap.step() }
    model = try FakeProvider(plan.dialect) { [trap] in
      trap.step()
      if plan.latency > 0 { Thread.sleep(forTimeInterval: plan.latency) }
    }
    spare = try plan.spare.map { try FakeProvider($0) }
    let files = FileManager.default
    try files.copyItem(atPath: Fixture.root + "/prompts", toPath: folder + "/prompts")
    try write(digestFile(timeout: plan.timeout), to: "digest.json")
  }

  /// `digest.json` of the project: two topics, quick retries, prices.
  private func digestFile(timeout: Int) -> String {
    """
    {
      "topics": [
        { "slug": "fl", "name": "連合学習", "query": "abs:\\"federated learning\\"" },
        { "slug": "sd", "name": "合成データ", "query": "abs:\\"synthetic data\\"" }
      ],
      "models": {
        \(spare.map { profile("spare", of: $0, timeout: timeout) + "," } ?? "")
        \(profile("test", of: model, timeout: timeout))
      },
      "use": { "translate": "test", "summarize": "test" }
    }
    """
  }

  private func profile(_ name: String, of provider: FakeProvider, timeout: Int) -> String {
    """
    "\(name)": {
      "kind": "\(provider.dialect.kind)", "model": "test-model", "baseURL": "\(provider.baseURL)",
      "fallbacks": \(spare == nil || name == "spare" ? "[]" : #"["spare"]"#),
      "limits": { "attempts": 3, "backoffSeconds": 0.01, "timeoutSeconds": \(timeout) },
      "prices": { "asOf": "2024-07-26", "input": 1, "cachedInput": 0.5, "output": 10 }
    }
    """
  }

  /// Where the servers are, and the key.
  var environment: [String: String] {
    [
      "ARXIV_API_URL": arXiv.url, "ARXIV_INTERVAL_SECONDS": "0",
      "MODEL_API_KEY": Self.key,
    ]
  }

  /// What the model was asked so far.
  var questions: [FakeModel.Question] { model.questions }
  /// The searches that arXiv was asked for so far.
  var searches: [FakeSearch] { arXiv.searches }

  /// Forgets what was asked.
  func forget() {
    model.forget()
    arXiv.forget()
  }

  /// The words of a run over the sample topic.
  static let runWords = ["run", "--week", "2024-07-26", "--topic", "sd"]

  /// Runs the program to its end.
  func run(
    _ words: [String] = runWords, environment more: [String: String] = [:]
  ) async throws -> RunningProgram.Outcome {
    await outcome(of: try start(words, environment: more))
  }

  /// Runs the program, and kills it some moment after a request has come.
  func run(
    _ words: [String], killedAfter request: Int, moment: Duration
  ) async throws -> RunningProgram.Outcome {
    trap.set(after: request, moment: moment)
    let program = try start(words)
    trap.arm { program.kill() }
    return await outcome(of: program)
  }

  /// Waits for a program's end; its own path is shown as the name that a shell would find.
  func outcome(of program: RunningProgram) async -> RunningProgram.Outcome {
    await program.wait().replacing(Program.digest.path, with: "arxiv-digest")
  }

  /// Starts the program.
  func start(
    _ words: [String] = runWords, environment more: [String: String] = [:]
  ) throws -> RunningProgram {
    try Program.digest.start(
      words, environment: environment.merging(more) { _, new in new }, in: folder)
  }

  /// Starts the program on a terminal of so many columns.
  func startOnTerminal(
    _ words: [String] = runWords, environment more: [String: String] = [:], columns: Int = 80
  ) throws -> TerminalProgram {
    try Program.digest.startOnTerminal(
      words, environment: environment.merging(more) { _, new in new }, in: folder,
      columns: columns)
  }

  /// A file of the project; nil where it is missing.
  func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + path)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file of the project, by its path; an empty text for what is no text.
  func files() throws -> [String: String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, read($0) ?? "") })
  }

  /// Writes a file of the project.
  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + path))
  }

  /// Removes a file of the project.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: folder + "/" + path)
  }

  /// The page of the sample topic.
  var page: String? { read("site/_sd/2024-07-26.md") }

  /// The identifiers of the complete lines of a file of the week.
  func ids(in file: String) -> Set<String> {
    struct Line: Decodable {
      let id: String
    }
    let lines = (read("runs/2024-07-26/" + file) ?? "").split(separator: "\n")
    // A torn line is what these tests are about; it has no identifier.
    return Set(lines.compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)).id })
  }
}

/// Makes a world for `body`, and ends it afterwards.
func withWorld<Result>(
  papers: [FakePaper] = FakePaper.week(4), timeout: Int = 60,
  dialect: FakeDialect = .openAIChat, spare: FakeDialect? = nil, latency: Double = 0,
  _ body: (World) async throws -> Result
) async throws -> Result {
  try await withTemporaryFolder { folder in
    let plan = World.Plan(
      papers: papers, timeout: timeout, dialect: dialect, spare: spare,
      latency: latency)
    return try await body(World(folder: folder, plan))
  }
}
