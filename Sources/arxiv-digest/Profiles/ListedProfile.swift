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
    let used = try used(settings)
    let uses = Dictionary(used.map { ($0.member.profile.name, $0.uses) }) { $0 + $1 }
    var all: [ListedProfile] = []
    for name in settings.file.models.keys.sorted() {
      let isAsked = [use.translate, use.summarize].contains(name)
      let member = try resolver.resolve(name, isOverridden: isAsked)
      all.append(
        ListedProfile(
          profile: member.profile, key: member.keys.status, uses: uses[name] ?? []))
    }
    return all
  }

  /// The profiles that the stages use, in the order in which they are asked, each with its uses.
  ///
  /// A profile that one stage asks first and that stands in for another is here twice, because only
  /// the first takes single values from the environment. Throws `UsageError` for a mistake in one.
  static func used(
    _ settings: Settings
  ) throws(UsageError) -> [(member: ResolvedProfile, uses: [Use])] {
    let resolver = ProfileResolver(settings: settings)
    let use = settings.use()
    var all: [(member: ResolvedProfile, uses: [Use])] = []
    for (stage, name) in [("translate", use.translate), ("summarize", use.summarize)] {
      for (index, member) in try resolver.chain(from: name).enumerated() {
        let use = Use(stage: stage, isFallback: index > 0)
        let known = all.firstIndex {
          $0.member.profile == member.profile && $0.member.keys.isOverridden == (index == 0)
        }
        if let known { all[known].uses.append(use) } else { all.append((member, [use])) }
      }
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
