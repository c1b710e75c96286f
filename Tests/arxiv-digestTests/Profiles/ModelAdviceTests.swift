import HTTP
import Models
import Testing

@testable import arxiv_digest

@Suite("Advice on a model that does not answer")
struct ModelAdviceTests {
  private static let remote = ModelProfile(
    name: "m", kind: .openAIChat, model: "x", baseURL: "https://model.example/v1")
  private static let local = ModelProfile(
    name: "m", kind: .ollama, model: "x", baseURL: "http://localhost:11434")
  private static let amazon = ModelProfile(
    name: "m", kind: .bedrock, model: "x",
    baseURL: "https://bedrock-runtime.us-east-1.amazonaws.com")
  private static let azure = ModelProfile(
    name: "m", kind: .openAIChat, model: "x", baseURL: "https://YOUR-RESOURCE.openai.azure.com/v1")

  private func advice(_ profile: ModelProfile, _ error: any Error) -> String? {
    ModelAdvice(profile: profile, keyVariable: "A_KEY").text(for: error)
  }

  @Test(
    "fits the server's answer",
    arguments: [
      (remote, ModelError.Kind.badKey, "put a valid key into A_KEY, in the environment or in .env"),
      (amazon, .badKey, "access keys go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
      (remote, .forbidden, "ask the provider to let the key use x, or take a model or a region"),
      (remote, .unknownModel, "look the model's name 'x' up at the provider"),
      (remote, .unknownModel, "check the base URL https://model.example/v1"),
      (local, .unknownModel, "ollama pull x"), (amazon, .unknownModel, "us., eu. or global."),
      (azure, .unknownModel, "that of the deployment"), (remote, .exhausted, "add credit"),
      (remote, .badSetting, "temperature, reasoningEffort, marksCache"),
      (remote, .schemaRefused, "set structuredOutput"),
      (remote, .boundsRefused, "set structuredOutput"),
      (remote, .badGeneration, "set structuredOutput"), (remote, .tooLong, "raise limits"),
      (remote, .filtered, "ask the provider about its filter"),
      (remote, .rejected, "do what the server's words say"),
      (remote, .capReached, "raise limits.outputTokens"), (remote, .rateLimited, "wait a minute"),
      (remote, .overloaded, "try again later, or use another profile with --model"),
      (local, .overloaded, "may still be loading the model"),
      (remote, .unavailable, "try again later, or use another profile with --model"),
      (local, .unavailable, "may still be loading the model"),
      (remote, .unreadable, "no server of the kind 'openai-chat' is there"),
      (remote, .final, "do what the server's words say"),
    ])
  func answers(profile: ModelProfile, kind: ModelError.Kind, words: String) {
    let text = advice(profile, ModelError(kind, status: 400))
    #expect(text?.contains(words) == true, "\(text ?? "no advice")")
  }

  @Test("is there for every kind of failure", arguments: ModelError.Kind.allCases)
  func complete(kind: ModelError.Kind) {
    for profile in [Self.remote, Self.local, Self.amazon, Self.azure] {
      #expect(advice(profile, ModelError(kind, status: 400))?.isEmpty == false)
    }
  }

  @Test(
    "fits what went wrong on the way",
    arguments: [
      (remote, HTTPError.invalidRequest("x"), "look for blanks and line breaks"),
      (remote, .nameNotFound(host: "a", reason: "b"), "check the server's name in the base URL"),
      (amazon, .nameNotFound(host: "a", reason: "b"), "the region is a part of it"),
      (azure, .nameNotFound(host: "a", reason: "b"), "in the place of YOUR-RESOURCE"),
      (remote, .unreachable(host: "a", reason: "b"), "check the network and its proxy"),
      (local, .unreachable(host: "a", reason: "b"), "is the server running, and at this port?"),
      (local, .unreachable(host: "a", reason: "b"), "ollama serve"),
      (
        remote, .timedOut(host: "a", reason: "b"), "try again later, or raise limits.timeoutSeconds"
      ),
      (local, .timedOut(host: "a", reason: "b"), "may still be loading the model"),
      (remote, .tlsFailed(host: "a", reason: "b"), "SSL_CERT_FILE"),
      (remote, .connectionLost(host: "a", reason: "b"), "try again"),
      (remote, .bodyTooLarge(host: "a", limit: 1), "a model's reply is not that large"),
      (
        remote, .redirectRefused(from: "a", to: "b", reason: "c"),
        "if the new address is the provider's"
      ),
      (remote, .waitTooLong(host: "a", seconds: 1), "use another profile with --model"),
      (remote, .noRecording(name: "a", folder: "b"), "without a recording"),
      (remote, .recordingFailed(file: "a", reason: "b"), "without a recording"),
      (remote, .engine("a"), "install libcurl anew"),
    ])
  func network(profile: ModelProfile, error: HTTPError, words: String) {
    let text = advice(profile, error)
    #expect(text?.contains(words) == true, "\(text ?? "no advice")")
  }

  @Test(
    "fits a reply of no use",
    arguments: [
      (ProfileCheck.Failure.truncated(7), "lower reasoningEffort"),
      (.refused("no"), "ask the provider about its filter"),
      (.misshapen("it is empty"), "set structuredOutput"),
    ])
  func replies(failure: ProfileCheck.Failure, words: String) {
    #expect(advice(Self.remote, failure)?.contains(words) == true)
  }

  @Test("is left out where the error says it")
  func none() {
    #expect(advice(Self.remote, UsageError("no key; set A_KEY")) == nil)
    let text = CheckText(profile: Self.remote, keyVariable: "A_KEY")
    #expect(text.lines(for: UsageError("no key; set A_KEY")) == "m: no key; set A_KEY")
    #expect(
      text.lines(for: ProfileCheck.Failure.misshapen("it is empty"))
        == "m: the model's reply cannot be used: it is empty\n  set structuredOutput of the profile "
        + "to another way, or take a larger model")
  }
}
