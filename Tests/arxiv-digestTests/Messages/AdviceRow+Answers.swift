import HTTP
import Models

@testable import arxiv_digest

extension AdviceRow {
  private static let key = "put a valid key into A_KEY, in the environment or in .env"
  private static let unknown =
    "look the model's name 'x' up at the provider, and check the base URL "
  private static let format = "set structuredOutput of the profile to json_object or to prompt"
  private static let later = "try again later, or use another profile with --model"
  private static let loading =
    "the server may still be loading the model; try again in a minute, and look into its log"

  /// A server elsewhere has answered, but with no reply.
  static let ofAnswers: [AdviceRow] = [
    AdviceRow(remote, .badKey, key),
    AdviceRow(
      remote, .forbidden,
      "ask the provider to let the key use x, or take a model or a region that it may use"),
    AdviceRow(remote, .unknownModel, unknown + "https://model.example/v1"),
    AdviceRow(
      remote, .exhausted,
      "add credit or raise the limit at the provider, or use another profile with --model"),
    AdviceRow(
      remote, .badSetting,
      "take away or change what the profile sets: temperature, reasoningEffort, marksCache, "
        + "limits.outputTokensField or extraBody"),
    AdviceRow(remote, .schemaRefused, format), AdviceRow(remote, .boundsRefused, format),
    AdviceRow(remote, .badGeneration, format),
    AdviceRow(
      remote, .tooLong,
      "raise limits.contextTokens or limits.tokensPerMinute of the profile, or take a model that "
        + "reads more"),
    AdviceRow(
      remote, .filtered,
      "the question was harmless; ask the provider about its filter, or use another profile"),
    AdviceRow(
      remote, .rejected,
      "do what the server's words say; most likely it does not take a setting of the profile"),
    AdviceRow(
      remote, .capReached,
      "raise limits.outputTokens of the profile, or lower its reasoningEffort"),
    AdviceRow(
      remote, .rateLimited,
      "wait a minute; a run slows down by itself, and limits.requestsPerMinute tells it from the "
        + "start"),
    AdviceRow(remote, .overloaded, later), AdviceRow(remote, .unavailable, later),
    AdviceRow(
      remote, .unreadable,
      "check the base URL https://model.example/v1: it may be that no server of the kind "
        + "'openai-chat' is there"),
    AdviceRow(remote, .final, "do what the server's words say"),
  ]

  /// The same, where the advice is another one for servers of a kind or on this machine.
  static let ofPlaces: [AdviceRow] = [
    AdviceRow(
      amazon, .badKey,
      key + "; access keys go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
    AdviceRow(
      local, .unknownModel,
      unknown + "http://localhost:11434; get the model with: ollama pull x"),
    AdviceRow(
      amazon, .unknownModel,
      unknown
        + "https://bedrock-runtime.us-east-1.amazonaws.com; many models want a prefix such as "
        + "us., eu. or global."),
    AdviceRow(
      azure, .unknownModel,
      unknown + "https://YOUR-RESOURCE.openai.azure.com/v1; the name is that of the deployment"),
    AdviceRow(local, .overloaded, loading), AdviceRow(local, .unavailable, loading),
  ]

  /// A server has replied, but to no use.
  static let ofReplies: [AdviceRow] = [
    AdviceRow(
      remote, ProfileCheck.Failure.truncated(7),
      "lower reasoningEffort of the profile, or take a model that thinks less"),
    AdviceRow(
      remote, ProfileCheck.Failure.refused("no"),
      "the question was harmless; ask the provider about its filter, or use another profile"),
    AdviceRow(
      remote, ProfileCheck.Failure.misshapen("it is empty"),
      "set structuredOutput of the profile to another way, or take a larger model"),
  ]
}
