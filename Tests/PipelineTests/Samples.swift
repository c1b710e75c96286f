import ArXiv
import Foundation
import HTTP
import Models
import Pipeline
import Records
import TestSupport
import Validation

/// What the pipeline's tests work on: a week, topics, papers, and services that answer by script.
enum Samples {
  /// The week of the tests.
  static let week = Week(
    containing: Date(timeIntervalSince1970: 1_722_261_460), startingOn: .friday)
  /// Two topics.
  static let topics = [
    Topic(slug: "fl", name: "連合学習", query: "abs:fl"),
    Topic(slug: "sd", name: "合成データ", query: "abs:sd"),
  ]
  /// Some day after the week.
  static let later = Date(timeIntervalSince1970: 1_722_700_000)

  /// A paper of the week.
  static func paper(_ number: Int, topics: [String] = ["sd"], version: Int = 1) throws -> Paper {
    Paper(
      id: try id(number), version: version, title: "Paper \(number)",
      abstract: "What paper \(try id(number)) found.",
      authors: ["First Author"], comment: nil, categories: ["cs.LG"],
      published: week.start.addingTimeInterval(Double(1000 - number) * 60), updated: week.start,
      topics: topics)
  }

  /// The identifier of a paper.
  static func id(_ number: Int) throws -> ArXivID {
    guard let id = ArXivID("2407.\(20000 + number)") else { throw CancellationError() }
    return id
  }

  /// The job of some stages in a folder.
  static func job(
    _ stages: [Stage], topics: [Topic] = [topics[1]], refetches: Bool = false, in folder: String,
    concurrency: Int = 4, repairs: Int = 2, limits: SpendingLimits = SpendingLimits(),
    redo: Redo? = nil, overwrites: Bool = false, isRehearsal: Bool = false
  ) -> Job {
    Job(
      week: week, topics: topics, allTopics: Samples.topics, stages: stages, refetches: refetches,
      folder: RunFolder(runs: folder + "/runs", week: week), site: folder + "/site",
      concurrency: concurrency, repairs: repairs, redo: redo, overwrites: overwrites,
      isRehearsal: isRehearsal,
      purse: Purse(limits))
  }

  /// Judges by the rules as they are shipped.
  static let validator = Validator(promptHeadings: ["役割"])

  /// The prompts, as short as can be.
  static func prompts() throws -> PromptBook {
    try PromptBook { name in
      let text =
        switch name {
        case "title.md": "{{fence}}{{id}}|{{title}}{{terms}}"
        case "paper.md": "{{fence}}{{id}}|{{title}}|{{abstract}}{{terms}}"
        case "again.md": "\t{{fence}}{{findings}}\t{{reply}}"
        default: "# 役割\n訳す。"
        }
      return (name, text)
    }
  }
}

/// A model that answers by a function, and notes what it was asked.
final class ScriptedModel: Sendable {
  private let log = Locked<[Prompt]>([])
  /// What it replies to a prompt.
  let answer: @Sendable (Prompt) async throws -> ModelReply

  /// The name of its profile.
  let name: String

  /// Makes a model of a function from prompts to replies.
  init(name: String = "test", _ answer: @escaping @Sendable (Prompt) async throws -> ModelReply) {
    self.name = name
    self.answer = answer
  }

  /// What was asked so far.
  var prompts: [Prompt] { log.withLock { $0 } }

  /// The client, under the name of a profile.
  var client: ModelClient {
    ModelClient(profile: name, model: "model-1") { prompt, meter in
      let request = Meter.Request(
        name: prompt.name, profile: self.name, model: "model-1", mostUSD: 100)
      let entry = try await meter.reserve(request)
      self.log.withLock { $0.append(prompt) }
      try entry.send()
      do {
        let reply = try await self.answer(prompt)
        let usage = reply.usage ?? TokenUsage()
        try entry.settle(.answered(usage, costUSD: Double(usage.inputTokens)))
        return reply
      } catch {
        try entry.settle(.failed(TokenUsage(), costUSD: 0))
        throw error
      }
    }
  }

  /// A reply with a text, for ten tokens in and three out.
  static func reply(
    _ text: String, _ completeness: ModelReply.Completeness = .complete
  ) -> ModelReply {
    ModelReply(
      text: text, completeness: completeness,
      usage: TokenUsage(inputTokens: 10, cachedTokens: 1, outputTokens: 3))
  }

  /// The identifiers in a prompt.
  static func ids(in prompt: Prompt) -> [String] {
    prompt.user.split(separator: "\n").compactMap { line in
      line.drop { $0 == "=" }.split(separator: "|").first.map(String.init)
    }
  }

  /// A model that always answers well.
  static let good = ScriptedModel { prompt in
    let ids = ids(in: prompt)
    guard prompt.schema == .summary else {
      let items = ids.map { #"{"id":"\#($0)","title":"論文\#($0.inKana)の題"}"# }
      return reply(#"{"titles":[\#(items.joined(separator: ","))]}"#)
    }
    return reply(summary(of: ids[0]))
  }

  /// A good summary of a paper.
  static func summary(of id: String) -> String {
    let sentences = [
      "記録の少ない港の潮位を扱う", "観測の欠けた日に誤差が広がる", "隣町から借りた波形で補う学習法を示す",
      "予測の外れを半減できると実験で確かめた",
    ]
    let bullets = sentences.map { #""\#($0)（\#(id.inKana)）""# }
    return #"{"id":"\#(id)","bullets":[\#(bullets.joined(separator: ","))],"remark":"これは気になる論文だね"}"#
  }
}

extension Pipeline {
  /// A pipeline whose services answer by script.
  static func scripted(
    _ job: Job, arXiv: ScriptedClient = ScriptedClient([]), model: ScriptedModel = .good,
    models: [ScriptedModel]? = nil, clock: ManualTiming = ManualTiming(date: Samples.later),
    tell: @escaping @Sendable (RunEvent) -> Void = { _ in },
    approve: @escaping @Sendable (Forecast) async throws -> Double? = { _ in nil }
  ) throws -> Pipeline {
    let clients = (models ?? [model]).map(\.client)
    return Pipeline(
      job: job,
      services: Services(
        source: .api(ArXivAPI(http: arXiv.client, timing: clock.timing)),
        translators: clients, summarizers: clients, prompts: try Samples.prompts(),
        validator: Samples.validator,
        now: clock.timing.date),
      tell: tell, approve: approve)
  }
}
