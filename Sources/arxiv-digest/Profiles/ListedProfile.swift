import Models

/// A profile as `arxiv-digest models` shows it.
struct ListedProfile {
  /// The profile, as the environment changes it.
  let profile: ModelProfile
  /// Whether its key is there.
  let key: KeyFinder.Status
  /// What it is used for.
  let uses: [Use]

  /// A stage that asks the profile, or asks it about what another one refuses.
  struct Use: CustomStringConvertible {
    /// The stage's name.
    let stage: String
    /// True where the profile stands in for another one.
    let isFallback: Bool

    var description: String { isFallback ? "\(stage), if need be" : stage }
  }

  /// All profiles of `digest.json` by name.
  ///
  /// Throws `UsageError` for a mistake in any of them, whether it is in use or not.
  static func all(_ settings: Settings) throws(UsageError) -> [ListedProfile] {
    let resolver = ProfileResolver(settings: settings)
    let use = settings.use()
    let stages = [("translate", use.translate), ("summarize", use.summarize)]
    var uses: [String: [Use]] = [:]
    for (stage, name) in stages {
      for (index, member) in try resolver.chain(from: name).enumerated() {
        uses[member.profile.name, default: []].append(Use(stage: stage, isFallback: index > 0))
      }
    }
    var all: [ListedProfile] = []
    for name in settings.file.models.keys.sorted() {
      let isAsked = stages.contains { $0.1 == name }
      let member = try resolver.resolve(name, isOverridden: isAsked)
      all.append(
        ListedProfile(
          profile: member.profile, key: member.keys.status, uses: uses[name] ?? []))
    }
    return all
  }
}

extension KeyFinder.Status: CustomStringConvertible {
  var description: String {
    switch self {
    case .set: "set"
    case .missing(let variable): "missing: \(variable)"
    case .notNeeded: "not needed"
    }
  }
}
