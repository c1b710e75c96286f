import JSONText
import Models
import Records

/// A model's reply to one question, with what the drafts made of it need.
struct Answered: Sendable {
  /// One paper of the question, with the provenance of its draft.
  struct Part: Sendable {
    /// The paper.
    let paper: Paper
    /// Earlier replies about it that could not be used; nil where there are none.
    let earlier: [FailedReply]?
    /// How often it has been asked about again; nil where it has not.
    let repairs: Int?
    /// What the draft was made with.
    let provenance: Provenance
  }

  /// The papers that the question was about.
  let parts: [Part]
  /// What came back.
  let reply: ModelReply

  /// The answer in the reply, or why there is none.
  func decode<Answer: JSONReadable>(_ type: Answer.Type) -> Result<Answer, DraftFailure> {
    if let failure = reply.failure { return .failure(failure) }
    do { return .success(try ReplyDecoder.decode(type, from: reply.text)) } catch {
      return .failure(DraftFailure(code: "undecodable-reply", message: error.reason))
    }
  }
}

extension ModelReply {
  /// Why the reply is not whole; nil where it is.
  fileprivate var failure: DraftFailure? {
    switch completeness {
    case .truncated where text.repeatsItself:
      DraftFailure(
        code: "repeating-reply",
        message: "the model repeated itself until the output limit cut it off")
    case .truncated:
      DraftFailure(code: "truncated-reply", message: "the output limit cut the reply off")
    case .refused(let words):
      DraftFailure(code: "refused", message: "the model declined: \(words)")
    case .filtered:
      DraftFailure(code: "filtered", message: "the provider's filter withheld the reply")
    case .complete: nil
    }
  }
}

extension DraftFailure {
  /// The codes of replies that another profile may not refuse.
  static let refusals: Set<String> = ["refused", "filtered"]
  /// The codes of all replies that are not whole.
  static let incomplete = refusals.union(["truncated-reply", "repeating-reply"])
}
