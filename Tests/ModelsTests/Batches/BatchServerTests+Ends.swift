import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

extension BatchServerTests {
  @Test("a batch that runs out of time keeps what it has", arguments: BatchWire.all)
  func expiry(wire: BatchWire) async throws {
    try await with(wire, .expires(answered: 2)) { stage in
      let (status, results) = try await stage.run()
      #expect(status?.phase == .ended)
      let parts = Array(Self.good.prefix(2)) + ["2 unasked"]
      #expect(results == (wire.kind == "gemini" ? [] : parts))
      #expect(stage.server.servings.count == (wire.kind == "gemini" ? 0 : 2))
    }
  }

  @Test("a batch that is stopped takes a while, and keeps what it has", arguments: BatchWire.all)
  func cancel(wire: BatchWire) async throws {
    try await with(wire, pace: .byHand, .slowCancel(looks: 2, answered: 1)) { stage in
      let id = try await stage.make().status.id
      try await stage.client.cancel(id)
      let first = try await stage.client.look(id)
      #expect(first?.phase == (wire.kind == "gemini" ? .waiting : .stopping))
      let status = try await stage.wait(for: id)
      #expect(status?.phase == .ended)
      let parts = Array(Self.good.prefix(1)) + ["1 unasked", "2 unasked"]
      #expect(try await stage.results(of: status) == (wire.kind == "gemini" ? [] : parts))
      #expect(stage.server.cancellations == [id])
    }
  }

  @Test("where all fail, there are failures and nothing else", arguments: BatchWire.all)
  func allFail(wire: BatchWire) async throws {
    try await with(wire, .allFail, .emptyFileNames) { stage in
      let (status, results) = try await stage.run()
      #expect(status?.phase == .ended)
      #expect(status?.results.count == 1)
      #expect([status?.answered, status?.failed] == [0, 3])
      #expect(results == [0, 1, 2].map { "\($0) unavailable" })
      #expect(stage.server.servings.isEmpty)
    }
  }

  @Test("what becomes of one question is its own", arguments: BatchWire.all)
  func outcomes(wire: BatchWire) async throws {
    try await with(
      wire, .reply(0, .fails(.tooLong)),
      .reply(1, .says(FakeDialect.Said(text: "{", end: .cut))),
      .reply(2, .says(FakeDialect.Said(text: "no", end: .withheld)))
    ) { stage in
      let (status, results) = try await stage.run(4)
      #expect([status?.answered, status?.failed] == [3, 1])
      let withheld = wire.kind == "anthropic" ? #"refused("no") "# : "filtered "
      #expect(results.contains("0 tooLong"))
      #expect(results.contains("1 truncated {"))
      #expect(results.contains { $0.hasPrefix("2 \(withheld)") })
      #expect(results.contains("3 complete about 2407.00003"))
      #expect(stage.server.servings.count == 3)
    }
  }

  @Test(
    "lines come in any order, twice, not at all, broken, late, or of somebody else's",
    arguments: BatchWire.all)
  func lines(wire: BatchWire) async throws {
    let good = Self.good
    let cases: [(BatchSurprise, [String])] = [
      (.shuffled, good.reversed()), (.doubled, good.flatMap { [$0, $0] }),
      (.noLine([1]), [good[0], good[2]]), (.garbage, ["!"] + good),
      (.torn, good.prefix(2) + ["!"]),
      (.foreignLine, ["0 complete of somebody else"] + good), (.resultsFail(times: 2), good),
    ]
    for (surprise, expected) in cases {
      try await with(wire, surprise) { stage in
        let results = try await stage.run().results
        #expect(results == expected, "\(surprise)")
        #expect(stage.server.servings.count == 3)
      }
    }
  }

  @Test("a batch that is made in silence is given up, and found")
  func stall() async throws {
    try await with(.openAIChat, .createStalls) { stage in
      let order = try BatchSamples.write(1, for: stage.client, in: stage.folder)
      let curl = HTTPClient.curl(CurlOptions(userAgent: "test"))
      let impatient = try BatchSamples.client(
        .openAIChat, stage.server.baseURL,
        http: HTTPClient { request in
          var request = request
          if request.isAlone { request.limits.total = .milliseconds(300) }
          return try await curl.send(request)
        })
      await #expect(throws: BatchInDoubt.self) { try await impatient.create(order) }
      let sighting = try await stage.client.find(order, known: [])
      guard case .found(let status) = sighting else {
        Issue.record("it is not found")
        return
      }
      #expect(status.id == stage.server.batches.first?.id)
    }
  }

  @Test("many batches are listed in pages", arguments: BatchWire.all)
  func pages(wire: BatchWire) async throws {
    try await with(wire) { stage in
      let count = wire.kind == "anthropic" ? 3 : 103
      for number in 0..<count {
        let order = try BatchSamples.write(
          1, key: "digest-x-\(number)a", for: stage.client, in: stage.folder)
        _ = try await stage.client.create(order)
      }
      stage.server.finishAll()
      let first = BatchOrder(key: "digest-x-0a", file: "", count: 1, made: BatchSamples.made)
      guard case .found(let status) = try await stage.client.find(first, known: []) else {
        Issue.record("it is not found")
        return
      }
      #expect(status.id == stage.server.batches.first?.id)
    }
  }

  @Test("the same server answers single questions", arguments: BatchWire.all)
  func online(wire: BatchWire) async throws {
    try await with(wire) { stage in
      let kind = try #require(ModelKind(rawValue: wire.kind))
      let profile = BatchSamples.profile(kind, stage.server.baseURL)
      let request = try kind.dialect.request(BatchSamples.prompt(7), .schema, profile)
      let response = try await HTTPClient.curl(CurlOptions(userAgent: "test")).send(request)
      #expect(try kind.dialect.reply(response).text == "about 2407.00007")
      #expect(stage.server.onlineQuestions.map(\.papers) == [["2407.00007"]])
      #expect(stage.server.servings == [BatchServing(batch: nil, papers: ["2407.00007"])])
    }
  }

  @Test("a request without its key is not taken", arguments: BatchWire.all)
  func keyless(wire: BatchWire) async throws {
    try await with(wire) { stage in
      let kind = try #require(ModelKind(rawValue: wire.kind))
      var profile = BatchSamples.profile(kind, stage.server.baseURL)
      profile.access = .open
      let client = try #require(
        BatchClient(
          server: ModelServer(profile, places: 1),
          http: .curl(CurlOptions(userAgent: "test"))))
      let order = try BatchSamples.write(1, for: client, in: stage.folder)
      let error = await #expect(throws: ModelError.self) { try await client.create(order) }
      #expect(error?.kind == .badKey)
    }
  }
}
