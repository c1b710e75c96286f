import ArXiv
import Foundation
import HTTP
import Models
import Pipeline
import Records
import TestSupport
import Validation

/// A week of some papers whose questions go to a batch server, by a clock that the test moves.
struct BatchWeek {
  /// The week's folder.
  let folder: RunFolder
  /// The folder of records and site.
  let path: String
  /// The provider.
  let server: BatchServer
  /// The clock of the program and of the provider.
  let clock: ManualTiming
  /// What a profile has beside its address.
  var limits = ModelProfile.Limits()
  /// The names of the profiles: the stage's own, and those that stand in for it.
  var profiles = ["test"]
  /// The prompts.
  var prompts: PromptBook

  /// Makes a week for `body`, and removes it afterwards.
  static func with<Result>(
    _ wire: BatchWire, papers: Int, pace: BatchServer.Pace = .looks(2),
    script: [[BatchSurprise]] = [],
    model: @escaping BatchServer.Model = { .says(.init(text: good($0))) },
    _ body: (inout BatchWeek) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { path in
      let folder = RunFolder(runs: path + "/runs", week: Samples.week)
      _ = try folder.lock()
      try folder.papers.replace(with: (0..<papers).map { try Samples.paper($0) })
      let clock = ManualTiming(date: Samples.later)
      let server = try BatchServer(
        wire, pace: pace, script: script, now: clock.timing.date, model: model)
      defer { server.stop() }
      var week = BatchWeek(
        folder: folder, path: path, server: server, clock: clock, prompts: try Samples.prompts())
      week.kind = ModelKind(rawValue: wire.kind)
      return try await body(&week)
    }
  }

  /// What the profiles speak.
  var kind: ModelKind?

  private init(
    folder: RunFolder, path: String, server: BatchServer, clock: ManualTiming, prompts: PromptBook
  ) {
    (self.folder, self.path, self.server, self.clock) = (folder, path, server, clock)
    self.prompts = prompts
  }

  /// A good answer to any question.
  static func good(_ question: ProviderQuestion) -> String {
    let ids = question.papers
    guard question.asked.user.contains("found.") else {
      let items = ids.map { #"{"id":"\#($0)","title":"論文\#($0.inKana)の題"}"# }
      return #"{"titles":[\#(items.joined(separator: ","))]}"#
    }
    return ScriptedModel.summary(of: ids[0])
  }

  /// Runs some stages once, as a program that is started anew does; it looks at batches and waits for
  /// none.
  @discardableResult
  func run(
    _ stages: [Stage] = [.summarize], lane: Lane = .batch, stopLoss: TimeInterval? = nil,
    began: Date = Samples.later, redo: Redo? = nil, spending: SpendingLimits = SpendingLimits(),
    tell: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async throws -> RunReport {
    let job = Job(
      week: Samples.week, topics: [Samples.topics[1]], allTopics: Samples.topics, stages: stages,
      folder: folder, site: path + "/site", concurrency: 4, redo: redo, purse: Purse(spending),
      batches: BatchTerms(lane: lane, stopLoss: stopLoss, began: began))
    return try await Pipeline(job: job, services: try services(), tell: tell).run()
  }

  /// Runs it again and again, a minute apart, until no batch is under way; as many times as that took.
  @discardableResult
  func settle(
    _ stages: [Stage] = [.summarize], lane: Lane = .batch, stopLoss: TimeInterval? = nil,
    apart: Duration = .seconds(60), spending: SpendingLimits = SpendingLimits()
  ) async throws -> RunReport {
    for _ in 0..<3000 {
      let report = try await run(stages, lane: lane, stopLoss: stopLoss, spending: spending)
      guard !report.batches.isEmpty else { return report }
      clock.advance(by: apart)
    }
    throw NeverEnds()
  }

  /// A test that would go on for ever.
  struct NeverEnds: Error {}

  private func services() throws -> Services {
    let clients = profiles.map(client)
    return Services(
      source: .api(ArXivAPI(http: ScriptedClient([]).client, timing: clock.timing)),
      translators: clients, summarizers: clients, prompts: prompts,
      validator: Samples.validator, now: clock.timing.date)
  }

  private func client(_ name: String) -> ModelClient {
    var profile = ModelProfile(
      name: name, kind: kind ?? .openAIChat, model: "test-model", baseURL: server.baseURL,
      access: .key(Secret("sk-test-0123456789")), limits: limits,
      prices: Prices(asOf: "2026-11-29", input: 2, output: 10))
    profile.limits.backoffSeconds = 0
    let wire = HTTPClient.curl(CurlOptions(userAgent: "test", idleConnections: 5))
    return ModelClient.remote(
      ModelServer(profile, places: 4, timing: clock.timing), http: wire)
  }

  /// The summaries on disk that can be published.
  var summaries: Set<String> {
    get throws { Set(try folder.summaries.list().filter { $0.failure == nil }.map(\.id.text)) }
  }

  /// The identifiers of the week's papers.
  var ids: Set<String> { get throws { Set(try folder.papers.list().map(\.id.text)) } }

  /// The batches on disk, the oldest first.
  var batches: [Batch] {
    get throws { try folder.batches.list().sorted { $0.number < $1.number } }
  }

  /// The requests on disk, in their order.
  var requests: [PaidRequest] {
    get throws { try folder.requests.list().sorted { $0.number < $1.number } }
  }
}
