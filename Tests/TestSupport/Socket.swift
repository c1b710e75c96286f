import Glibc

/// A TCP socket of this machine; whoever opens it closes it.
struct Socket: Hashable, Sendable {
  private let descriptor: Int32

  /// Listens on a free port of 127.0.0.1.
  static func listening() throws -> Socket {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let socket = Socket(descriptor: Glibc.socket(AF_INET, kind, 0))
    guard socket.descriptor >= 0 else { throw SystemError("socket") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket.descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0, listen(socket.descriptor, 512) == 0 else {
      let error = SystemError("bind or listen")
      socket.close()
      throw error
    }
    return socket
  }

  /// The port that a listening socket was given.
  var port: UInt16 {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        getsockname(descriptor, pointer, &size)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Waits for the next connection; nil once this socket is shut down.
  func accept() -> Socket? {
    while true {
      let accepted = Glibc.accept(descriptor, nil, nil)
      if accepted >= 0 {
        // A child process must not keep a connection open that its parent has closed.
        _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
        return Socket(descriptor: accepted)
      }
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }

  /// Waits for bytes; none when the other side is gone or this one is shut down.
  func receive() -> ArraySlice<UInt8> {
    var bytes = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = recv(descriptor, &bytes, bytes.count, 0)
      if count >= 0 { return bytes[..<count] }
      guard errno == EINTR else { return [] }
    }
  }

  /// Sends all bytes; false when the other side is gone.
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Without the flag, a client that has gone would end the process by SIGPIPE.
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Ends every wait on this socket, in whatever thread.
  func shutDown() {
    _ = shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Gives the socket back; no thread may wait on it any more.
  func close() {
    _ = Glibc.close(descriptor)
  }
}
