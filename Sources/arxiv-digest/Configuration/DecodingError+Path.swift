extension DecodingError {
  /// Where something stands, such as `topics[0].query`; empty for the whole.
  static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
      guard let index = key.intValue else {
        return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
      }
      return "\(path)[\(index)]"
    }
  }
}
