import Foundation
import Models
import TestSupport
import Testing

@Suite("A profile that stands in for another")
struct FallbackTests {
  private static let key = "sk-spare-0123456789abcdef"
  private static let environment = ["ANTHROPIC_API_KEY": key]

  /// Who made the summary of each paper, and why it was not the stage's own profile.
  private static func makers(_ world: World) throws -> [String: [String?]] {
    let lines = (world.read("runs/2024-07-26/summaries.jsonl") ?? "").split(separator: "\n")
    let records = try lines.map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
    return Dictionary(
      uniqueKeysWithValues: records.map { record in
        let made = record["provenance"]
        return (record["id"].text ?? "", [made["profile"].text, made["because"].text])
      })
  }

  @Test("is asked about refused, withheld and over-long papers, with its own key, and no others")
  func papers() async throws {
    try await withWorld(spare: .anthropic) { world in
      world.model.setFaults([
        "2407.20000": .refused, "2407.20001": .filtered, "2407.20002": .trouble(.tooLong),
      ])
      let outcome = try await world.run(environment: Self.environment)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      let spare = try #require(world.spare)
      #expect(
        spare.questions.map(\.ids).sorted { $0[0] < $1[0] }
          == [["2407.20000"], ["2407.20001"], ["2407.20002"]])
      #expect(spare.keys == [Self.key])
      #expect(world.model.keys == ["Bearer " + World.key])
      #expect(
        try Self.makers(world) == [
          "2407.20000": ["spare", "test: the model declined: お答えできません。"],
          "2407.20001": ["spare", "test: the provider's filter withheld the reply"],
          "2407.20002": [
            "spare",
            "test: the model's server answered 400 (the question is too long): a fault of the test "
              + "(context_length_exceeded)",
          ],
          "2407.20003": ["test", nil],
        ])
      #expect(
        Set((world.bills ?? []).map { "\($0.stage) \($0.profile) \($0.usage.requests)" })
          == ["translate test 1", "summarize test 4", "summarize spare 3"])
      #expect(world.published == 4)

      // What the other profile has answered is as good as any.
      world.forget()
      spare.forget()
      let second = try await world.run(environment: Self.environment)
      #expect(second.status == .exit(0))
      #expect(second.errors.contains("summarize: 0 done, 4 reused, 0 failed\n"))
      #expect(world.questions + spare.questions == [])
    }
  }

  @Test("and refuses as well leaves the paper withheld, with both refusals on disk")
  func both() async throws {
    try await withWorld(spare: .anthropic) { world in
      let spare = try #require(world.spare)
      world.model.setFaults(["2407.20000": .refused])
      spare.setFaults(["2407.20000": .refused])
      let outcome = try await world.run(environment: Self.environment)
      #expect(outcome.status == .exit(2))
      #expect(spare.questions.map(\.ids) == [["2407.20000"]])
      #expect(outcome.errors.contains("\n2407.20000: withheld: refused in reply "))
      let lines = world.read("runs/2024-07-26/summaries.jsonl") ?? ""
      #expect(lines.contains(#""earlier":[{"#))
      #expect(world.published == 3)
    }
  }

  @Test("is not asked where the server itself is in trouble")
  func trouble() async throws {
    try await withWorld(spare: .anthropic) { world in
      world.model.setFaults([
        "2407.20000": .trouble(.status(500)), "2407.20001": .trouble(.status(400)),
        "2407.20002": .notJSON,
      ])
      let outcome = try await world.run(environment: Self.environment)
      #expect(outcome.status == .exit(2))
      #expect(world.spare?.questions == [])
      #expect(world.published == 1)
    }
  }

  @Test(
    "and cannot be asked takes no other paper down",
    arguments: [FakeDialect.Trouble.badKey, .exhausted, .status(404)])
  func hopeless(trouble: FakeDialect.Trouble) async throws {
    try await withWorld(spare: .anthropic) { world in
      world.model.setFaults(["2407.20001": .refused, "2407.20002": .refused])
      world.spare?.setFault(.trouble(trouble))
      let outcome = try await world.run(environment: Self.environment)
      #expect(outcome.status == .exit(2), "\(outcome.errors)")
      // The second one may have been on its way when the first was answered.
      #expect((1...2).contains(world.spare?.questions.count ?? 0))
      for paper in ["2407.20001", "2407.20002"] {
        #expect(outcome.errors.contains("\n\(paper): summarize: the model's server answered 4"))
      }
      #expect(world.published == 2)

      world.spare?.setFault(nil)
      // The refusals are on record, and nobody pays for them again.
      world.forget()
      world.spare?.forget()
      let second = try await world.run(environment: Self.environment)
      #expect(second.status == .exit(0))
      #expect(world.questions == [])
      #expect(Set(world.spare?.questions.flatMap(\.ids) ?? []) == ["2407.20001", "2407.20002"])
      #expect(
        try Self.makers(world)["2407.20001"] == ["spare", "test: the model declined: お答えできません。"])
      #expect(world.published == 4)
    }
  }

  @Test("and has no key is told before anything is asked, where its server is not on this machine")
  func noKey() async throws {
    try await withWorld(spare: .anthropic) { world in
      let file = try #require(world.read("digest.json"))
      let address = try #require(world.spare?.baseURL)
      try world.write(
        file.replacing("\"\(address)\"", with: "\"https://model.invalid\""), to: "digest.json")
      let outcome = try await world.run()
      #expect(outcome.status == .exit(64))
      #expect(
        outcome.errors.hasPrefix(
          "arxiv-digest: digest.json:7: models.spare: no key for model.invalid; set "
            + "ANTHROPIC_API_KEY in the environment or in .env"))
      #expect(world.searches == [])
    }
  }
}
