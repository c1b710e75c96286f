import Dispatch
import Foundation
import HTTP
import TestSupport

/// A project folder, an arXiv and a model on loopback: everything the built program needs to run.
final class World: Sendable {
  /// The key that must never be seen anywhere but in the model's request header.
  static let key = "sk-canary-0123456789abcdef"

  /// The project's folder, where the program is run.
  let folder: String
  private let server: LoopbackServer
  private let state: Locked<State>
  private let gate = DispatchSemaphore(value: 0)
  private let trap = Trap()

  private struct State {
    var papers: [FakePaper]
    var faults: [String: FakeModel.Fault] = [:]
    /// Papers whose fault is gone once it was met.
    var passing: Set<String> = []
    var questions: [FakeModel.Question] = []
    var searches: [String] = []
    var keys: Set<String> = []
  }

  /// Sets a project up in a folder, with the shipped prompts and a small `digest.json`.
  ///
  /// `timeout` is how many seconds the program waits for the model.
  init(folder: String, papers: [FakePaper], timeout: Int) throws {
    self.folder = folder
    let state = Locked(State(papers: papers))
    self.state = state
    server = try LoopbackServer { [gate, trap] request in
      trap.step()
      return request.method == "GET"
        ? Self.search(request, state) : Self.ask(request, state, gate)
    }
    let files = FileManager.default
    try files.copyItem(atPath: Fixture.root + "/prompts", toPath: folder + "/prompts")
    try write(digestFile(timeout: timeout), to: "digest.json")
  }

  deinit {
    for _ in 0..<64 { gate.signal() }
  }

  private static func search(
    _ request: LoopbackServer.Request, _ state: Locked<State>
  ) -> LoopbackServer.Reply {
    let papers = state.withLock { state in
      state.searches.append(request.path)
      return state.papers
    }
    return FakeArXiv.answer(request, papers: papers)
  }

  private static func ask(
    _ request: LoopbackServer.Request, _ state: Locked<State>, _ gate: DispatchSemaphore
  ) -> LoopbackServer.Reply {
    do {
      let question = try FakeModel.Question(request)
      let fault: FakeModel.Fault? = state.withLock { state in
        state.questions.append(question)
        state.keys.insert(request.headers["authorization"] ?? "none")
        guard question.stage == "summarize", let id = question.ids.first else { return nil }
        return state.passing.remove(id) == nil
          ? state.faults[id] : state.faults.removeValue(forKey: id)
      }
      if fault == .hold { gate.wait() }
      return try FakeModel.answer(question, fault: fault == .hold ? nil : fault)
    } catch {
      return .answer(status: 400, headers: [], body: Array("the test's model: \(error)".utf8))
    }
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
        "test": {
          "kind": "openai-chat", "model": "test-model", "baseURL": "\(server.baseURL)/v1",
          "limits": { "attempts": 3, "backoffSeconds": 0.01, "timeoutSeconds": \(timeout) },
          "prices": { "asOf": "2024-07-26", "input": 1, "cachedInput": 0.5, "output": 10 }
        }
      },
      "use": { "translate": "test", "summarize": "test" }
    }
    """
  }

  /// Where the servers are, and the key.
  var environment: [String: String] {
    [
      "ARXIV_API_URL": server.baseURL + "/api/query", "ARXIV_INTERVAL_SECONDS": "0",
      "MODEL_API_KEY": Self.key,
    ]
  }

  /// The address of the model, for projects with another `digest.json`.
  var modelURL: String { server.baseURL + "/v1" }

  /// What the model was asked so far.
  var questions: [FakeModel.Question] { state.withLock { $0.questions } }
  /// The searches that arXiv was asked for so far.
  var searches: [String] { state.withLock { $0.searches } }
  /// The `Authorization` headers that the model has seen.
  var keys: Set<String> { state.withLock { $0.keys } }

  /// Forgets what was asked.
  func forget() {
    state.withLock { state in
      state.questions = []
      state.searches = []
    }
  }

  /// Sets what is wrong with the summaries of some papers.
  func setFaults(_ faults: [String: FakeModel.Fault]) {
    state.withLock { $0.faults = faults }
  }

  /// Sets what is wrong with the first summary of some papers.
  func setPassingFaults(_ faults: [String: FakeModel.Fault]) {
    state.withLock { state in
      state.faults = faults
      state.passing = Set(faults.keys)
    }
  }

  /// Lets one held answer go.
  func release() {
    gate.signal()
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

  /// A file of the project; nil where it is missing.
  func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + path)
      .map { String(decoding: $0, as: UTF8.self) }
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
  _ body: (World) async throws -> Result
) async throws -> Result {
  try await withTemporaryFolder { folder in
    try await body(World(folder: folder, papers: papers, timeout: timeout))
  }
}
