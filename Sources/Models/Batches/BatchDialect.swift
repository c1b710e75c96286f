import HTTP

/// How one provider's batch API is spoken.
///
/// Pure functions, as a `Dialect` is; the questions in a batch are those of the dialect, word for word.
struct BatchDialect: Sendable {
  /// How much the provider takes in one batch.
  let limits: BatchLimits
  /// One question as it stands in the file: its key, and the body that it would have online.
  let entry: @Sendable (_ key: String, _ body: [UInt8], ModelProfile) -> [UInt8]
  /// What stands before the questions, between them and behind them, so that the file is sent as it is.
  let frame: @Sendable (_ key: String) -> BatchFrame
  /// The requests that make a batch, one after another, each from the answer to the one before.
  ///
  /// Only the last one makes it; until then nothing can be paid for.
  let create:
    [@Sendable (BatchOrder, _ body: [UInt8], HTTPResponse?, ModelProfile) throws -> HTTPRequest]
  /// The batch that the last answer tells of.
  let created: @Sendable (HTTPResponse) throws -> BatchStatus
  /// True where the provider keeps our name of a batch; else its results tell whose it is.
  let keepsKey: Bool
  /// True where the list is known to begin with the newest, so that its end need not be read.
  let listsNewestFirst: Bool
  /// A page of the list of batches; `after` is nil for the first.
  let list: @Sendable (_ after: String?, ModelProfile) throws -> HTTPRequest
  /// The batches on a page, and where the next page begins; nil behind the last.
  let listed: @Sendable (HTTPResponse) throws -> (batches: [BatchStatus], next: String?)
  /// The question how far a batch is.
  let look: @Sendable (_ id: String, ModelProfile) throws -> HTTPRequest
  /// What the provider says of it.
  let status: @Sendable (HTTPResponse) throws -> BatchStatus
  /// The request for one of the files with results, as `BatchStatus.results` names it.
  let results: @Sendable (_ name: String, ModelProfile) throws -> HTTPRequest
  /// What a line of the results says; throws `ModelError` for one that cannot be read.
  let answer: @Sendable (_ line: ArraySlice<UInt8>, ModelProfile) throws -> BatchAnswer
  /// The request that stops a batch.
  let cancel: @Sendable (_ id: String, ModelProfile) throws -> HTTPRequest
}

/// What makes a file of questions.
package struct BatchFrame: Sendable, Equatable {
  /// What stands before the first question.
  package let head: [UInt8]
  /// What stands between two of them.
  package let separator: [UInt8]
  /// What stands behind the last one.
  package let tail: [UInt8]

  /// Puts a frame together.
  package init(head: String = "", separator: String = "\n", tail: String = "\n") {
    self.head = Array(head.utf8)
    self.separator = Array(separator.utf8)
    self.tail = Array(tail.utf8)
  }
}

extension ModelKind {
  /// True where the provider answers in batches as well.
  package var hasBatches: Bool { batchDialect != nil }

  /// The provider's batch API; nil where it has none.
  var batchDialect: BatchDialect? {
    switch self {
    case .openAIChat, .openAIResponses: .openAI
    case .anthropic: .anthropic
    case .gemini: .gemini
    case .ollama, .bedrock: nil
    }
  }
}
