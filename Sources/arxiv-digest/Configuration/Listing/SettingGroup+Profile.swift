import HTTP
import Models

extension SettingGroup {
  /// The profiles that the stages use, those that stand in for them included.
  static func profiles(_ settings: Settings) throws -> [SettingGroup] {
    try ListedProfile.used(settings).map { listed in
      let title =
        "models.\(listed.member.profile.name): \(listed.uses.map(\.description).joined(separator: "; "))"
      return try profile(listed.member, title: title, in: settings)
    }
  }

  private static func profile(
    _ member: ResolvedProfile, title: String, in settings: Settings
  ) throws -> SettingGroup {
    let (profile, keys) = (member.profile, member.keys)
    let place = settings.path["models"][profile.name]
    func value(_ key: String, _ value: String, _ variable: Variable) -> Setting {
      let source = keys.isOverridden ? settings.variables.source(of: variable.rawValue) : nil
      return Setting(place[key].path, value, from: source ?? place[key].source)
    }
    let core = [
      value("kind", profile.kind.rawValue, .modelKind), value("model", profile.model, .modelName),
      value("baseURL", profile.baseURL, .modelBaseURL),
      key(keys, at: place["key"].path),
    ]
    return SettingGroup(
      title: title, prefix: place.path + ".",
      settings: try core + request(member, place) + limits(profile.limits, place["limits"])
        + prices(profile.prices, place["prices"]))
  }

  /// Whether there is a key, and never what it is.
  private static func key(_ keys: KeyFinder, at name: String) -> Setting {
    switch keys.status {
    case .set: Setting(name, "set", from: keys.source ?? Setting.unset)
    case .missing: Setting(name, "\(keys.status)", from: "nowhere")
    case .notNeeded: Setting(name, "not needed")
    }
  }

  private static func request(_ member: ResolvedProfile, _ place: JSONPlace) throws -> [Setting] {
    let (profile, isItsOwn) = (member.profile, member.keys.isItsOwn)
    // What was said of the profile's own model is not said of another one.
    func own(_ key: String, _ value: String) -> Setting {
      isItsOwn ? Setting(place[key], value) : Setting(place[key].path, value)
    }
    let headers = profile.extraHeaders.map(\.name).joined(separator: ", ")
    let fallbacks = member.keys.entry.fallbacks ?? []
    return [
      own("temperature", profile.temperature?.word ?? "not sent"),
      own("reasoningEffort", profile.reasoningEffort ?? "not sent"),
      own("structuredOutput", profile.format.rawValue),
      own("marksCache", profile.marksCache.word),
      own("extraHeaders", headers.isEmpty ? "none" : headers),
      own("extraBody", profile.extraBody == [:] ? "none" : try text(profile.extraBody)),
      Setting(place["fallbacks"], fallbacks.isEmpty ? "none" : fallbacks.joined(separator: ", ")),
    ]
  }

  private static func text(_ json: JSON) throws -> String {
    String(decoding: try json.bytes(), as: UTF8.self)
  }

  private static func limits(_ limits: ModelProfile.Limits, _ place: JSONPlace) -> [Setting] {
    [
      Setting(place["outputTokens"], "\(limits.outputTokens)"),
      Setting(place["outputTokensField"], limits.outputTokensField),
      Setting(place["contextTokens"], "\(limits.contextTokens)"),
      Setting(place["timeoutSeconds"], limits.timeoutSeconds.word),
      Setting(place["deadlineSeconds"], limits.deadlineSeconds.word),
      Setting(place["attempts"], "\(limits.attempts)"),
      Setting(place["backoffSeconds"], limits.backoffSeconds.word),
      Setting(place["requestsPerMinute"], limits.requestsPerMinute?.word ?? "as the server says"),
      Setting(place["tokensPerMinute"], limits.tokensPerMinute?.word ?? "as the server says"),
      Setting(
        place["batchRequests"], limits.batchRequests.map(String.init) ?? "as the provider takes"),
      Setting(place["batchPollSeconds"], limits.batchPollSeconds.word),
      Setting(place["batchGraceSeconds"], limits.batchGraceSeconds.word),
    ]
  }

  private static func prices(_ prices: Prices?, _ place: JSONPlace) -> [Setting] {
    guard let prices else { return [Setting(place.path, "unknown")] }
    return [
      Setting(place["asOf"], prices.asOf), Setting(place["input"], prices.input.word),
      Setting(place["cachedInput"], prices.cachedInput.word),
      Setting(place["cacheWrite"], prices.cacheWrite.word),
      Setting(place["output"], prices.output.word),
    ]
  }
}
