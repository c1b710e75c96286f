import TestSupport
import Testing

/// One paper of four has a fault; the others must not feel it.
@Suite("One paper's trouble")
struct FaultTests {
  /// A fault, how often its paper is asked about, and what the operator reads.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: FakeModel.Fault
    let requests: Int
    let message: String
    /// `withheld` where there is an answer to judge, `waiting` where there is none.
    let state: String
    /// True where the model was asked as often as it may be: then the paper waits for a person.
    var isExhausted = false
  }

  private static let server = "the model's server answered"

  @Test(
    "is told and withheld, the others are published, and the next command asks for that paper only",
    arguments: [
      Case(
        testDescription: "three bullets", fault: .bullets(3), requests: 3,
        message: "withheld: bullet-count in bullets (there are 3 bullets, a page shows four)",
        state: "withheld", isExhausted: true),
      Case(
        testDescription: "five bullets", fault: .bullets(5), requests: 3,
        message: "withheld: bullet-count in bullets (there are 5 bullets, a page shows four)",
        state: "withheld", isExhausted: true),
      Case(
        testDescription: "an English bullet", fault: .englishBullet, requests: 3,
        message: "withheld: not-japanese in bullets[1] (0 of 38 letters are Japanese)",
        state: "withheld", isExhausted: true),
      Case(
        testDescription: "the identifier of another paper", fault: .wrongID, requests: 3,
        message: "withheld: wrong-id in reply (summary: the reply is about '2407.99999')",
        state: "withheld", isExhausted: true),
      Case(
        testDescription: "no JSON", fault: .notJSON, requests: 3,
        message: "withheld: undecodable-reply in reply (summary: the reply holds no JSON object)",
        state: "withheld", isExhausted: true),
      Case(
        testDescription: "a truncated reply", fault: .truncated, requests: 2,
        message:
          "withheld: truncated-reply in reply (summary: the output limit cut the reply off)",
        state: "withheld"),
      Case(
        testDescription: "a reply that repeats itself", fault: .looping, requests: 1,
        message: "withheld: repeating-reply in reply (summary: the model repeated itself until the "
          + "output limit cut it off)", state: "withheld"),
      Case(
        testDescription: "a filter", fault: .filtered, requests: 1,
        message:
          "withheld: filtered in reply (summary: the provider's filter withheld the reply)",
        state: "withheld"),
      Case(
        testDescription: "a refusal", fault: .refused, requests: 1,
        message:
          "withheld: refused in reply (summary: the model declined: お答えできません。)",
        state: "withheld"),
      Case(
        testDescription: "no choice", fault: .noReply, requests: 3,
        message: "summarize: the answer of the model's server cannot be read: it holds no choice: "
          + #"{"usage":{}}"#, state: "waiting"),
      Case(
        testDescription: "a body that breaks off", fault: .cutBody, requests: 3,
        message: "summarize: the answer of 127.0.0.1 broke off: "
          + "Transferred a partial file",
        state: "waiting"),
      Case(
        testDescription: "status 500 for ever", fault: .trouble(.status(500)), requests: 3,
        message: "summarize: \(server) 500: a fault of the test (test_error)", state: "waiting"),
      Case(
        testDescription: "status 429 with a delay", fault: .trouble(.busy(seconds: 0)),
        requests: 3,
        message: "summarize: \(server) 429 (too many requests): a fault of the test "
          + "(rate_limit_exceeded)", state: "waiting"),
      Case(
        testDescription: "status 400", fault: .trouble(.status(400)), requests: 1,
        message: "summarize: \(server) 400: a fault of the test (test_error)", state: "waiting"),
      Case(
        testDescription: "a stalled socket", fault: .stall, requests: 3,
        message: "summarize: 127.0.0.1 did not answer in time: Timeout was reached",
        state: "waiting"),
    ])
  func fault(_ test: Case) async throws {
    // Only silence has to be waited for.
    try await withWorld(timeout: test.fault == .stall ? 1 : 60) { world in
      let paper = "2407.20001"
      world.model.setFaults([paper: test.fault])
      let outcome = try await world.run()
      #expect(outcome.status == .exit(2))
      let isWithheld = test.state == "withheld"
      #expect(outcome.errors.contains("\n\(paper): \(test.message)\n"), "\(outcome.errors)")
      #expect(
        outcome.errors.contains(
          "week 2024-07-26: 4 papers, 3 accepted, \(isWithheld ? 1 : 0) withheld, "
            + "\(isWithheld ? 0 : 1) waiting\n"))
      #expect(
        outcome.errors.hasSuffix(
          "next: arxiv-digest run --week 2024-07-26 --topic sd"
            + (test.isExhausted
              ? " --repairs 4  # asks again about \(paper)\n" : "  # asks for these papers only\n"))
      )
      #expect(world.questions.filter { $0.ids == [paper] }.count == test.requests)
      let page = try #require(world.page)
      #expect(page.split(separator: "### [").count == 4)
      #expect(!page.contains(paper))

      world.model.setFaults([:])
      world.forget()
      let more = test.isExhausted ? ["--repairs", "4"] : []
      let second = try await world.run(World.runWords + more)
      #expect(second.status == .exit(0))
      #expect(world.searches == [])
      #expect(world.questions.map(\.ids) == [[paper]])
      #expect(world.page?.split(separator: "### [").count == 5)
    }
  }

  @Test("a fault that passes is not felt at all")
  func transient() async throws {
    try await withWorld { world in
      world.model.setPassingFaults(["2407.20001": .trouble(.busy(seconds: 0.1))])
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(world.questions.filter { $0.ids == ["2407.20001"] }.count == 2)
    }
  }

  @Test(
    "what every paper would meet stops the stage at once, with nothing published",
    arguments: [
      (401, " (the key is wrong or missing)"),
      (403, " (the key may not use this model, or not from this region)"),
      (404, " (no such model or address; see MODEL_NAME and MODEL_BASE_URL)"),
    ])
  func hopeless(status: Int, meaning: String) async throws {
    let papers = FakePaper.week(40)
    try await withWorld(papers: papers) { world in
      world.model.setFaults(
        Dictionary(uniqueKeysWithValues: papers.map { ($0.id, .trouble(.status(status))) }))
      let outcome = try await world.run(World.runWords + ["--concurrency", "2"])
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.contains(
          "arxiv-digest: summarize: the model's server answered \(status)\(meaning): a fault of "
            + "the test (test_error). Of this stage, 0 requests were answered, and the answers about 0 papers are "
            + "saved\n"))
      // Each of the four lanes may have asked once before the first answer came.
      #expect((1...4).contains(world.questions.filter { $0.stage == "summarize" }.count))
      #expect(world.page == nil)
    }
  }

  @Test("three papers that are refused in the same words, each alone, stop the stage")
  func rejections() async throws {
    try await withWorld { world in
      world.model.setFault(.trouble(.status(400)))
      let outcome = try await world.run()
      #expect(outcome.status == .exit(1))
      // All, and then halves until the third paper has been asked about alone.
      #expect(world.questions.map(\.ids.count) == [4, 2, 1, 1, 2, 1])
      #expect(world.bills == [World.Bill("translate", requests: 6, failed: 6)])
      #expect(
        outcome.errors.contains(
          "arxiv-digest: translate: the model's server answered 400: a fault of the test "
            + "(test_error). Of this stage, 0 requests were answered, and the answers about 0 papers "
            + "are saved\n"))
    }
  }

  @Test("a server that asks for a longer wait than a run makes is left alone from then on")
  func longWait() async throws {
    let papers = FakePaper.week(30)
    try await withWorld(papers: papers) { world in
      let busy = FakeModel.Fault.trouble(.busy(seconds: 3600))
      world.model.setFaults(
        Dictionary(uniqueKeysWithValues: papers.dropFirst(3).map { ($0.id, busy) }))
      let outcome = try await world.run(World.runWords + ["--concurrency", "1"])
      #expect(outcome.status == .exit(2))
      // The first three, the fourth, and what the second lane had under way.
      #expect((4...5).contains(world.questions.filter { $0.stage == "summarize" }.count))
      #expect(
        outcome.errors.contains(
          "2407.20029: summarize: not asked, because 127.0.0.1 asks to wait 3600 seconds, which is "
            + "longer than this run waits\n"))
      #expect(world.page?.split(separator: "### [").count == 4)
    }
  }

  @Test("a server that fails ten times in a row is left alone from then on")
  func failingServer() async throws {
    let papers = FakePaper.week(30)
    try await withWorld(papers: papers) { world in
      world.model.setFaults(
        Dictionary(uniqueKeysWithValues: papers.map { ($0.id, .trouble(.status(500))) }))
      let outcome = try await world.run(World.runWords + ["--concurrency", "1"])
      #expect(outcome.status == .exit(1))
      // Three attempts for each of the ten, and for the one that the second lane had under way.
      #expect((30...33).contains(world.questions.filter { $0.stage == "summarize" }.count))
      #expect(outcome.errors.contains("not asked, because 10 questions in a row got no answer\n"))
    }
  }

  @Test("a server that is not there stops the stage and is named")
  func unreachable() async throws {
    try await withWorld { world in
      let outcome = try await world.run(environment: ["MODEL_BASE_URL": "http://127.0.0.1:1/v1"])
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.contains(
          "arxiv-digest: translate: 127.0.0.1 cannot be reached: Couldn't connect to server. "
            + "Of this stage, 0 requests were answered, and the answers about 0 papers are saved\n")
      )
    }
  }

  @Test("when every paper is withheld no page is written, and the run has failed")
  func nothingToPublish() async throws {
    try await withWorld(papers: FakePaper.week(2)) { world in
      world.model.setFaults(["2407.20000": .bullets(3), "2407.20001": .bullets(3)])
      let outcome = try await world.run()
      #expect(outcome.status == .exit(1))
      #expect(world.page == nil)
      #expect(
        outcome.errors.contains(
          "note: sd: no paper to publish; site/_sd/2024-07-26.md was not written\n"))
    }
  }
}
