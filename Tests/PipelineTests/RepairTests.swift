import Foundation
import HTTP
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("The repair of an answer")
struct RepairTests {
  /// What a model replies, one after the other and the last for ever, and what comes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let replies: [Script]
    var repairs = 2
    let requests: Int
    /// Whether the draft on disk can be used.
    var isUsable = true
    /// The codes of the earlier replies on record.
    var earlier: [String] = []
    /// What the draft says of the repairs that it took in vain.
    var inVain: Int?
    /// Requests of a second run.
    var requestsLater = 0
  }

  /// A reply.
  enum Script: Sendable, Equatable {
    case good, threeBullets, english, words, cut, refusal, trouble
  }

  @Test(
    "goes on until the answer is good, and no longer than it may",
    arguments: [
      Case(testDescription: "a good answer needs none", replies: [.good], requests: 1),
      Case(
        testDescription: "one repair", replies: [.threeBullets, .good], requests: 2,
        earlier: ["rejected"]),
      Case(
        testDescription: "two repairs of different kinds", replies: [.words, .english, .good],
        requests: 3, earlier: ["undecodable-reply", "rejected"]),
      Case(
        testDescription: "in vain", replies: [.threeBullets], requests: 3, isUsable: false,
        earlier: ["rejected", "rejected"], inVain: 2),
      Case(
        testDescription: "a worse answer in the end stands", replies: [.english, .english, .words],
        requests: 3, isUsable: false, earlier: ["rejected", "rejected"], inVain: 2),
      Case(
        testDescription: "none is allowed", replies: [.threeBullets], repairs: 0, requests: 1,
        isUsable: false),
      Case(
        testDescription: "many are allowed",
        replies: [.threeBullets, .words, .english, .threeBullets, .english, .good],
        repairs: 5, requests: 6,
        earlier: ["rejected", "undecodable-reply", "rejected", "rejected", "rejected"]),
      Case(
        testDescription: "more room is no repair",
        replies: [.cut, .threeBullets, .threeBullets, .good], requests: 4,
        earlier: ["truncated-reply", "rejected", "rejected"]),
      Case(
        testDescription: "a refusal ends the run's repairs, and counts in the next",
        replies: [.threeBullets, .refusal], requests: 2, isUsable: false,
        earlier: ["rejected"], inVain: 1, requestsLater: 1),
      Case(
        testDescription: "a refusal from the first is asked about once a run",
        replies: [.refusal], requests: 1, isUsable: false, requestsLater: 1),
      Case(
        testDescription: "trouble leaves the draft and its count as they are",
        replies: [.threeBullets, .threeBullets, .trouble], requests: 3, isUsable: false,
        earlier: ["rejected"], inVain: 1, requestsLater: 1),
    ])
  func rounds(_ test: Case) async throws {
    try await withPapers(1) { folder, path in
      let model = Self.model(test.replies)
      let report = try await run(in: path, models: [model], repairs: test.repairs)
      #expect(model.prompts.count == test.requests)
      let draft = try #require(try folder.summaries.read()[try Samples.id(0)])
      #expect((draft.earlier ?? []).map(\.failure.code) == test.earlier)
      #expect(draft.repairs == test.inVain)
      #expect((report.stages[.summarize]?.count.failed == 0) == test.isUsable)
      #expect(
        report.stages[.summarize]?.repaired == (test.isUsable && test.requests > 1 ? 1 : 0))
      #expect(report.outlook.waitsForPerson == (!test.isUsable && test.requestsLater == 0))
      // Every reply is on record, and every request on the paper's account.
      let answered = model.prompts.count - (test.replies.contains(.trouble) ? 1 : 0)
      #expect(draft.provenance.usage.requests == answered)
      #expect((draft.earlier ?? []).count == answered - 1)

      _ = try await run(in: path, models: [model], repairs: test.repairs)
      #expect(model.prompts.count == test.requests + test.requestsLater)
    }
  }

  @Test("of an answer that is refused for ever ends after as many runs as there are repairs")
  func refusals() async throws {
    try await withPapers(1) { _, path in
      let model = Self.model([.refusal])
      for asked in [1, 2, 3, 3, 3] {
        let report = try await run(in: path, models: [model])
        #expect(model.prompts.count == asked)
        #expect(report.outlook.waitsForPerson == (asked == 3))
      }
    }
  }

  @Test("stays with the profile that gave the answer")
  func profile() async throws {
    try await withPapers(1) { folder, path in
      let first = Self.model([.refusal])
      let second = Self.model([.threeBullets, .trouble, .good], name: "other")
      _ = try await run(in: path, models: [first, second])
      _ = try await run(in: path, models: [first, second])
      #expect(first.prompts.count == 1)
      #expect(second.prompts.count == 3)
      let draft = try folder.summaries.read()[try Samples.id(0)]
      #expect(draft?.earlier?.map(\.failure.code) == ["refused", "rejected"])
      #expect(draft?.provenance.because == "test: the model declined: no")
      #expect(draft?.provenance.profile == "other")
    }
  }

  @Test("begins with a good answer on disk that other rules withhold, and has all repairs left")
  func rules() async throws {
    try await withPapers(1) { folder, path in
      // As a run by other rules has left it.
      let old = SummaryDraft(
        id: try Samples.id(0), bullets: ["潮位の予測は難しい", "港にはそれぞれ癖がある", "小さな模型で学ぶ手法だ"],
        remark: "港って面白いんだね", reply: "old",
        failure: nil,
        provenance: Provenance(
          profile: "test", model: "model-1",
          prompt: Fingerprint(parts: try Samples.prompts().summaryText),
          input: Fingerprint("2407.20000", "Paper 0", "What paper 2407.20000 found.", ""),
          usage: Usage(requests: 1), time: Samples.later))
      try folder.summaries.replace(with: [old])
      let model = Self.model([.threeBullets, .good])
      let report = try await run(in: path, models: [model])
      #expect(report.problems == [])
      #expect(
        model.prompts.first?.user.contains(
          #"{"id":"2407.20000","bullets":["潮位の予測は難しい","港にはそれぞれ癖がある","小さな模型で学ぶ手法だ"],"remark":"港って面白いんだね"}"#
        ) == true)
      let draft = try folder.summaries.read()[try Samples.id(0)]
      #expect(draft?.earlier?.map(\.reply) == ["old", Self.text(.threeBullets)])
      let codes = draft?.earlier?.flatMap { $0.findings ?? [] }.map(\.code)
      #expect(codes == ["bullet-count", "bullet-count"])
      #expect(draft?.provenance.usage.requests == 3)
    }
  }

  @Test("of titles goes to each that was rejected alone, with its own part of the answer")
  func titles() async throws {
    try await withPapers(5) { folder, path in
      let bad: Set<String> = ["2407.20001", "2407.20003"]
      let model = ScriptedModel { prompt in
        let ids = ScriptedModel.ids(in: prompt)
        let items = ids.map { id in
          let isBad = ids.count > 1 && bad.contains(id)
          return #"{"id":"\#(id)","title":"\#(isBad ? "English \(id)" : "論文の題")"}"#
        }
        return ScriptedModel.reply(#"{"titles":[\#(items.joined(separator: ","))]}"#)
      }
      let report = try await run([.translate], in: path, models: [model])
      #expect(report.problems == [])
      #expect(report.stages[.translate]?.repaired == 2)
      #expect(model.prompts.map { ScriptedModel.ids(in: $0).count } == [5, 1, 1])
      for (prompt, id) in zip(model.prompts.dropFirst(), bad.sorted()) {
        #expect(
          prompt.user.hasSuffix("\t" + #"{"titles":[{"id":"\#(id)","title":"English \#(id)"}]}"#))
        #expect(prompt.name == "translate-\(id)")
      }
      #expect(try folder.titles.read().values.allSatisfy { $0.repairs == nil })
    }
  }

  @Test(
    "is left to a paper that was asked about with others in vain, however often they were parted")
  func parted() async throws {
    try await withPapers(4) { folder, path in
      let stubborn = "2407.20002"
      let model = ScriptedModel { prompt in
        let ids = ScriptedModel.ids(in: prompt)
        guard ids.count == 1, ids != [stubborn] else { return ScriptedModel.reply("すみません") }
        return ScriptedModel.reply(#"{"titles":[{"id":"\#(ids[0])","title":"論文の題"}]}"#)
      }
      let report = try await run([.translate], in: path, models: [model], repairs: 1)
      #expect(report.problems.map(\.id.text) == [stubborn])
      // The batch, its halves, each alone, and one repair.
      #expect(model.prompts.map { ScriptedModel.ids(in: $0).count } == [4, 2, 1, 1, 2, 1, 1, 1])
      #expect(try folder.titles.read()[try Samples.id(2)]?.repairs == 1)
      #expect(report.outlook.exhausted.map(\.id.text) == [stubborn])
    }
  }

  private static func model(_ replies: [Script], name: String = "test") -> ScriptedModel {
    let next = Counter()
    return ScriptedModel(name: name) { _ in
      let script = replies[min(next.next(), replies.count - 1)]
      switch script {
      case .refusal: return ScriptedModel.reply("", .refused("no"))
      case .cut: return ScriptedModel.reply("{", .truncated)
      case .trouble: throw ModelError(.unavailable, status: 503)
      default: return ScriptedModel.reply(text(script))
      }
    }
  }

  private static func text(_ script: Script) -> String {
    let good = ScriptedModel.summary(of: "2407.20000")
    return switch script {
    case .threeBullets:
      good.replacing(#","予測の外れを半減できると実験で確かめた（\#("2407.20000".inKana)）""#, with: "")
    case .english: good.replacing("観測の欠けた日に誤差が広がる", with: "This is the problem of the paper")
    case .words: "すみません"
    default: good
    }
  }
}

/// Counts calls, from 0.
private final class Counter: Sendable {
  private let count = Locked(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count - 1
    }
  }
}
