import HTTP
import Models
import TestSupport
import Testing

/// The server's side of a protocol: reads what a program asks, and writes what a server says.
///
/// Made after the providers' documents and not after the program, so that each checks the other.
struct FakeDialect: Sendable {
  /// The protocol's name in `digest.json`.
  let kind: String
  /// What a base URL ends in.
  let base: String
  /// Where questions to `test-model` go, behind the base.
  let path: String
  /// The header that carries the key, in lower case.
  let keyHeader: String
  /// The provider's own variable for the key.
  let keyVariable: String
  /// Headers that the server insists on, in lower case.
  var wants: [String] = []
  /// Reads the question in a request's body.
  let read: @Sendable (JSON) throws -> Asked
  /// Writes a reply.
  let write: @Sendable (Said) -> JSON
  /// Writes an error with some words, in which the provider may hide what it means.
  let fail: @Sendable (Trouble, String) -> Failure

  /// All of them.
  static let all = [openAIChat, openAIResponses, anthropic, gemini, ollama, bedrock]

  /// What a server counts.
  struct Counts: Sendable, Equatable {
    /// Tokens read, those from and to the cache included.
    var input = 1000
    /// Tokens read from the cache.
    var cached = 400
    /// Tokens written to the cache.
    var written = 0
    /// Tokens of the answer, hidden reasoning included.
    var output = 200
    /// Tokens of hidden reasoning.
    var reasoning = 0
  }

  /// What the model says.
  struct Said: Sendable {
    /// How the model came to its end.
    enum End: Sendable {
      case whole, cut, declined, withheld
    }

    /// The text.
    var text: String
    /// How the model came to its end.
    var end = End.whole
    /// What is counted.
    var counts = Counts()
    /// The model that answers, which is not the one that was asked for.
    var model = "test-model-snapshot"
  }

  /// What goes wrong at a server.
  enum Trouble: Sendable, Hashable {
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
  struct Failure: Sendable {
    /// The status.
    let status: Int
    /// The body.
    let body: JSON
    /// The headers.
    var headers: [HTTPHeader] = []
  }
}

extension FakeDialect: CustomTestStringConvertible {
  var testDescription: String { kind }
}

extension FakeDialect {
  /// The headers that carry a key in one dialect or another.
  static let keyHeaders = ["authorization", "x-api-key", "x-goog-api-key"]

  /// What a server has against a request's address and headers; nil where nothing.
  func objection(to request: LoopbackServer.Request) -> Trouble? {
    let keys = Self.keyHeaders.filter { request.headers[$0] != nil }
    guard keys == [keyHeader] else { return .badKey }
    guard request.path == base + path else { return .status(404) }
    let isWhole = (wants + ["content-type"]).allSatisfy { request.headers[$0] != nil }
    return isWhole ? nil : .status(400)
  }

  /// What a program asks.
  struct Asked: Sendable {
    /// The instructions.
    let system: String
    /// The papers.
    let user: String
    /// How JSON is asked for: `schema`, `object` or `prompt`.
    let format: String
    /// Tokens that the reply may have.
    let cap: Int

    /// Throws where a part of the question is not where the protocol has it.
    init(system: JSON, user: JSON, schema: JSON, object: Bool = false, cap: JSON) throws {
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
  var delayHeaders: [HTTPHeader] {
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
