/// Why a server gave no reply.
package struct ModelError: Error, Equatable {
  /// Whose fault it is, and so what helps.
  package let kind: Kind
  /// The status of the answer; of an error in a reply's body the one that it names or amounts to.
  package let status: Int
  /// What the server said.
  package let message: String
  /// How long the server asks to be left alone; nil where it says nothing.
  package var retryAfter: Duration?
  /// What the server counted all the same, and so may charge.
  package let usage: TokenUsage?

  /// Puts an error together.
  package init(
    _ kind: Kind, status: Int, message: String = "", retryAfter: Duration? = nil,
    usage: TokenUsage? = nil
  ) {
    self.kind = kind
    self.status = status
    self.message = message
    self.retryAfter = retryAfter
    self.usage = usage
  }

  /// Whose fault a failure is, and so what helps.
  package enum Kind: Sendable, Equatable, CaseIterable {
    // Every other paper would meet the same.

    /// The key is wrong or missing.
    case badKey
    /// The key may not do this, or not from here.
    case forbidden
    /// There is no such model, or nothing at this address.
    case unknownModel
    /// The money or the quota is used up; no waiting of ours cures that.
    case exhausted
    /// The server does not take a value of the profile.
    case badSetting

    // The way of asking for JSON.

    /// The server does not know JSON schema, or not this one.
    case schemaRefused
    /// The server does not know the counts and lengths of the schema.
    case boundsRefused

    // The paper's fault.

    /// The question is longer than the model or the budget takes.
    case tooLong
    /// A filter withheld the question.
    case filtered
    /// The server does not take the question, for a reason that we do not know.
    case rejected
    /// The output limit was reached before there was anything to send.
    case capReached

    // The server's, which passes.

    /// Too many requests or tokens in a short time.
    case rateLimited
    /// The server has more to do than it can.
    case overloaded
    /// The server has some trouble.
    case unavailable
    /// The model wrote something that the server itself could not use.
    case badGeneration
    /// An answer with status 200 that is no reply.
    case unreadable
    /// A failure that the server says not to try again.
    case final
  }

  /// True where every other paper would meet the same: a key, a model name, a quota.
  package var concernsEveryPaper: Bool {
    switch kind {
    case .badKey, .forbidden, .unknownModel, .exhausted, .badSetting, .schemaRefused,
      .boundsRefused:
      true
    default: false
    }
  }

  /// True where the words of the question may be to blame, and a question with fewer may do.
  package var isAboutContent: Bool {
    switch kind {
    case .tooLong, .filtered, .rejected, .badGeneration: true
    default: false
    }
  }

  /// True where another model may well answer the same question.
  package var callsForAnotherModel: Bool { kind == .tooLong || kind == .filtered }
}

extension ModelError: CustomStringConvertible {
  package var description: String {
    let said = message.isEmpty ? "" : ": \(message)"
    return switch kind {
    case .unreadable where status == 200:
      "the answer of the model's server cannot be read\(said)"
    case .tooLong where status == 0: message
    default: "the model's server answered \(status)\(kind.meaning)\(said)"
    }
  }
}

extension ModelError.Kind {
  /// What the failure means and what to do, in brackets; empty where the server's words must do.
  fileprivate var meaning: String {
    switch self {
    case .badKey: " (the key is wrong or missing)"
    case .forbidden: " (the key may not use this model, or not from this region)"
    case .unknownModel: " (no such model or address; see MODEL_NAME and MODEL_BASE_URL)"
    case .exhausted: " (no credit or quota is left)"
    case .badSetting: " (it does not take a value of the model profile)"
    case .schemaRefused, .boundsRefused: " (it does not take the JSON schema)"
    case .tooLong: " (the question is too long)"
    case .filtered: " (its filter withheld the question)"
    case .capReached: " (the output limit was reached before there was an answer)"
    case .rateLimited: " (too many requests)"
    case .overloaded: " (it is overloaded)"
    case .rejected, .unavailable, .badGeneration, .unreadable, .final: ""
    }
  }
}
