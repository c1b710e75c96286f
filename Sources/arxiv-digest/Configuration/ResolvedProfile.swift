import Models

/// A profile without its key, and how to come by that.
struct ResolvedProfile {
  /// The profile, to be shown or opened.
  let profile: ModelProfile
  /// Finds its key.
  let keys: KeyFinder

  /// The profile with its key; throws `UsageError` where there is none, or it would be shown around.
  func opened() throws(UsageError) -> ModelProfile {
    var profile = profile
    profile.access = try keys.access()
    return profile
  }
}
