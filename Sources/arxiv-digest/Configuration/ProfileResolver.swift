import Foundation
import HTTP
import Models

/// Makes model profiles of `digest.json` and the environment.
struct ProfileResolver {
  /// The profiles, and the environment, which overrides single values of the one that is asked for.
  let settings: Settings

  /// The profile of a name with single values replaced by the environment's, and then those that
  /// stand in for it, as they are in the file.
  func chain(from name: String) throws(UsageError) -> [ResolvedProfile] {
    let first = try resolve(name, isOverridden: true)
    var all = [first]
    for fallback in settings.file.models[name]?.value.fallbacks ?? [] {
      guard fallback != name else {
        throw UsageError(
          "\(place(name)["fallbacks"]): a profile cannot stand in for itself; take '\(name)' away")
      }
      guard !all.contains(where: { $0.profile.name == fallback }) else {
        throw UsageError(
          "\(place(name)["fallbacks"]): '\(fallback)' stands there twice; take one away")
      }
      all.append(try resolve(fallback, isOverridden: false))
    }
    return all
  }

  /// The profile of a name; `isOverridden` where the environment's single values are meant for it.
  func resolve(_ name: String, isOverridden: Bool) throws(UsageError) -> ResolvedProfile {
    guard let entry = settings.file.models[name]?.value else {
      let known = settings.file.models.keys.sorted()
      throw UsageError(
        "\(origin(of: name)): no model profile '\(name)'\(nearest(name, known)); "
          + "known: \(known.joined(separator: ", "))")
    }
    let place = place(name)
    let override = isOverridden ? ProfileOverride(settings.variables) : ProfileOverride()
    let kind = try kind(
      override.kind ?? entry.kind, override.kind.map { _ in "MODEL_KIND" } ?? "\(place["kind"])")
    let baseURL = try override.baseURL(of: entry, kind: kind, at: place)
    let url = try address(
      baseURL, override.url.map { _ in "MODEL_BASE_URL" } ?? "\(place["baseURL"])")
    try entry.checkKey(at: place)
    var profile = ModelProfile(
      name: name, kind: kind, model: override.model ?? entry.model, baseURL: baseURL,
      limits: try entry.limits?.value.limits(at: place["limits"]) ?? ModelProfile.Limits())
    // What was said of the profile's own model need not be true of another one.
    let isItsOwn =
      kind.rawValue == entry.kind && baseURL == entry.baseURL && profile.model == entry.model
    try entry.apply(to: &profile, isItsOwn: isItsOwn, at: place)
    return ResolvedProfile(
      profile: profile,
      keys: KeyFinder(
        entry: entry, kind: kind, url: url, variables: settings.variables, place: place,
        isOverridden: isOverridden, isItsOwn: isItsOwn))
  }

  /// Throws where `MODEL_API_KEY` would go to two servers: it can only be meant for one.
  func checkKeys(of use: DigestFile.Use) throws(UsageError) {
    let translate = try resolve(use.translate, isOverridden: true).keys
    let summarize = try resolve(use.summarize, isOverridden: true).keys
    guard translate.usesModelKey, summarize.usesModelKey, translate.url.host != summarize.url.host
    else { return }
    let own = Set([translate.ownVariable, summarize.ownVariable]).sorted()
    throw UsageError(
      "MODEL_API_KEY: the profiles '\(use.translate)' and '\(use.summarize)' lead to "
        + "\(translate.url.host) and \(summarize.url.host), and one key must not go to both; "
        + "leave it empty, and use the profiles' own \(own.joined(separator: " and "))")
  }

  private func place(_ name: String) -> JSONPlace { settings.path["models"][name] }

  /// Where a name of no profile comes from; the file as a whole where it was typed.
  private func origin(of name: String) -> JSONPlace {
    let (path, use) = (settings.path, settings.file.use)
    if use.translate == name { return path["use"]["translate"] }
    if use.summarize == name { return path["use"]["summarize"] }
    let asking = settings.file.models.first { $0.value.value.fallbacks?.contains(name) ?? false }
    return asking.map { path["models"][$0.key]["fallbacks"] } ?? path
  }

  private func kind(_ text: String, _ place: String) throws(UsageError) -> ModelKind {
    guard let kind = ModelKind(rawValue: text) else {
      let known = ModelKind.allCases.map(\.rawValue)
      throw UsageError(
        "\(place): there is no kind '\(text)'\(nearest(text, known)); "
          + "known: \(known.joined(separator: ", "))")
    }
    return kind
  }

  private func address(_ text: String, _ place: String) throws(UsageError) -> HTTPURL {
    guard let url = HTTPURL(text) else {
      throw UsageError(
        "\(place): '\(text)' is no http or https address; write it as https://HOST/PATH")
    }
    guard !text.contains("#") else {
      throw UsageError("\(place): '\(text)' must not have a fragment; take away what begins with #")
    }
    let query = URLComponents(string: text)?.queryItems?.map(\.name) ?? []
    guard query.allSatisfy({ $0 == "api-version" }) else {
      throw UsageError(
        "\(place): the query may hold api-version alone; a key goes into a variable"
      )
    }
    guard !url.hasUserInfo else {
      throw UsageError(
        "\(place): it holds a user name or password; put the key into MODEL_API_KEY")
    }
    return url
  }
}
