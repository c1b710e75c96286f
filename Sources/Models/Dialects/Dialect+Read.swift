import HTTP
import JSONText

/// The parts of a reply's body that somebody reads; every enumeration in it is open.
protocol ReplyBody: JSONObjectReadable {
  /// Present where a server reports an error with status 200.
  var error: JSON? { get }
  /// What the server counted; nil where it says nothing.
  var tokens: TokenUsage? { get }
}

extension JSONFields {
  /// Reads a field that a reply can do without: one of another type is nil, and spoils nothing.
  ///
  /// The text has been paid for, so a count that cannot be read must not lose it.
  mutating func readIfFit<Value: JSONReadable>(
    _ name: String, as type: Value.Type = Value.self
  ) -> Value? {
    do { return try readIfPresent(name) } catch { return nil }
  }
}

extension Dialect {
  /// The body of a reply.
  ///
  /// Throws `ModelError` for an error status, an error in the body, and a body of another shape.
  static func read<Body: ReplyBody>(
    _ type: Body.Type, from response: HTTPResponse
  ) throws -> Body {
    guard response.status == 200 else { throw ModelError(response) }
    let body: Body
    do {
      // Some servers send blank lines first to keep the connection open.
      body = try Body(json: JSONElement(response.body.drop { $0 <= 0x20 }))
    } catch {
      throw unreadable(response, because: error.sentence)
    }
    if let error = body.error.flatMap(ErrorBody.init(in:)) {
      throw ModelError(error, in: response, usage: body.tokens)
    }
    return body
  }

  /// An answer with status 200 that is no reply, with whatever the server said in its place.
  static func unreadable(_ response: HTTPResponse, because reason: String) -> ModelError {
    let words = ErrorBody(response).message
    return ModelError(
      .unreadable, status: 200, message: words.isEmpty ? "it is empty" : "\(reason): \(words)")
  }
}
