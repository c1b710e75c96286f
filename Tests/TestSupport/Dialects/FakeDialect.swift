package import HTTP
package import Models

/// The server's side of a protocol: reads what a program asks, and writes what a server says.
///
/// Made after the providers' documents and not after the program, so that each checks the other.
package struct FakeDialect: Sendable {
  /// The protocol's name in `digest.json`.
  package let kind: String
  /// What a base URL ends in.
  package let base: String
  /// Where questions to `test-model` go, behind the base.
  package let path: String
  /// The header that carries the key, in lower case.
  package let keyHeader: String
  /// The provider's own variable for the key.
  package let keyVariable: String
  /// Headers that the server insists on, in lower case.
  package var wants: [String] = []
  /// Reads the question in a request's body.
  package let read: @Sendable (JSON) throws -> Asked
  /// Writes a reply.
  package let write: @Sendable (Said) -> JSON
  /// Writes an error with some words, in which the provider may hide what it means.
  package let fail: @Sendable (Trouble, String) -> Failure

  /// All of them.
  package static let all = [openAIChat, openAIResponses, anthropic, gemini, ollama, bedrock]

  /// What a server counts.
  package struct Counts: Sendable, Equatable {
    /// Tokens read, those from and to the cache included.
    package var input: Int
    /// Tokens read from the cache.
    package var cached: Int
    /// Tokens written to the cache.
    package var written: Int
    /// Tokens of the answer, hidden reasoning included.
    package var output: Int
    /// Tokens of hidden reasoning.
    package var reasoning: Int

    /// Counts what a paper may come to, unless told otherwise.
    package init(
      input: Int = 1000, cached: Int = 400, written: Int = 0, output: Int = 200,
      reasoning: Int = 0
    ) {
      (self.input, self.cached, self.written) = (input, cached, written)
      (self.output, self.reasoning) = (output, reasoning)
    }
  }

  /// What the model says.
  package struct Said: Sendable {
    /// How the model came to its end.
    package enum End: Sendable {
      case whole, cut, declined, withheld
    }

    /// The text.
    package var text: String
    /// How the model came to its end.
    package var end = End.whole
    /// What is counted.
    package var counts = Counts()
    /// The model that answers, which is not the one that was asked for.
    package var model = "test-model-snapshot"

    /// Says a text.
    package init(text: String, end: End = .whole, counts: Counts = Counts()) {
      self.text = text
      self.end = end
      self.counts = counts
    }
  }

  /// What goes wrong at a server.
  package enum Trouble: Sendable, Hashable {
    /// Too many requests; the server may say for how many seconds to stay away.
    case busy(seconds: Double? = nil)
    /// More to do than it can.
    case overloaded
    /// The key is wrong, as the provider says it.
    case badKey
    /// No money is left, as the provider says it.
    case exhausted
    /// The question is too long for the model.
    case tooLong
    /// JSON cannot be asked for by a schema, as the provider says it.
    case noSchema
    /// A reply of status 200 that tells of an error.
    case inBody
    /// A bare status.
    case status(Int)
  }

  /// An answer that is no reply.
  package struct Failure: Sendable {
    /// The status.
    package let status: Int
    /// The body.
    package let body: JSON
    /// The headers.
    package var headers: [HTTPHeader] = []
  }
}

extension FakeDialect {
  /// The headers that carry a key in one dialect or another.
  package static let keyHeaders = ["authorization", "x-api-key", "x-goog-api-key"]

  /// What a server has against a request's address and headers; nil where nothing.
  package func objection(to request: LoopbackServer.Request) -> Trouble? {
    let keys = Self.keyHeaders.filter { request.headers[$0] != nil }
    guard keys == [keyHeader] else { return .badKey }
    guard request.path == base + path else { return .status(404) }
    let isWhole = (wants + ["content-type"]).allSatisfy { request.headers[$0] != nil }
    return isWhole ? nil : .status(400)
  }

  /// What a program asks.
  package struct Asked: Sendable {
    /// The instructions.
    package let system: String
    /// The papers.
    package let user: String
    /// How JSON is asked for: `schema`, `object` or `prompt`.
    package let format: String
    /// Tokens that the reply may have.
    package let cap: Int

    /// Throws where a part of the question is not where the protocol has it.
    package init(system: JSON, user: JSON, schema: JSON, object: Bool = false, cap: JSON) throws {
      guard let system = system.words, let user = user.words, let cap = cap.integer else {
        throw NoQuestion()
      }
      self.system = system
      self.user = user
      format = schema["properties"] != .null ? "schema" : object ? "object" : "prompt"
      self.cap = cap
    }
  }

  /// A request that a server of the protocol would not understand.
  private struct NoQuestion: Error {}
}

extension FakeDialect.Trouble {
  /// The delay in the headers of those who name it there.
  package var delayHeaders: [HTTPHeader] {
    guard case .busy(let seconds?) = self else { return [] }
    return seconds < 1
      ? [HTTPHeader("retry-after-ms", "\(Int(seconds * 1000))")]
      : [HTTPHeader("Retry-After", "\(Int(seconds))")]
  }
}

extension JSON {
  /// The text of a message, which may stand in parts.
  var words: String? {
    text ?? (items.isEmpty ? nil : items.compactMap { $0["text"].text }.joined())
  }

  /// The content of the message of a role.
  func content(of role: String) -> JSON {
    items.first { $0["role"].text == role }?["content"] ?? .null
  }
}
