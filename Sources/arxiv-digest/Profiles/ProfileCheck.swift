import HTTP
import Models

/// Asks one small question, to see whether a profile works.
struct ProfileCheck {
  /// The profile, with its key.
  let profile: ModelProfile
  /// Sends the request once.
  let http: HTTPClient
  /// The prompts: the question is a real one.
  let prompts: PromptBook
  /// Hears of other ways of asking that had to be tried.
  let note: @Sendable (String) -> Void

  /// Why a reply is of no use, though the server gave one.
  enum Failure: Error, Equatable {
    /// The reply is cut off at so many tokens.
    case truncated(Int)
    /// The model declined, in its own words.
    case refused(String)
    /// The reply is not what was asked for.
    case misshapen(String)
  }

  /// Little text is asked for; the rest is for models that think before they write.
  static let outputTokens = 2000

  private static let paper = PromptBook.Paper(
    id: "2407.20021", title: "A Survey of Synthetic Data for Federated Learning", abstract: "")

  /// Sends the question and reads the reply.
  ///
  /// Throws `Failure` for a reply of no use, else what the client throws.
  func run() async throws -> ModelReply {
    var profile = profile
    profile.limits.outputTokens = min(profile.limits.outputTokens, Self.outputTokens)
    profile.limits.attempts = 1
    let server = ModelServer(profile, places: 1, note: note)
    let prompt = prompts.titles(of: [Self.paper], named: "check-\(profile.name)")
    let reply = try await ModelClient.remote(server, http: http).complete(prompt, .idle)
    switch reply.completeness {
    case .complete: break
    case .truncated: throw Failure.truncated(profile.limits.outputTokens)
    case .refused(let words): throw Failure.refused(words)
    case .filtered: throw Failure.refused("its filter withheld the reply")
    }
    try check(reply.text)
    return reply
  }

  private func check(_ text: String) throws {
    let answer: TitlesAnswer
    do { answer = try ReplyDecoder.decode(TitlesAnswer.self, from: text) } catch {
      throw Failure.misshapen(error.reason)
    }
    guard answer.titles.map(\.id) == [Self.paper.id], answer.titles.first?.title.isEmpty == false
    else { throw Failure.misshapen("it is not about the paper that was asked about") }
  }
}

extension ProfileCheck.Failure: CustomStringConvertible {
  var description: String {
    switch self {
    case .truncated(let tokens): "the model came to no end within \(tokens) tokens"
    case .refused(let words): "the model declined\(words.isEmpty ? "" : ": \(words)")"
    case .misshapen(let reason): "the model's reply cannot be used: \(reason)"
    }
  }
}
