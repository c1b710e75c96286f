import Foundation

/// `digest.json`: topics, models, and which model each stage takes.
struct DigestFile: Decodable {
  /// One subject of the digest.
  struct TopicEntry: Decodable {
    let slug: String
    let name: String
    let query: String

    init(from decoder: any Decoder) throws {
      let fields = try StrictFields(decoder, known: ["slug", "name", "query"])
      slug = try fields.required("slug")
      name = try fields.required("name")
      query = try fields.required("query")
    }
  }

  /// One way to reach one model.
  struct Profile: Decodable {
    let kind: String
    let model: String
    let baseURL: String
    let needsKey: Bool?
    let temperature: Double?
    let reasoningEffort: String?
    let limits: Limits?
    let prices: Prices?

    init(from decoder: any Decoder) throws {
      let fields = try StrictFields(
        decoder,
        known: [
          "kind", "model", "baseURL", "needsKey", "temperature", "reasoningEffort", "limits",
          "prices",
        ])
      kind = try fields.required("kind")
      model = try fields.required("model")
      baseURL = try fields.required("baseURL")
      needsKey = try fields.optional("needsKey")
      temperature = try fields.optional("temperature")
      reasoningEffort = try fields.optional("reasoningEffort")
      limits = try fields.optional("limits")
      prices = try fields.optional("prices")
    }
  }

  /// Bounds on a request and its answer.
  struct Limits: Decodable {
    let outputTokens: Int?
    let outputTokensField: String?
    let timeoutSeconds: Double?
    let attempts: Int?
    let backoffSeconds: Double?

    init(from decoder: any Decoder) throws {
      let fields = try StrictFields(
        decoder,
        known: [
          "outputTokens", "outputTokensField", "timeoutSeconds", "attempts", "backoffSeconds",
        ])
      outputTokens = try fields.optional("outputTokens")
      outputTokensField = try fields.optional("outputTokensField")
      timeoutSeconds = try fields.optional("timeoutSeconds")
      attempts = try fields.optional("attempts")
      backoffSeconds = try fields.optional("backoffSeconds")
    }
  }

  /// US dollars for a million tokens, on a day.
  struct Prices: Decodable {
    let asOf: String
    let input: Double
    let cachedInput: Double?
    let output: Double

    init(from decoder: any Decoder) throws {
      let fields = try StrictFields(decoder, known: ["asOf", "input", "cachedInput", "output"])
      asOf = try fields.required("asOf")
      input = try fields.required("input")
      cachedInput = try fields.optional("cachedInput")
      output = try fields.required("output")
    }
  }

  /// The profile of each paid stage.
  struct Use: Decodable {
    let translate: String
    let summarize: String

    init(from decoder: any Decoder) throws {
      let fields = try StrictFields(decoder, known: ["translate", "summarize"])
      translate = try fields.required("translate")
      summarize = try fields.required("summarize")
    }
  }

  let contact: String?
  let weekStart: String?
  let topics: [TopicEntry]
  let models: [String: Profile]
  let use: Use

  init(from decoder: any Decoder) throws {
    let fields = try StrictFields(
      decoder, known: ["contact", "weekStart", "topics", "models", "use"])
    contact = try fields.optional("contact")
    weekStart = try fields.optional("weekStart")
    topics = try fields.required("topics")
    models = try fields.required("models")
    use = try fields.required("use")
  }

  /// Reads the file; throws `UsageError` that names the file and the place in it.
  static func read(_ path: String) throws -> DigestFile {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw UsageError("\(path): cannot be read; check its permissions")
    }
    do { return try JSONDecoder().decode(DigestFile.self, from: data) } catch {
      throw UsageError("\(path): \(sentence(for: error))")
    }
  }

  private static func sentence(for error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
        .trimmingPrefix(".").description
    }
    switch error {
    case let error as UnknownField:
      let where_ = place(error.path)
      return "unknown key '\(error.name)'\(where_.isEmpty ? "" : " in \(where_)")"
        + (nearest(error.name, error.known).isEmpty
          ? "; known: \(error.known.sorted().joined(separator: ", "))"
          : nearest(error.name, error.known))
    case DecodingError.keyNotFound(let key, let context):
      return "the key '\(place(context.codingPath + [key]))' is missing"
    case DecodingError.typeMismatch(let type, let context),
      DecodingError.valueNotFound(let type, let context):
      return "the value of '\(place(context.codingPath))' must be a \(type)"
    default:
      let cause = (error as? DecodingError).flatMap { error -> String? in
        guard case .dataCorrupted(let context) = error else { return nil }
        return (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
      }
      return "no valid JSON\(cause.map { ": \($0)" } ?? "")"
    }
  }
}

/// A key that nobody reads: a slip of the pen, which must not look like a setting.
struct UnknownField: Error {
  let name: String
  let known: [String]
  let path: [any CodingKey]
}

/// The fields of a JSON object, of which none may be unknown.
private struct StrictFields {
  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let container: KeyedDecodingContainer<Key>

  init(_ decoder: any Decoder, known: [String]) throws {
    container = try decoder.container(keyedBy: Key.self)
    let unknown = container.allKeys.map(\.stringValue).filter { !known.contains($0) }.min()
    if let unknown { throw UnknownField(name: unknown, known: known, path: decoder.codingPath) }
  }

  func required<Value: Decodable>(_ name: String) throws -> Value {
    try container.decode(Value.self, forKey: Key(stringValue: name))
  }

  func optional<Value: Decodable>(_ name: String) throws -> Value? {
    try container.decodeIfPresent(Value.self, forKey: Key(stringValue: name))
  }
}
