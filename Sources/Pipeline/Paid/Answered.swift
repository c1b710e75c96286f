import Foundation
import Models
import Records

/// A model's reply to one question, with what the drafts made of it need.
struct Answered: Sendable {
  /// One paper of the question, with the provenance of its draft.
  struct Part: Sendable {
    /// The paper.
    let paper: Paper
    /// Earlier replies about it that held nothing to judge.
    let earlier: [FailedReply]
    /// What the draft was made with.
    let provenance: Provenance
  }

  /// The papers that the question was about.
  let parts: [Part]
  /// What came back.
  let reply: ModelReply

  /// The answer in the reply, or why there is none.
  func decode<Answer: Decodable>(_ type: Answer.Type) -> Result<Answer, DraftFailure> {
    switch reply.completeness {
    case .truncated where reply.text.repeatsItself:
      return .failure(
        DraftFailure(
          code: "repeating-reply",
          message: "the model repeated itself until the output limit cut it off"))
    case .truncated:
      return .failure(
        DraftFailure(code: "truncated-reply", message: "the output limit cut the reply off"))
    case .refused(let words):
      return .failure(DraftFailure(code: "refused", message: "the model declined: \(words)"))
    case .filtered:
      return .failure(
        DraftFailure(code: "filtered", message: "the provider's filter withheld the reply"))
    case .complete: break
    }
    do { return .success(try ReplyDecoder.decode(type, from: reply.text)) } catch {
      let reason = (error as? ReplyError)?.reason ?? "\(error)"
      return .failure(DraftFailure(code: "undecodable-reply", message: reason))
    }
  }
}
