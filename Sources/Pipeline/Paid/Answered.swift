import Foundation
import Models
import Records

/// A model's reply to one question, with what the drafts made of it need.
struct Answered: Sendable {
  /// One paper of the question, with the provenance of its draft.
  struct Part: Sendable {
    /// The paper.
    let paper: Paper
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

extension DraftFailure {
  /// The reply names other papers than the one that was asked about.
  static func wrongID(_ echoed: [String], found: Int) -> DraftFailure {
    let ids = echoed.prefix(20).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    let message =
      found > 1
      ? "the reply answers \(found) times for this paper"
      : echoed.isEmpty ? "the reply names no paper" : "the reply is about \(ids)"
    return DraftFailure(code: "wrong-id", message: message)
  }
}

extension Result where Failure == DraftFailure {
  /// Why there is nothing; nil where there is something.
  var failure: DraftFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

extension ArXivID {
  /// True where a model's echo names this paper; a version after it does no harm.
  func isEchoed(by text: String) -> Bool {
    ArXivID.parse(text.trimmingCharacters(in: .whitespaces))?.id == self
  }
}

extension Paper {
  /// What the prompts see of a paper.
  var forPrompt: PromptBook.Paper {
    PromptBook.Paper(id: id.text, title: title, abstract: abstract)
  }
}
