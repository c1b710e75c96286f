import Foundation

extension DecodingError {
  /// What is wrong and where, in one sentence.
  var sentence: String {
    switch self {
    case .keyNotFound(let key, let context):
      "the field '\(Self.path(context.codingPath + [key]))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty
        ? "it is no JSON object"
        : "the field '\(Self.path(context.codingPath))' has another type"
    case .dataCorrupted:
      "it is not valid JSON"
    @unknown default:
      "it cannot be decoded"
    }
  }

  /// Where something stands, such as `topics[0].query`; empty for the whole.
  package static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
      guard let index = key.intValue else {
        return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
      }
      return "\(path)[\(index)]"
    }
  }
}
