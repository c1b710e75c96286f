import Foundation
import HTTP
import TestSupport

@testable import arxiv_digest

/// A project for the doctor to look at, whose servers stand on loopback.
struct DoctorProject {
  /// The key of its model.
  static let key = "sk-canary-0123456789abcdef"
  /// The last lines where nothing has to be mended.
  static let well =
    "next: arxiv-digest models check  # asks each model one small question, which costs\n"
  /// The last lines where one thing has.
  static let ill = "1 thing to mend\nnext: arxiv-digest doctor  # once that is done\n"

  /// Its folder.
  let folder: String
  /// The model's server.
  let server: LoopbackServer
  /// The arXiv that is searched.
  let arXiv: FakeArXiv

  /// Writes a file of the project.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  /// Runs the doctor; what differs from machine to machine is masked.
  func doctor(
    _ words: [String] = [], _ variables: [String: String] = [:]
  ) async throws -> RunningProgram.Outcome {
    let environment = [
      "ARXIV_API_URL": arXiv.url, "ARXIV_INTERVAL_SECONDS": "0", "OPENAI_API_KEY": Self.key,
    ].merging(variables) { $1 }
    let outcome = try await Program.digest.run(
      ["doctor"] + words, environment: environment, in: folder
    ).replacing(Program.digest.path, with: "arxiv-digest")
    let output = outcome.output
      .replacing(/libcurl: [0-9]+\.[0-9.]+, [A-Za-z].*/, with: "libcurl: VERSION")
      .replacing(/built with Swift 6[.0-9]+( or later)?/, with: "built with Swift VERSION")
      .replacing(/disk space: [0-9]+ [MG]B free/, with: "disk space: ROOM")
    return RunningProgram.Outcome(
      status: outcome.status, output: output, errors: outcome.errors)
  }

  /// What a project is told in which all is well, with other lines in the place of some.
  func told(_ changes: [String: String] = [:]) -> String {
    let lines = [
      ("program", "ok   program: arxiv-digest \(Help.version), built with Swift VERSION"),
      ("libcurl", "ok   libcurl: VERSION"),
      ("digest.json", "ok   digest.json: digest.json, 1 topic, 1 model"),
      (".env", "ok   .env: none; what it would hold comes from the environment"),
      ("mode", ""), ("prompts", "ok   prompts: prompts"),
      ("glossary", "ok   glossary: prompts/glossary.json, 110 terms"),
      ("runs", "ok   runs/: will be made for records"),
      ("site", "ok   site/: will be made for pages"), ("disk", "ok   disk space: ROOM"),
      ("pace", "ok   pace file: none, because no interval is kept"),
      ("arXiv", "ok   arXiv: 127.0.0.1 answered 200"),
      ("key", "ok   key m: set (environment OPENAI_API_KEY)"),
      ("server", "ok   server m: 127.0.0.1 answered 200"),
      ("clock", "ok   clock: as the servers' within 120 s"),
    ]
    return lines.map { changes[$0.0] ?? $0.1 }.filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }
}

/// A project in a folder of its own, with a model's server that answers everything alike.
func withDoctorProject(
  _ reply: LoopbackServer.Reply, _ body: (_ project: DoctorProject) async throws -> Void
) async throws {
  let server = try LoopbackServer { _ in reply }
  let arXiv = try FakeArXiv(papers: [])
  try await withTemporaryFolder { folder in
    let project = DoctorProject(folder: folder, server: server, arXiv: arXiv)
    try FileManager.default.copyItem(
      atPath: Fixture.root + "/prompts", toPath: folder + "/prompts")
    try project.write(
      """
      {"topics":[{"slug":"sd","name":"合成データ","query":"abs:a"}],
       "models":{"m":{"kind":"openai-chat","model":"x","baseURL":"\(server.baseURL)/v1"}},
       "use":{"translate":"m","summarize":"m"}}
      """, to: "digest.json")
    try await body(project)
  }
}

extension HTTPHeader {
  /// The `Date` of an answer, so many seconds from now.
  static func now(_ seconds: Double = 0) -> HTTPHeader {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return HTTPHeader("Date", formatter.string(from: Date(timeIntervalSinceNow: seconds)))
  }
}
