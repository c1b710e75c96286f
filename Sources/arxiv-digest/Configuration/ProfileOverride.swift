import Models

/// Single values that the environment puts in the place of a profile's.
struct ProfileOverride {
  /// The dialect.
  var kind: String?
  /// The model's name.
  var model: String?
  /// The server's address.
  var url: String?

  /// Overrides nothing.
  init() {}

  /// Takes what is set.
  init(_ variables: Variables) {
    kind = variables[.modelKind]
    model = variables[.modelName]
    url = variables[.modelBaseURL]
  }

  /// The address to ask at.
  func baseURL(of entry: ProfileEntry, kind: ModelKind, at place: JSONPlace) throws(UsageError)
    -> String
  {
    if let url { return url }
    guard kind.rawValue != entry.kind else { return entry.baseURL }
    // Another API is not to be had at the old one's address.
    guard let url = kind.publicURL, model != nil else {
      throw UsageError(
        "MODEL_KIND: '\(kind.rawValue)' is another API than that of \(place); say with MODEL_NAME "
          + "and MODEL_BASE_URL which model and which server, or choose a profile with MODEL_PROFILE"
      )
    }
    return url
  }
}
