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
  let models: [String: Strict<ProfileEntry>]
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
  /// The environment variables that profiles name for their keys.
  var keyVariables: Set<String> { Set(models.values.compactMap { $0.value.keyVariable }) }

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
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "the value of '\(DecodingError.path(context.codingPath))' does not fit: "
        + context.debugDescription
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
