package import HTTP

/// A client that gives prepared outcomes in order, and notes what it was asked.
package final class ScriptedClient: Sendable {
  /// What becomes of a request.
  package typealias Outcome = Result<HTTPResponse, HTTPError>

  /// A request for which nothing was prepared.
  package struct EndOfScript: Error, Equatable {}

  private let requestLog = Locked<[HTTPRequest]>([])
  private let outcomes: [Outcome]

  /// Prepares the outcomes.
  package init(_ outcomes: [Outcome]) {
    self.outcomes = outcomes
  }

  /// All requests so far.
  package var requests: [HTTPRequest] { requestLog.withLock { $0 } }

  /// The client.
  package var client: HTTPClient {
    HTTPClient { request in
      let place = self.requestLog.withLock { log in
        log.append(request)
        return log.count - 1
      }
      guard place < self.outcomes.count else { throw EndOfScript() }
      return try self.outcomes[place].get()
    }
  }
}
