import Foundation

/// `digest.json`: topics, models, and which model each stage takes.
struct DigestFile: StrictlyDecodable {
  let contact: String?
  let weekStart: String?
  let topics: [Strict<TopicEntry>]
  let models: [String: Strict<Profile>]
  let use: Strict<Use>

  enum CodingKeys: String, CodingKey, CaseIterable {
    case contact, weekStart, topics, models, use
  }

  /// One subject of the digest.
  struct TopicEntry: StrictlyDecodable {
    let slug: String
    let name: String
    let query: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case slug, name, query
    }
  }

  /// One way to reach one model.
  struct Profile: StrictlyDecodable {
    let kind: String
    let model: String
    let baseURL: String
    let needsKey: Bool?
    let temperature: Double?
    let reasoningEffort: String?
    let limits: Strict<Limits>?
    let prices: Strict<Prices>?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case kind, model, baseURL, needsKey, temperature, reasoningEffort, limits, prices
    }
  }

  /// Bounds on a request and its answer.
  struct Limits: StrictlyDecodable {
    let outputTokens: Int?
    let outputTokensField: String?
    let timeoutSeconds: Double?
    let attempts: Int?
    let backoffSeconds: Double?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case outputTokens, outputTokensField, timeoutSeconds, attempts, backoffSeconds
    }
  }

  /// US dollars for a million tokens, on a day.
  struct Prices: StrictlyDecodable {
    let asOf: String
    let input: Double
    let cachedInput: Double?
    let output: Double

    enum CodingKeys: String, CodingKey, CaseIterable {
      case asOf, input, cachedInput, output
    }
  }

  /// The profile of each paid stage.
  struct Use: StrictlyDecodable {
    let translate: String
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
