import HTTP
import Records

/// Why a source can bring nothing more; what it brought before is delivered.
package struct SourceError: Error, CustomStringConvertible {
  /// The topic that was being read; nil where all are read at once.
  package let topic: String?
  /// What happened.
  package let cause: any Error
  /// True where the source was not asked, because of what happened before in the same run.
  package var isOld = false

  /// Puts an error together.
  package init(topic: String? = nil, cause: any Error) {
    self.topic = topic
    self.cause = cause
  }

  /// The error as this source's own; those of the run and of its files are nobody's but theirs.
  static func about(_ error: any Error, topic: String? = nil) -> any Error {
    switch error {
    case is CancellationError, is RecordError, is SourceError: error
    default: SourceError(topic: topic, cause: error)
    }
  }

  package var description: String {
    let words = (topic.map { "topic \($0): " } ?? "") + "\(cause)"
    return isOld ? "not asked again in this run, after this: \(words)" : words
  }

  /// True where the server refuses or cannot be reached, so that another source may serve.
  package var isRefusal: Bool {
    switch cause {
    case FeedError.busy, FeedError.notAFeed, OAIError.busy: true
    case FeedError.status(let status, _), OAIError.status(let status, _):
      status == 403 || status == 406 || status >= 500
    case let error as HTTPError:
      switch error {
      case .nameNotFound, .unreachable, .timedOut, .connectionLost, .waitTooLong: true
      default: false
      }
    default: false
    }
  }
}
