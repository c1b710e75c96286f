import TestSupport
import Testing

/// Every dialect has its own words for what goes wrong; what the run makes of it is the same.
@Suite("Whatever the dialect,")
struct DialectFaultTests {
  private static let paper = "2407.20001"

  /// A fault that is gone when the paper is asked about again.
  @Test(
    "trouble that passes is waited for, and costs one more request",
    arguments: FakeDialect.all,
    [
      .trouble(.busy()), .trouble(.busy(seconds: 0.05)), .trouble(.overloaded),
      .trouble(.status(500)), .trouble(.status(503)), .cutBody, .malformed, .emptyBody,
      .garbledBody, .trouble(.inBody),
    ] as [FakeModel.Fault])
  func passing(dialect: FakeDialect, fault: FakeModel.Fault) async throws {
    try await withWorld(dialect: dialect) { world in
      world.model.setPassingFaults([Self.paper: fault])
      let outcome = try await world.run()
      let isUnknown = Self.isUnknown(fault, dialect)
      #expect(
        Ending(world, outcome)
          == Ending(
            asked: 2, failed: isUnknown ? 0 : 1, unknown: isUnknown ? 1 : 0, saved: true,
            published: true))
    }
  }

  /// True where nobody knows whether the provider charges for an answer.
  private static func isUnknown(_ fault: FakeModel.Fault, _ dialect: FakeDialect) -> Bool {
    switch fault {
    case .trouble(.inBody): dialect.kind == "bedrock"
    case .trouble: false
    default: true
    }
  }

  /// A fault that stays, and what the operator reads of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: FakeModel.Fault
    let words: String
  }

  @Test(
    "trouble that stays is given up after three requests, and the other papers are published",
    arguments: FakeDialect.all,
    [
      Case(testDescription: "500", fault: .trouble(.status(500)), words: "server answered 500: "),
      Case(
        testDescription: "429", fault: .trouble(.busy(seconds: 0.01)),
        words: "server answered 429 (too many requests): "),
      Case(
        testDescription: "529", fault: .trouble(.overloaded),
        words: "server answered 529 (it is overloaded): "),
      Case(
        testDescription: "cut body", fault: .cutBody, words: "the answer of 127.0.0.1 broke off: "),
      Case(
        testDescription: "rubbish that is said to be compressed", fault: .garbledBody,
        words: "the answer of 127.0.0.1 broke off: "),
      Case(
        testDescription: "malformed JSON", fault: .malformed,
        words: #"the answer of the model's server cannot be read: it is not valid JSON: {"choices"#),
      Case(
        testDescription: "no body", fault: .emptyBody,
        words: "the answer of the model's server cannot be read: it is empty"),
      Case(
        testDescription: "an object that is no reply", fault: .noReply,
        words: "the answer of the model's server cannot be read: it holds no "),
    ])
  func lasting(dialect: FakeDialect, test: Case) async throws {
    try await withWorld(dialect: dialect) { world in
      world.model.setFaults([Self.paper: test.fault])
      let outcome = try await world.run()
      let isUnknown = Self.isUnknown(test.fault, dialect)
      #expect(
        Ending(world, outcome)
          == Ending(
            asked: 3, failed: isUnknown ? 0 : 3, unknown: isUnknown ? 3 : 0, saved: false,
            published: false))
      #expect(
        outcome.errors.contains("\n\(Self.paper): summarize: ")
          && outcome.errors.contains(test.words), "\(outcome.errors)")
    }
  }

  @Test(
    "each kind of trouble has its own patience, which the profile can only shorten",
    arguments: [
      (.trouble(.busy()), .max), (.trouble(.overloaded), .max), (.noReply, 4), (.cutBody, 4),
    ] as [(FakeModel.Fault, Int)], [1, 2, 7])
  func patience(test: (fault: FakeModel.Fault, requests: Int), attempts: Int) async throws {
    try await withWorld { world in
      let file = try #require(world.read("digest.json"))
      try world.write(
        file.replacing(#""attempts": 3"#, with: #""attempts": \#(attempts)"#), to: "digest.json")
      world.model.setFaults([Self.paper: test.fault])
      let outcome = try await world.run()
      #expect(outcome.status == .exit(2))
      #expect(
        world.questions.filter { $0.ids == [Self.paper] }.count == min(attempts, test.requests))
    }
  }

  @Test("a silent server is waited for as long as the profile says", arguments: FakeDialect.all)
  func silence(dialect: FakeDialect) async throws {
    try await withWorld(timeout: 1, dialect: dialect) { world in
      world.model.setFaults([Self.paper: .stalledBody])
      let outcome = try await world.run()
      #expect(
        Ending(world, outcome) == Ending(asked: 3, unknown: 3, saved: false, published: false))
      #expect(outcome.errors.contains("summarize: 127.0.0.1 did not answer in time: "))
      #expect(outcome.errors.contains("\nunknown: 3 requests of unknown outcome, at most $"))
    }
  }

  @Test("an error under status 200 is the server's trouble", arguments: FakeDialect.all)
  func errorInBody(dialect: FakeDialect) async throws {
    try await withWorld(dialect: dialect) { world in
      world.model.setFaults([Self.paper: .trouble(.inBody)])
      let outcome = try await world.run()
      let isUnknown = Self.isUnknown(.trouble(.inBody), dialect)
      #expect(
        Ending(world, outcome)
          == Ending(
            asked: 3, failed: isUnknown ? 0 : 3, unknown: isUnknown ? 3 : 0, saved: false,
            published: false))
      #expect(outcome.errors.contains("a fault of the test"))
    }
  }

  @Test(
    "an answer about another paper is asked for again, and then withheld",
    arguments: FakeDialect.all)
  func wrongID(dialect: FakeDialect) async throws {
    try await withWorld(dialect: dialect) { world in
      world.model.setFaults([Self.paper: .wrongID])
      let outcome = try await world.run()
      #expect(Ending(world, outcome) == Ending(asked: 3, saved: true, published: false))
      #expect(
        outcome.errors.contains(
          "\(Self.paper): withheld: wrong-id in reply (summary: the reply is about '2407.99999')"))
    }
  }

  @Test("a reply that was cut is asked for again with more room", arguments: FakeDialect.all)
  func truncated(dialect: FakeDialect) async throws {
    try await withWorld(dialect: dialect) { world in
      world.model.setPassingFaults([Self.paper: .truncated])
      let outcome = try await world.run()
      #expect(Ending(world, outcome) == Ending(asked: 2, saved: true, published: true))
      #expect(world.questions.filter { $0.ids == [Self.paper] }.map(\.cap) == [4000, 8000])
    }
  }

  @Test(
    "a refusal is not asked for again",
    arguments: FakeDialect.all.filter { $0.kind != "ollama" },
    [FakeModel.Fault.refused, .filtered])
  func refusal(dialect: FakeDialect, fault: FakeModel.Fault) async throws {
    try await withWorld(dialect: dialect) { world in
      world.model.setFaults([Self.paper: fault])
      let outcome = try await world.run()
      #expect(Ending(world, outcome) == Ending(asked: 1, saved: true, published: false))
      #expect(
        outcome.errors.contains("\(Self.paper): withheld: refused in reply")
          || outcome.errors.contains("\(Self.paper): withheld: filtered in reply"),
        "\(outcome.errors)")
    }
  }

  @Test("what no waiting cures stops the run at its first request", arguments: FakeDialect.all)
  func hopeless(dialect: FakeDialect) async throws {
    try await withWorld(dialect: dialect) { world in
      for (trouble, words) in [
        (FakeDialect.Trouble.badKey, "(the key is wrong or missing): "),
        (.exhausted, "(no credit or quota is left): "),
      ] {
        world.forget()
        world.model.setFault(.trouble(trouble))
        let outcome = try await world.run()
        let first = World.Bill("translate", requests: 1, failed: 1)
        #expect(Ending(world, outcome) == Ending(stoppedBy: first))
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
      }
      // What was wrong is mended, and the same command does all there is to do.
      world.forget()
      world.model.setFault(nil)
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(world.questions.count == 5)
    }
  }

  @Test(
    "a server that knows no schema is asked in the next way, which is told once",
    arguments: FakeDialect.all)
  func noSchema(dialect: FakeDialect) async throws {
    try await withWorld(dialect: dialect) { world in
      world.model.setFault(.trouble(.noSchema))
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      let next = ["anthropic", "bedrock"].contains(dialect.kind) ? "prompt" : "object"
      #expect(world.questions.map(\.format) == ["schema"] + Array(repeating: next, count: 5))
      #expect(
        world.bills == [
          World.Bill("translate", requests: 2, failed: 1), World.Bill("summarize", requests: 4),
        ])
      let note = " from now on, because the model's server answered 400 "
      #expect(outcome.errors.split(separator: note, omittingEmptySubsequences: false).count == 2)
    }
  }

  @Test("no question and no key follows a redirect to another host", arguments: FakeDialect.all)
  func redirect(dialect: FakeDialect) async throws {
    let other = try LoopbackServer { _ in .text("{}") }
    try await withWorld(dialect: dialect) { world in
      world.model.setFault(.redirect(other.baseURL + "/v1"))
      let outcome = try await world.run()
      let first = World.Bill("translate", requests: 1, failed: 1)
      #expect(Ending(world, outcome) == Ending(stoppedBy: first))
      #expect(
        outcome.errors.contains(" redirects to \(other.baseURL)/v1: a POST is not sent twice"))
      #expect(other.requests == [])
    }
  }
}
