import HTTP

extension ModelError {
  /// Makes sense of an answer with an error status.
  init(_ response: HTTPResponse) {
    self.init(ErrorBody(response), status: response.status, response: response)
  }

  /// Makes sense of an error in the body of a reply; such a one is the server's unless it says
  /// otherwise, because its model had begun already.
  init(_ error: ErrorBody, in response: HTTPResponse, usage: TokenUsage? = nil) {
    let status = error.status.flatMap { (400...599).contains($0) ? $0 : nil } ?? 500
    self.init(error, status: status, response: response, usage: usage)
  }

  private init(
    _ error: ErrorBody, status: Int, response: HTTPResponse, usage: TokenUsage? = nil
  ) {
    // Bedrock names the error in a header alone.
    let type = response.headers["x-amzn-errortype"]?.split(separator: ":").first.map(String.init)
    let text = ([error.message, type].compactMap(\.self) + error.codes)
      .joined(separator: "\n").lowercased()
    let rule = FailureRule.table.first { $0.fits(status: status, text: text) }
    var kind = rule?.kind ?? .unreadable
    switch response.headers["x-should-retry"] {
    case "false" where kind.isPassing: kind = .final
    case "true" where kind == .rejected: kind = .unavailable
    default: break
    }
    self.init(
      kind, status: status, message: error.message.isEmpty ? type ?? "" : error.message,
      retryAfter: error.retryDelay, usage: usage)
  }
}

extension ModelError.Kind {
  /// True where another way of asking for JSON may do.
  var isAboutFormat: Bool { self == .schemaRefused || self == .boundsRefused }

  /// True where the same request may well succeed a little later.
  package var isPassing: Bool {
    switch self {
    case .rateLimited, .overloaded, .unavailable, .badGeneration, .unreadable: true
    default: false
    }
  }
}
