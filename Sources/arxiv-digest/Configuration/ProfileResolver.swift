import HTTP
import Models

/// Makes a model profile of `digest.json` and the environment.
struct ProfileResolver {
  /// Where the profiles stand.
  let file: DigestFile
  /// The path of that file, for messages.
  let path: String
  /// The environment, which overrides single values.
  let variables: Variables
  /// False where no request will carry a key.
  let wantsKey: Bool

  /// The profile of a name, with single values replaced by the environment's.
  func profile(named name: String) throws(UsageError) -> ModelProfile {
    guard let entry = file.models[name] else {
      let known = file.models.keys.sorted()
      throw UsageError(
        "\(path): no model profile '\(name)'\(nearest(name, known)); "
          + "known: \(known.joined(separator: ", "))")
    }
    let kind = try kind(variables[.modelKind] ?? entry.kind, profile: name)
    let baseURL = variables[.modelBaseURL] ?? entry.baseURL
    let model = variables[.modelName] ?? entry.model
    let url = try address(baseURL, profile: name)
    var profile = ModelProfile(name: name, kind: kind, model: model, baseURL: baseURL)
    profile.limits = try limits(entry.limits, profile: name)
    // What was said of the profile's own model need not be true of another one.
    if kind.rawValue == entry.kind, baseURL == entry.baseURL, model == entry.model {
      profile.temperature = entry.temperature
      profile.reasoningEffort = entry.reasoningEffort
      profile.prices = entry.prices.map {
        ModelProfile.Prices(
          input: $0.input, cachedInput: $0.cachedInput ?? $0.input, output: $0.output)
      }
    }
    profile.key = try key(of: entry, kind: kind, url: url, profile: name)
    return profile
  }

  private func kind(_ text: String, profile: String) throws(UsageError) -> ModelKind {
    guard let kind = ModelKind(rawValue: text) else {
      let known = ModelKind.allCases.map(\.rawValue)
      throw UsageError(
        "model profile '\(profile)': kind '\(text)' is not available in this version"
          + "\(nearest(text, known)); known: \(known.joined(separator: ", "))")
    }
    return kind
  }

  private func address(_ text: String, profile: String) throws(UsageError) -> HTTPURL {
    guard let url = HTTPURL(text) else {
      throw UsageError(
        "model profile '\(profile)': the base URL '\(text)' is no http or https address")
    }
    guard !text.contains("?"), !text.contains("#") else {
      throw UsageError("model profile '\(profile)': the base URL '\(text)' must not have a query")
    }
    guard !url.hasUserInfo else {
      throw UsageError(
        "model profile '\(profile)': the base URL holds a user name or password; "
          + "put the key into MODEL_API_KEY")
    }
    return url
  }

  private func limits(
    _ entry: Strict<DigestFile.Limits>?, profile: String
  ) throws(UsageError) -> ModelProfile.Limits {
    var limits = ModelProfile.Limits()
    if let value = entry?.outputTokens { limits.outputTokens = value }
    if let value = entry?.outputTokensField { limits.outputTokensField = value }
    if let value = entry?.timeoutSeconds { limits.timeoutSeconds = value }
    if let value = entry?.attempts { limits.attempts = value }
    if let value = entry?.backoffSeconds { limits.backoffSeconds = value }
    let fields = ["max_completion_tokens", "max_tokens"]
    guard fields.contains(limits.outputTokensField) else {
      throw UsageError(
        "\(path): models.\(profile).limits.outputTokensField: '\(limits.outputTokensField)' is not "
          + "one of \(fields.joined(separator: ", "))")
    }
    let isSane =
      limits.outputTokens > 0 && (1...20).contains(limits.attempts)
      && (0.001...3600).contains(limits.timeoutSeconds)
      && (0...600).contains(limits.backoffSeconds)
    guard isSane else {
      throw UsageError(
        "\(path): models.\(profile).limits: a value is out of range (outputTokens from 1, "
          + "attempts 1 to 20, timeoutSeconds to 3600, backoffSeconds to 600)")
    }
    return limits
  }

  private func key(
    of entry: Strict<DigestFile.Profile>, kind: ModelKind, url: HTTPURL, profile: String
  ) throws(UsageError) -> Secret? {
    guard wantsKey else { return nil }
    if let key = variables[.modelAPIKey] { return Secret(key) }
    guard entry.needsKey ?? true else { return nil }
    if let variable = Variable(rawValue: kind.keyVariable), let key = variables[variable] {
      guard url.scheme == "https" || url.isLoopback else {
        throw UsageError(
          "model profile '\(profile)': \(kind.keyVariable) would travel unencrypted to \(url.host); "
            + "use https, or give that server its own key in MODEL_API_KEY")
      }
      return Secret(key)
    }
    // A server on this machine seldom asks for a key; if it does, its answer says so.
    guard !url.isLoopback else { return nil }
    throw UsageError(
      "model profile '\(profile)': no key for \(url.host); set MODEL_API_KEY or "
        + "\(kind.keyVariable) in the environment or in .env (see .env.example)")
  }
}
