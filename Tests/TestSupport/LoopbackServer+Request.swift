extension LoopbackServer {
  /// A request as it came over the wire.
  package struct Request: Sendable, Equatable {
    /// The verb, such as `GET`.
    package let method: String
    /// The path with the query.
    package let path: String
    /// The headers by their names in lower case; the values of a repeated one are joined by `, `.
    package let headers: [String: String]
    /// The body, byte for byte.
    package let body: [UInt8]
    /// How many requests of the same path came before this one.
    package internal(set) var earlier = 0

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }
  }
}

extension LoopbackServer.Request {
  /// Reads the part of a request that stands before its body; nil where it is not HTTP.
  init?(head: String, body: (_ length: Int) -> [UInt8]?) {
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let name = line[..<colon].lowercased()
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      headers[name] = headers[name].map { "\($0), \(value)" } ?? value
    }
    guard let body = body(headers["content-length"].flatMap { Int($0) } ?? 0) else { return nil }
    method = String(words[0])
    path = String(words[1])
    self.headers = headers
    self.body = body
  }
}
