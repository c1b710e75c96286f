/// Sends requests.
///
/// One operation as a value: the network, a recording and a test's script are all clients, and
/// behaviour is added by wrapping one client in another.
package struct HTTPClient: Sendable {
  /// Sends a request and returns the whole answer, whatever its status.
  ///
  /// Throws `HTTPError` where no answer came and `CancellationError` where the task was cancelled.
  package let send: @Sendable (HTTPRequest) async throws -> HTTPResponse

  /// Makes a client of a function.
  package init(send: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse) {
    self.send = send
  }
}
