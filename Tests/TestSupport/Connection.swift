/// One connection of a server, on its thread.
final class Connection {
  private let socket: Socket
  /// What has arrived and is not read yet.
  private var received: [UInt8] = []

  /// Takes over an accepted socket, and leaves closing it to the acceptor.
  init(_ socket: Socket) {
    self.socket = socket
  }

  /// Waits for a request; nil when the client is gone or does not speak HTTP.
  func nextRequest() -> LoopbackServer.Request? {
    let blankLine = Array("\r\n\r\n".utf8)
    var end = received.firstRange(of: blankLine)
    while end == nil {
      guard receive() else { return nil }
      end = received.firstRange(of: blankLine)
    }
    guard let end else { return nil }
    let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
    received.removeSubrange(..<end.upperBound)
    return LoopbackServer.Request(head: head, body: take)
  }

  /// Carries a reply out; false when the connection is to be closed.
  func send(_ reply: LoopbackServer.Reply) -> Bool {
    switch reply {
    case .answer(let status, let headers, let body):
      return socket.send(LoopbackServer.Reply.head(status, headers, body.count) + body)
    case .raw(let bytes):
      _ = socket.send(bytes)
    case .stall(let bytes):
      _ = socket.send(bytes)
      while receive() {}
    }
    return false
  }

  private func take(_ length: Int) -> [UInt8]? {
    while received.count < length {
      guard receive() else { return nil }
    }
    defer { received.removeSubrange(..<length) }
    return Array(received[..<length])
  }

  private func receive() -> Bool {
    let bytes = socket.receive()
    received += bytes
    return !bytes.isEmpty
  }
}
