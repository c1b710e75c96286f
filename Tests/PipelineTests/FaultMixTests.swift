import ArXiv
import Foundation
import HTTP
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("Thousands of papers against a server that fails")
struct FaultMixTests {
  @Test(
    "every paper ends accepted, nothing is asked twice after its answer, and waits obey the server",
    .timeLimit(.minutes(5)))
  func faultMix() async throws {
    let count = 5000
    try await withPapers(count) { _, path in
      let clock = ManualTiming()
      let server = try FaultyServer(clock)
      let job = Samples.job([.summarize], in: path, concurrency: 256)
      let report = try await pipeline(job, server, clock).run()

      #expect(report.problems == [])
      #expect(report.stages[.summarize]?.count == .init(done: count, reused: 0, failed: 0))
      let records = server.records
      #expect(records.count == count)
      #expect(records.values.filter { $0.answers != 1 }.isEmpty)
      #expect(records.values.filter { $0.early > 0 }.isEmpty)

      // The account agrees with the server to the last request.
      let asked = records.values.map(\.requests).reduce(0, +)
      let bills = report.summary.bills
      #expect(bills.usage.requests == asked)
      #expect(bills.failed + bills.unknown == asked - count)
      #expect(bills.unknown > 0)
      #expect(bills.usage.inputTokens == count * 100)
      #expect(report.summary.weekBills == bills)
    }
  }

  private func pipeline(
    _ job: Job, _ server: FaultyServer, _ clock: ManualTiming
  ) throws -> Pipeline {
    let profile = ModelProfile(
      name: "test", kind: .openAIChat, model: "model-1", baseURL: server.baseURL,
      prices: Prices(asOf: "2026-11-12", input: 1, output: 10))
    let model = ModelServer(profile, places: job.concurrency, timing: clock.timing)
    let http = HTTPClient.curl(CurlOptions(userAgent: "test", idleConnections: 257))
    let client = ModelClient.remote(model, http: http)
    let services = Services(
      source: .api(ArXivAPI(http: ScriptedClient([]).client)),
      translators: [client], summarizers: [client], prompts: try Samples.prompts(),
      validator: Samples.validator,
      now: { Samples.later })
    return Pipeline(job: job, services: services)
  }
}
