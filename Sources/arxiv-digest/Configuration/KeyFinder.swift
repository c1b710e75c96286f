import Foundation
import HTTP
import Models

/// Finds the key for a server among the environment's variables.
struct KeyFinder {
  /// The profile as it stands in `digest.json`.
  let entry: ProfileEntry
  /// The dialect.
  let kind: ModelKind
  /// The server's address.
  let url: HTTPURL
  /// Where the keys are.
  let variables: Variables
  /// Where the profile stands, for messages.
  let place: JSONPlace
  /// True for the profile that is asked for, to which `MODEL_API_KEY` belongs; never for one that
  /// stands in for it.
  let isOverridden: Bool
  /// True where the profile's own model is asked at the profile's own address.
  let isItsOwn: Bool

  /// Whether there is a key for a server.
  enum Status: Equatable {
    /// There is one.
    case set
    /// There is none; the variable is the one to set.
    case missing(String)
    /// None is wanted.
    case notNeeded
  }

  /// The variable that holds the key.
  var variable: String {
    usesModelKey ? Variable.modelAPIKey.rawValue : ownVariable
  }

  /// The variable that holds the key where `MODEL_API_KEY` does not.
  var ownVariable: String {
    isSameKind ? entry.keyVariable ?? kind.keyVariable : kind.keyVariable
  }

  /// Where the key comes from, such as `.env:4`; nil where there is none.
  var source: String? {
    variables.source(of: variable)
      ?? accessKeys.flatMap { _ in variables.source(of: Variable.awsAccessKeyID.rawValue) }
  }

  /// True where the server is to get `MODEL_API_KEY`.
  var usesModelKey: Bool { isOverridden && variables[.modelAPIKey] != nil }

  private var isSameKind: Bool { entry.kind == kind.rawValue }

  /// Whether there is a key; says nothing of whether it is right.
  var status: Status {
    if usesModelKey { return .set }
    if isSameKind, entry.needsKey == false { return .notNeeded }
    if variables[named: ownVariable] != nil || accessKeys != nil { return .set }
    // A server on this machine seldom asks for a key; if it does, its answer says so.
    return url.isLoopback ? .notNeeded : .missing(ownVariable)
  }

  /// What the server is to know us by.
  ///
  /// Throws `UsageError` where a key is missing, or would travel in the open.
  func access() throws(UsageError) -> ModelProfile.Access {
    switch status {
    case .notNeeded: return .open
    case .missing(let variable):
      throw UsageError(
        "\(place): no key for \(url.host); set \(isOverridden ? "MODEL_API_KEY or " : "")"
          + "\(variable) in the environment or in .env (see .env.example)")
    case .set:
      let header = isItsOwn ? entry.keyHeader : nil
      if usesModelKey, let key = variables[.modelAPIKey] {
        return .key(Secret(key), header: header)
      }
      try checkTheWay()
      if let key = variables[named: ownVariable] { return .key(Secret(key), header: header) }
      return try signature().map { .signature($0) } ?? .open
    }
  }

  private func checkTheWay() throws(UsageError) {
    guard url.scheme == "https" || url.isLoopback else {
      throw UsageError(
        "\(place): \(ownVariable) would travel unencrypted to \(url.host); use https, or give that "
          + "server its own key in MODEL_API_KEY")
    }
  }

  /// Amazon's access keys, as its own programs name them.
  private var accessKeys: (id: String, secret: String)? {
    guard kind == .bedrock, let id = variables[.awsAccessKeyID],
      let secret = variables[.awsSecretAccessKey]
    else { return nil }
    return (id, secret)
  }

  private func signature() throws(UsageError) -> HTTPRequest.Signature? {
    guard let keys = accessKeys else { return nil }
    // bedrock-runtime.REGION.amazonaws.com
    let labels = url.host.split(separator: ".")
    let region = labels.count > 2 && labels[0].hasPrefix("bedrock") ? String(labels[1]) : nil
    guard let region = region ?? variables[.awsRegion] else {
      throw UsageError("\(place): no region in \(url.host); set AWS_REGION")
    }
    return HTTPRequest.Signature(
      accessKeyID: keys.id, secretKey: Secret(keys.secret),
      sessionToken: variables[.awsSessionToken].map { Secret($0) }, region: region,
      service: "bedrock")
  }
}
