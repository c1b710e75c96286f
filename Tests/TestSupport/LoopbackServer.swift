/// A small HTTP/1.1 server on 127.0.0.1, for tests of what really goes over a socket.
///
/// Each connection has a thread and is kept alive. The server ends with this object; a handler that
/// holds on to the server would keep it from ending.
package final class LoopbackServer: Sendable {
  /// Decides what a request is answered; called on the connection's thread.
  package typealias Handler = @Sendable (Request) -> Reply

  private let acceptor: Acceptor

  /// The server's address, without a slash at its end.
  package let baseURL: String

  /// Starts a server on a free port.
  package init(_ handler: @escaping Handler) throws {
    let listener = try Socket.listening()
    baseURL = "http://127.0.0.1:\(listener.port)"
    acceptor = try Acceptor(listener, handler)
  }

  /// All requests so far, in the order of their arrival.
  package var requests: [Request] { acceptor.requests }

  /// Connections accepted so far.
  package var connectionCount: Int { acceptor.connectionCount }

  /// Connections that neither side has ended yet.
  package var openConnectionCount: Int { acceptor.openConnectionCount }

  /// Closes every connection, and waits for the threads to end.
  package func stop() {
    acceptor.stop()
  }

  deinit {
    stop()
  }
}
