import Foundation
import Models

extension StrictlyDecodable {
  /// Reads the file; throws `UsageError` that names the file and the place in it.
  static func read(_ path: String) throws -> Self {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw UsageError(
        FileManager.default.fileExists(atPath: path)
          ? "\(path): cannot be read; check its permissions"
          : "\(path): is missing; copy it from the files that come with the program")
    }
    do { return try JSONDecoder().decode(Strict<Self>.self, from: data).value } catch {
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
