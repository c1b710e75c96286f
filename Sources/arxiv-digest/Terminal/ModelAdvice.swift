import HTTP
import Models

/// What to do about a model that does not answer.
struct ModelAdvice {
  /// The profile that was asked.
  let profile: ModelProfile
  /// The variable that its key comes from.
  let keyVariable: String

  /// The advice; nil where the error itself says what to do.
  func text(for error: any Error) -> String? {
    switch error {
    case let error as ModelError: words(on: error.kind)
    case let error as HTTPError: words(on: error)
    case let failure as ProfileCheck.Failure: words(on: failure)
    default: nil
    }
  }

  /// What to do about an answer that is no reply.
  func words(on kind: ModelError.Kind) -> String {
    switch kind {
    case .badKey:
      "put a valid key into \(keyVariable), in the environment or in .env\(keyHint)"
    case .forbidden:
      "ask the provider to let the key use \(profile.model), or take a model or a region that it may "
        + "use"
    case .unknownModel:
      "look the model's name '\(profile.model)' up at the provider, and check the base URL "
        + "\(address)\(modelHint)"
    case .exhausted:
      "add credit or raise the limit at the provider, or use another profile with --model"
    case .badSetting:
      "take away or change what the profile sets: temperature, reasoningEffort, marksCache, "
        + "limits.outputTokensField or extraBody"
    case .schemaRefused, .boundsRefused, .badGeneration:
      "set structuredOutput of the profile to json_object or to prompt"
    case .tooLong:
      "raise limits.contextTokens or limits.tokensPerMinute of the profile, or take a model that "
        + "reads more"
    case .filtered:
      "the question was harmless; ask the provider about its filter, or use another profile"
    case .rejected:
      "do what the server's words say; most likely it does not take a setting of the profile"
    case .capReached:
      "raise limits.outputTokens of the profile, or lower its reasoningEffort"
    case .rateLimited:
      "wait a minute; a run slows down by itself, and limits.requestsPerMinute tells it from the start"
    case .overloaded, .unavailable:
      isLocal
        ? "the server may still be loading the model; try again in a minute, and look into its log"
        : "try again later, or use another profile with --model"
    case .unreadable:
      "check the base URL \(address): it may be that no server of the kind "
        + "'\(profile.kind.rawValue)' is there"
    case .final:
      "do what the server's words say"
    }
  }

  /// What to do about a reply of no use.
  func words(on failure: ProfileCheck.Failure) -> String {
    switch failure {
    case .truncated: "lower reasoningEffort of the profile, or take a model that thinks less"
    case .refused: words(on: ModelError.Kind.filtered)
    case .misshapen: "set structuredOutput of the profile to another way, or take a larger model"
    }
  }

  /// The base URL without its query.
  var address: String { HTTPURL(profile.baseURL)?.withoutQuery ?? profile.baseURL }

  /// True where the server stands on this machine.
  var isLocal: Bool { HTTPURL(profile.baseURL)?.isLoopback ?? false }

  private var keyHint: String {
    profile.kind == .bedrock
      ? "; access keys go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY" : ""
  }

  private var modelHint: String {
    switch profile.kind {
    case .ollama: "; get the model with: ollama pull \(profile.model)"
    case .bedrock: "; many models want a prefix such as us., eu. or global."
    default: profile.baseURL.contains(".azure.com") ? "; the name is that of the deployment" : ""
    }
  }
}
