import HTTP
import Models
import Testing

@testable import arxiv_digest

/// What a profile's server did, and the exact advice on the line below.
struct AdviceRow: Sendable, CustomTestStringConvertible {
  /// The profile that was asked.
  let profile: ModelProfile
  /// What happened.
  let error: any Error
  /// What to do.
  let text: String

  var testDescription: String { text }

  /// Puts the parts together.
  init(_ profile: ModelProfile, _ error: any Error, _ text: String) {
    self.profile = profile
    self.error = error
    self.text = text
  }

  /// An answer that is no reply.
  init(_ profile: ModelProfile, _ kind: ModelError.Kind, _ text: String) {
    self.init(profile, ModelError(kind, status: 400), text)
  }

  /// All of them.
  static let all = ofAnswers + ofPlaces + ofNetwork + ofReplies

  /// A server elsewhere.
  static let remote = ModelProfile(
    name: "m", kind: .openAIChat, model: "x", baseURL: "https://model.example/v1")
  /// A server on this machine.
  static let local = ModelProfile(
    name: "m", kind: .ollama, model: "x", baseURL: "http://localhost:11434")
  /// A server of Amazon's.
  static let amazon = ModelProfile(
    name: "m", kind: .bedrock, model: "x",
    baseURL: "https://bedrock-runtime.us-east-1.amazonaws.com")
  /// A server of Azure's whose name was not filled in.
  static let azure = ModelProfile(
    name: "m", kind: .openAIChat, model: "x", baseURL: "https://YOUR-RESOURCE.openai.azure.com/v1")
}
