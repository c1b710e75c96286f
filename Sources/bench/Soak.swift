import Foundation
import HTTP
import Records

/// A very large week through every stage, with a model that fails in every way it can.
///
/// Time says nothing here: memory and descriptors must not grow with the papers, and what the
/// program has written must be what the server has counted.
struct Soak {
  /// How large it is.
  struct Size {
    /// The papers.
    var papers = 200_000
    /// The most memory that a paid stage may hold, in MiB.
    var memory = 64.0
    /// Seconds that one stage may take, after which it is killed.
    var patience = 1200.0

    /// Takes what the environment says: `SOAK` papers in `SOAK_MIB`, `SOAK_SECONDS` for each stage.
    init(_ environment: [String: String]) {
      papers = environment["SOAK"].flatMap { Int($0) } ?? papers
      memory = environment["SOAK_MIB"].flatMap { Double($0) } ?? memory
      patience = environment["SOAK_SECONDS"].flatMap { Double($0) } ?? patience
    }
  }

  /// The folder for the week.
  let folder: String
  /// The folder of the built programs.
  let programs: String
  /// The folder of the shipped prompts.
  let prompts: String
  /// How large it is.
  let size: Size

  private static let lanes = 256

  /// Runs it, and tells of each stage as it ends; throws where a stage ends in another way.
  func run(tell: ([Row]) -> Void) async throws {
    let server = try ModelServer(path: programs + "/bench-server")
    let project = try Project(
      named: "soak", in: folder, papers: size.papers, prompts: prompts, server: server.faultyURL,
      // Short waits, but time enough for an answer on a busy machine.
      limits: #"{ "timeoutSeconds": 15, "backoffSeconds": 0.05, "attempts": 10 }"#)
    guard let project else { throw Child.Failure(description: "no such week") }
    for stage in ["translate", "summarize"] { tell(try paid(stage, project)) }
    for stage in ["validate", "render"] {
      let (trial, vitals) = try watch(stage, project)
      tell([Row("`\(stage)`, peak memory", trial.peak, "MiB", note: took(trial, vitals))])
    }
    tell(try await Account(project: project, server: server).rows())
  }

  private func paid(_ stage: String, _ project: Project) throws -> [Row] {
    let (trial, vitals) = try watch(stage, project)
    return [
      Row(
        "`\(stage)`, peak memory", trial.peak, "MiB", .atMost(size.memory),
        note: took(trial, vitals)),
      Row("`\(stage)`, growth after the first third", vitals.growth, "MiB", .atMost(8)),
      // A connection for each lane, some more that are being replaced, and the program's own files.
      Row(
        "`\(stage)`, open descriptors", Double(vitals.descriptors.max() ?? 0), "",
        .atMost(Double(2 * Self.lanes + 64))),
      Row("`\(stage)`, more descriptors at its end", vitals.leak, "", .atMost(64)),
    ]
  }

  private func watch(_ stage: String, _ project: Project) throws -> (Child.Trial, Vitals) {
    let digest = Child(path: programs + "/arxiv-digest", folder: project.path)
    var vitals = Vitals()
    let trial = try digest.watch(
      [stage] + Project.week + (stage == "translate" || stage == "summarize" ? lanes : []),
      // Some papers are declined, and some are withheld.
      statuses: [0, 2], patience: size.patience
    ) { vitals.look(at: $0) }
    return (trial, vitals)
  }

  private var lanes: [String] { ["--concurrency", "\(Self.lanes)"] }

  private func took(_ trial: Child.Trial, _ vitals: Vitals) -> String {
    String(format: "%.0f s, %.0f s CPU, %d looks", trial.seconds, trial.cpu, vitals.memory.count)
  }
}
