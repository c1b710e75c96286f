import Foundation
import HTTP
import Testing

@testable import Models

/// A profile and a prompt, with the body that they become.
struct RequestCase: Sendable, CustomTestStringConvertible {
  /// What makes the case worth having.
  let id: String
  /// The profile.
  let profile: ModelProfile
  /// The way of asking for JSON.
  let format: ReplyFormat
  /// The prompt.
  let prompt: Prompt
  /// The whole body.
  let expected: JSON

  var testDescription: String { id }

  /// Describes a case; without a change the profile is a plain one.
  init(
    _ id: String, _ kind: ModelKind, _ format: ReplyFormat = .schema,
    _ schema: ReplySchema = .summary, outputFactor: Int = 1, gives expected: JSON,
    change: (inout ModelProfile) -> Void = { _ in }
  ) {
    self.id = id
    self.format = format
    self.expected = expected
    profile = Self.profile(kind, change: change)
    prompt = Self.prompt(schema, outputFactor: outputFactor)
  }

  /// A profile that names nothing but what it must.
  static func profile(
    _ kind: ModelKind, change: (inout ModelProfile) -> Void = { _ in }
  ) -> ModelProfile {
    var profile = ModelProfile(
      name: "p", kind: kind, model: "some-model", baseURL: "https://models.example")
    change(&profile)
    return profile
  }

  /// A short prompt.
  static func prompt(_ schema: ReplySchema = .summary, outputFactor: Int = 1) -> Prompt {
    Prompt(name: "ask-7", system: "S", user: "U", schema: schema, outputFactor: outputFactor)
  }

  /// The body that the dialect writes.
  func body() throws -> JSON {
    try profile.kind.dialect.request(prompt, format, profile).json()
  }
}

extension HTTPRequest {
  /// The body, read again.
  func json() throws -> JSON {
    guard case .post(let body) = method else { return .null }
    return try JSONDecoder().decode(JSON.self, from: Data(body))
  }
}

extension JSON {
  /// The value with some members more, or other ones; a list of none takes a member away.
  func with(_ members: [String: JSON]) -> JSON {
    merging(.object(members.mapValues { $0 == [] ? .null : $0 }))
  }
}
