import HTTP

/// The threads of a server: one that accepts connections, and one for each of them.
final class Acceptor: Sendable {
  private struct State {
    var requests: [LoopbackServer.Request] = []
    /// How many requests each path has had.
    var counts: [String: Int] = [:]
    var connectionCount = 0
    var open: Set<Socket> = []
    var threads: [JoinableThread] = []
    var isStopped = false
  }

  private let listener: Socket
  private let handler: LoopbackServer.Handler
  private let state = Locked(State())

  /// Starts to accept.
  init(_ listener: Socket, _ handler: @escaping LoopbackServer.Handler) throws {
    self.listener = listener
    self.handler = handler
    let thread = try JoinableThread { [self] in
      while let socket = listener.accept() { serve(socket) }
    }
    state.withLock { $0.threads.append(thread) }
  }

  /// All requests so far.
  var requests: [LoopbackServer.Request] { state.withLock { $0.requests } }

  /// Connections accepted so far.
  var connectionCount: Int { state.withLock { $0.connectionCount } }

  /// Connections that neither side has ended yet.
  var openConnectionCount: Int { state.withLock { $0.open.count } }

  /// Ends the threads; what they wait for ends with their sockets.
  func stop() {
    let wasStopped = state.withLock { state in
      defer { state.isStopped = true }
      for socket in state.open { socket.shutDown() }
      return state.isStopped
    }
    guard !wasStopped else { return }
    listener.shutDown()
    // A thread may have been added by the one that is joined, so look again until none is left.
    while let thread = state.withLock({ $0.threads.popLast() }) { thread.join() }
    listener.close()
  }

  private func serve(_ socket: Socket) {
    state.withLock { state in
      state.connectionCount += 1
      state.open.insert(socket)
      if state.isStopped { socket.shutDown() }
    }
    do {
      let thread = try JoinableThread { [self] in
        let connection = Connection(socket)
        while let request = connection.nextRequest() {
          guard connection.send(handler(note(request))) else { break }
        }
        end(socket)
      }
      state.withLock { $0.threads.append(thread) }
    } catch {
      // The client finds the connection closed, which fails its test with a reason.
      end(socket)
    }
  }

  private func note(_ request: LoopbackServer.Request) -> LoopbackServer.Request {
    state.withLock { state in
      var request = request
      request.earlier = state.counts[request.path, default: 0]
      state.counts[request.path, default: 0] += 1
      state.requests.append(request)
      return request
    }
  }

  /// Closes with the state locked, so that nobody shuts down a socket that took over the number.
  private func end(_ socket: Socket) {
    state.withLock { state in
      state.open.remove(socket)
      socket.close()
    }
  }
}
