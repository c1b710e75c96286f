import HTTP

extension HTTPError {
  /// True where the request may have reached the server, and been paid for.
  var mayHaveArrived: Bool {
    switch self {
    case .timedOut, .connectionLost, .bodyTooLarge: true
    default: false
    }
  }
}
