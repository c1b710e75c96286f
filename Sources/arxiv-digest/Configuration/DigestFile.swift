import Foundation
import Models

/// `digest.json`: topics, models, and which model each stage takes.
struct DigestFile: StrictlyDecodable {
  /// An address or URL for the `User-Agent`, which arXiv asks for.
  let contact: String?
  /// The day on which weeks begin, in English; Friday where left out.
  let weekStart: String?
  /// The topics, in the order of links and pages.
  let topics: [Strict<TopicEntry>]
  /// The model profiles by name.
  let models: [String: Strict<Profile>]
  /// Which profile each paid stage takes.
  let use: Strict<Use>

  enum CodingKeys: String, CodingKey, CaseIterable {
    case contact, weekStart, topics, models, use
  }

  /// One subject of the digest.
  struct TopicEntry: StrictlyDecodable {
    /// The short name for paths and links.
    let slug: String
    /// The Japanese name that readers see.
    let name: String
    /// What is searched for, in arXiv's grammar.
    let query: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case slug, name, query
    }
  }

  /// One way to reach one model.
  struct Profile: StrictlyDecodable {
    /// The dialect, such as `openai-chat`.
    let kind: String
    /// The model's name as the server knows it.
    let model: String
    /// What stands before the dialect's own path.
    let baseURL: String
    /// False for servers that want no key; true where left out.
    let needsKey: Bool?
    /// Randomness; not sent where left out.
    let temperature: Double?
    /// How much the model may think, in the provider's words; not sent where left out.
    let reasoningEffort: String?
    /// Bounds on a request and its answer.
    let limits: Strict<Limits>?
    /// What tokens cost; the cost is unknown where left out.
    let prices: Strict<Prices>?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case kind, model, baseURL, needsKey, temperature, reasoningEffort, limits, prices
    }
  }

  /// Bounds on a request and its answer.
  struct Limits: StrictlyDecodable {
    /// Tokens that the model may write.
    let outputTokens: Int?
    /// The field that carries `outputTokens`.
    let outputTokensField: String?
    /// Seconds for one request.
    let timeoutSeconds: Double?
    /// Requests for one answer.
    let attempts: Int?
    /// The longest first wait between two of them.
    let backoffSeconds: Double?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case outputTokens, outputTokensField, timeoutSeconds, attempts, backoffSeconds
    }
  }

  /// US dollars for a million tokens, on a day.
  struct Prices: StrictlyDecodable {
    /// The day on which the prices were true.
    let asOf: String
    /// A million tokens read.
    let input: Double
    /// A million tokens read from the cache; as `input` where left out.
    let cachedInput: Double?
    /// A million tokens written.
    let output: Double

    enum CodingKeys: String, CodingKey, CaseIterable {
      case asOf, input, cachedInput, output
    }
  }

  /// The profile of each paid stage.
  struct Use: StrictlyDecodable {
    /// The profile that translates titles.
    let translate: String
    /// The profile that summarizes papers.
    let summarize: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case translate, summarize
    }
  }
}

extension DigestFile {
  /// Reads the file; throws `UsageError` that names the file and the place in it.
  static func read(_ path: String) throws -> DigestFile {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw UsageError("\(path): cannot be read; check its permissions")
    }
    do { return try JSONDecoder().decode(Strict<DigestFile>.self, from: data).value } catch {
      throw UsageError("\(path): \(sentence(for: error))")
    }
  }

  private static func sentence(for error: any Error) -> String {
    switch error {
    case let error as UnknownField:
      let place = DecodingError.path(error.path)
      let hint = nearest(error.name, error.known)
      return "unknown key '\(error.name)'\(place.isEmpty ? "" : " in \(place)")"
        + (hint.isEmpty ? "; known: \(error.known.sorted().joined(separator: ", "))" : hint)
    case DecodingError.keyNotFound(let key, let context):
      return "the key '\(DecodingError.path(context.codingPath + [key]))' is missing"
    case DecodingError.typeMismatch(let type, let context),
      DecodingError.valueNotFound(let type, let context):
      return "the value of '\(DecodingError.path(context.codingPath))' must be \(words(for: type))"
    default:
      let cause = (error as? DecodingError).flatMap { error -> String? in
        guard case .dataCorrupted(let context) = error else { return nil }
        return (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
      }
      return "no valid JSON\(cause.map { ": \($0)" } ?? "")"
    }
  }

  /// What JSON calls a value of a type.
  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text in quotes"
    case is Bool.Type: "true or false"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    default: "an object or a list, as in the shipped file"
    }
  }
}
