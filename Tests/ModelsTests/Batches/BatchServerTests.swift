import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

/// The test's own servers, through the client: what they are told to play, and that the client bears it.
@Suite("Batches: servers with surprises", .timeLimit(.minutes(2)))
struct BatchServerTests {
  /// Has a test play with a server of a provider, through a client.
  func with(
    _ wire: BatchWire, pace: BatchServer.Pace = .looks(3), _ surprises: BatchSurprise...,
    body: (BatchStage) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let stage = try BatchStage(wire, pace: pace, surprises, in: folder)
      defer { stage.server.stop() }
      try await body(stage)
    }
  }

  /// What comes of three good questions.
  static let good = [0, 1, 2].map { "\($0) complete about 2407.0000\($0)" }

  @Test("a batch goes its way", arguments: BatchWire.all)
  func plain(wire: BatchWire) async throws {
    try await with(wire) { stage in
      let (order, made) = try await stage.make()
      #expect(made.phase == .waiting)
      #expect(made.key == (wire.kind == "anthropic" ? nil : order.key))
      #expect(try await stage.client.look(made.id)?.phase == .waiting)
      let ended = try await stage.wait(for: made.id)
      #expect(ended?.phase == .ended)
      #expect([ended?.total, ended?.answered, ended?.failed] == [3, 3, 0])
      #expect(try await stage.results(of: ended) == Self.good)
      #expect(stage.server.batches.map(\.key) == [made.key])
      #expect(
        stage.server.batches.map(\.questionKeys)
          == [(0..<3).map { BatchOrder.questionKey($0, of: order.key) }])
      #expect(stage.server.creations == 1)
      #expect(stage.server.uploads == (wire.kind == "anthropic" ? 0 : 1))
      #expect(stage.server.bills == ["2407.00000": 1, "2407.00001": 1, "2407.00002": 1])
      #expect(stage.server.servings.allSatisfy { $0.batch == made.id })
      #expect(stage.server.leaks.isEmpty)
    }
  }

  @Test("a batch ends when the test says so", arguments: BatchWire.all)
  func byHand(wire: BatchWire) async throws {
    try await with(wire, pace: .byHand) { stage in
      let id = try await stage.make().status.id
      #expect(try await stage.wait(for: id, looks: 5)?.phase == .waiting)
      stage.server.finish(id)
      #expect(try await stage.wait(for: id, looks: 1)?.phase == .ended)
    }
  }

  @Test("a batch that was made without an answer is found", arguments: BatchWire.all)
  func createdInSilence(wire: BatchWire) async throws {
    for surprise in [BatchSurprise.createHangsUp, .createAnswers(500), .createAnswers(503)] {
      try await with(wire, surprise) { stage in
        let order = try BatchSamples.write(3, for: stage.client, in: stage.folder)
        await #expect(throws: BatchInDoubt.self) { try await stage.client.create(order) }
        #expect(stage.server.creations == 1)
        let id = try #require(stage.server.batches.first?.id)
        if wire.kind == "anthropic" {
          #expect(try await stage.client.find(order, known: []) == .undecided)
        }
        stage.server.finishAll()
        guard case .found(let status) = try await stage.client.find(order, known: []) else {
          Issue.record("it is not found")
          return
        }
        #expect(status.id == id)
        #expect(try await stage.results(of: status) == Self.good)
      }
    }
  }

  @Test("a batch that is refused is not made", arguments: BatchWire.all)
  func refused(wire: BatchWire) async throws {
    for trouble in [FakeDialect.Trouble.busy(), .status(400)] {
      try await with(wire, .createFails(trouble)) { stage in
        let order = try BatchSamples.write(3, for: stage.client, in: stage.folder)
        let error = await #expect(throws: ModelError.self) {
          try await stage.client.create(order)
        }
        #expect(error?.kind == (trouble == .busy() ? .rateLimited : .rejected))
        #expect(stage.server.batches.isEmpty)
        #expect(try await stage.client.find(order, known: []) == .absent)
        _ = try await stage.client.create(order)
        #expect(stage.server.creations == 2)
      }
    }
  }

  @Test("a line that is not taken sinks the batch", arguments: BatchWire.all)
  func malformed(wire: BatchWire) async throws {
    try await with(wire, .malformedLine(2)) { stage in
      guard wire.kind != "anthropic" else {
        await #expect(throws: ModelError.self) { try await stage.make() }
        return
      }
      let id = try await stage.make().status.id
      #expect(try await stage.client.look(id)?.phase == .waiting)
      let isGemini = wire.kind == "gemini"
      #expect(
        try await stage.client.look(id)?.phase
          == .refused([
            BatchStatus.Objection(
              line: isGemini ? nil : 2, code: isGemini ? "INVALID_ARGUMENT" : "invalid_request",
              message: "Line 2 holds no question.")
          ]))
      #expect(stage.server.servings.isEmpty)
    }
  }

  @Test("too much to do already is told from other trouble", arguments: BatchWire.all)
  func load(wire: BatchWire) async throws {
    try await with(wire, .overQueue) { stage in
      guard wire.kind != "anthropic" else {
        let error = await #expect(throws: ModelError.self) { try await stage.make() }
        #expect(error?.kind == .rateLimited)
        return
      }
      let status = try await stage.run().status
      guard case .refused(let objections) = status?.phase else {
        Issue.record("it is not refused")
        return
      }
      #expect(objections.map(\.isAboutLoad) == [true])
    }
  }

  @Test("a batch may be hidden, unlisted, gone or endless", arguments: BatchWire.all)
  func sight(wire: BatchWire) async throws {
    try await with(wire, .hiddenFor(looks: 2)) { stage in
      let id = try await stage.make().status.id
      let looks = [try await stage.client.look(id), try await stage.client.look(id)]
      #expect(looks == [nil, nil])
      #expect(try await stage.client.look(id) != nil)
    }
    try await with(wire, .unlistedFor(lists: 1)) { stage in
      let (order, status) = try await stage.make()
      stage.server.finishAll()
      #expect(try await stage.client.find(order, known: []) == .absent)
      #expect(try await stage.client.find(order, known: [status.id]) == .absent)
      #expect(try await stage.client.find(order, known: []) != .absent)
    }
    try await with(wire, .vanishes(afterLooks: 1)) { stage in
      let (order, status) = try await stage.make()
      #expect(try await stage.client.look(status.id) != nil)
      #expect(try await stage.client.look(status.id) == nil)
      #expect(try await stage.client.find(order, known: []) == .absent)
    }
    try await with(wire, .neverEnds) { stage in
      let id = try await stage.make().status.id
      stage.server.finishAll()
      #expect(try await stage.wait(for: id)?.phase == .waiting)
    }
  }
}
