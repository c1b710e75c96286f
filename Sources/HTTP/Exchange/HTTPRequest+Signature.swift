extension HTTPRequest {
  /// The keys that a request to Amazon is signed with (AWS Signature Version 4).
  package struct Signature: Sendable, Equatable {
    /// Names the secret key; no secret itself.
    package let accessKeyID: String
    /// What the signature is made with; never sent.
    package let secretKey: Secret
    /// Sent along where the keys are temporary ones.
    package let sessionToken: Secret?
    /// Where the service runs, such as `eu-central-1`.
    package let region: String
    /// What the keys are to be used for, such as `bedrock`.
    package let service: String

    /// Takes the keys, and what they are to be used for.
    package init(
      accessKeyID: String, secretKey: Secret, sessionToken: Secret? = nil, region: String,
      service: String
    ) {
      self.accessKeyID = accessKeyID
      self.secretKey = secretKey
      self.sessionToken = sessionToken
      self.region = region
      self.service = service
    }
  }
}
