import Foundation
import TestSupport
import Testing

@Suite("A key, sent to a server that sends it back,")
struct CanaryTests {
  @Test(
    "stands in no file and no output of a good or a failing run that is recorded",
    arguments: FakeDialect.all)
  func key(dialect: FakeDialect) async throws {
    let key = "canary/with+signs=0123456789"
    try await withWorld(dialect: dialect) { world in
      let texts = try await Self.runs(world, ["MODEL_API_KEY": "", dialect.keyVariable: key])
      let prefix = dialect.keyHeader == "authorization" ? "Bearer " : ""
      #expect(world.model.keys == [prefix + key])
      #expect(texts.filter { Self.shows(key, in: $0.text) }.map(\.name) == [])
    }
  }

  @Test("nor do Amazon's access keys, of which the secret one is not sent at all")
  func signature() async throws {
    let secret = "canary/secret+0123456789abcdefghijklmnopqr"
    let token = "canary/token+0123456789//abcdefghijklmnopqrstuvwxyz=="
    try await withWorld(dialect: .bedrock) { world in
      let texts = try await Self.runs(
        world,
        [
          "MODEL_API_KEY": "", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_REGION": "eu-central-1",
          "AWS_SECRET_ACCESS_KEY": secret, "AWS_SESSION_TOKEN": token,
        ])
      #expect(!world.model.keys.isEmpty)
      for key in world.model.keys {
        #expect(key.hasPrefix("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"))
        #expect(key.contains("/eu-central-1/bedrock/aws4_request"))
        #expect(key.contains("x-amz-security-token"))
      }
      let leaks = texts.filter { Self.shows(secret, in: $0.text) || Self.shows(token, in: $0.text) }
      #expect(leaks.map(\.name) == [])
    }
  }

  /// All that two recorded runs leave behind: one that is done, after one that is broken off.
  private static func runs(
    _ world: World, _ environment: [String: String]
  ) async throws -> [(name: String, text: String)] {
    world.model.echoKeys()
    var texts: [(name: String, text: String)] = []
    for (fault, status) in [
      (FakeModel.Fault.trouble(.badKey), 1), (.trouble(.status(500)), 2), (.trouble(.inBody), 2),
      (nil, 0),
    ] as [(FakeModel.Fault?, Int32)] {
      world.model.setFaults(fault.map { ["2407.20001": $0] } ?? [:])
      let outcome = try await world.run(
        World.runWords + ["--record", "tape"], environment: environment)
      #expect(outcome.status == .exit(status), "\(outcome.errors)")
      texts += [("stdout", outcome.output), ("stderr", outcome.errors)]
      texts += try world.files().map { ($0.key, $0.value) }
    }
    // Not because there was nothing to leave a trace in.
    #expect(texts.contains { $0.text.contains("•••") })
    #expect(texts.contains { $0.name.hasPrefix("tape/\(world.model.dialect.kind)/") })
    return texts
  }

  /// True where a text holds the key, as it is or as JSON may write it.
  private static func shows(_ key: String, in text: String) -> Bool {
    text.contains(key) || text.contains(key.replacing("/", with: #"\/"#))
  }
}
