import Foundation
import TestSupport
import Testing

@testable import Models

/// What a provider's own examples name is what our requests may name.
@Suite("The shape of requests")
struct RequestShapeTests {
  @Test("no request names a field that the protocol does not have", arguments: ModelKind.allCases)
  func fields(kind: ModelKind) throws {
    let known = try Self.fixtures(kind).map(\.paths).reduce(Set()) { $0.union($1) }
    #expect(!known.isEmpty)
    for profile in Self.profiles(kind) {
      for format in kind.dialect.formats {
        for schema in [ReplySchema.summary, .titles] {
          let request = try kind.dialect.request(RequestCase.prompt(schema), format, profile)
          let names = Set(try request.json().paths)
          #expect(names.subtracting(known).sorted() == [])
        }
      }
    }
  }

  @Test("a field with another name or type would be found")
  func misspelt() {
    let known: JSON = ["a": [["b": 1]], "c": "x"]
    #expect(
      Set(known.paths) == [": object", ".a: list", ".a[]: object", ".a[].b: number", ".c: text"])
    let other: JSON = ["a": [["b": true]], "C": "x"]
    #expect(Set(other.paths).subtracting(known.paths) == [".a[].b: bool", ".C: text"])
  }

  private static func profiles(_ kind: ModelKind) -> [ModelProfile] {
    let plain = RequestCase.profile(kind) { $0.limits.outputTokensField = "max_tokens" }
    let full = RequestCase.profile(kind) {
      $0.temperature = 0.5
      $0.marksCache = true
    }
    // Each dialect's own words for little and for no thinking.
    let efforts = kind == .gemini ? ["low", "0"] : ["high", "none"]
    return [plain, full]
      + efforts.map { effort in
        var profile = full
        profile.reasoningEffort = effort
        return profile
      }
  }

  private static func fixtures(_ kind: ModelKind) throws -> [JSON] {
    let folder = "models/\(kind.rawValue)"
    return try FileManager.default.contentsOfDirectory(atPath: Fixture.path(folder))
      .filter { $0.hasPrefix("request-") }
      .map {
        try JSONDecoder().decode(JSON.self, from: Data(Fixture.bytes("\(folder)/\($0)")))
      }
  }
}

extension JSON {
  /// Every place in the value with the type of what stands there, such as `.messages[].role: text`.
  fileprivate var paths: [String] {
    switch self {
    case .null: [": null"]
    case .bool: [": bool"]
    case .integer, .number: [": number"]
    case .text: [": text"]
    case .list(let items): [": list"] + items.flatMap(\.paths).map { "[]" + $0 }
    case .object(let members):
      [": object"]
        + members.flatMap { key, value in value.paths.map { ".\(key)\($0)" } }
    }
  }
}
