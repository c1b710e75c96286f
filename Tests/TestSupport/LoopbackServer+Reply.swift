package import HTTP

extension LoopbackServer {
  /// What the server does about a request.
  package enum Reply: Sendable {
    /// Sends a whole answer with its `Content-Length`, and keeps the connection.
    case answer(status: Int, headers: [HTTPHeader], body: [UInt8])
    /// Sends bytes as they are, and closes.
    case raw([UInt8])
    /// Sends bytes as they are, and then nothing until the client goes or the server stops.
    case stall(after: [UInt8])

    /// Answers with text and status 200.
    package static func text(_ text: String, headers: [HTTPHeader] = []) -> Reply {
      .answer(status: 200, headers: headers, body: Array(text.utf8))
    }

    /// Answers with a status and no body.
    package static func status(_ status: Int, headers: [HTTPHeader] = []) -> Reply {
      .answer(status: status, headers: headers, body: [])
    }

    /// Announces `length` bytes of body, sends fewer, and closes.
    package static func cut(_ body: [UInt8], announcing length: Int) -> Reply {
      .raw(head(200, [], length) + body)
    }

    /// Announces `length` bytes of body, sends fewer, and then nothing.
    package static func stall(_ body: [UInt8], announcing length: Int) -> Reply {
      .stall(after: head(200, [], length) + body)
    }

    /// Sends nothing until the client goes or the server stops.
    package static var stall: Reply { .stall(after: []) }

    /// Closes without a byte.
    package static var hangUp: Reply { .raw([]) }

    /// The status line and the headers of an answer.
    static func head(_ status: Int, _ headers: [HTTPHeader], _ length: Int) -> [UInt8] {
      var text = "HTTP/1.1 \(status) Status\r\nContent-Length: \(length)\r\n"
      for header in headers { text += "\(header.name): \(header.value)\r\n" }
      return Array((text + "\r\n").utf8)
    }
  }
}
