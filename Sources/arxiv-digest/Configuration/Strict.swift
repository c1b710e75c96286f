/// A JSON object all of whose keys are known by name.
protocol StrictlyDecodable: Decodable, Sendable {
  /// The keys that may stand in the object.
  associatedtype CodingKeys: CodingKey, CaseIterable
}

/// Decodes an object, and refuses keys that nobody reads.
///
/// A misspelt key would otherwise look like a setting and change nothing.
@dynamicMemberLookup
struct Strict<Value: StrictlyDecodable>: Decodable, Sendable {
  /// The object.
  let value: Value

  /// Decodes the object.
  ///
  /// Throws `UnknownField` for a key that is not in its list, and `UnfitNumber` for a number that has
  /// no place in its type.
  init(from decoder: any Decoder) throws {
    let known = Value.CodingKeys.allCases.map(\.stringValue)
    let keys = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
    if let unknown = keys.filter({ !known.contains($0) }).min() {
      throw UnknownField(name: unknown, known: known, path: decoder.codingPath)
    }
    do { value = try Value(from: decoder) } catch {
      // What Foundation throws of a number here has no name, and loses its place on the way up.
      let isNamed = error is DecodingError || error is UnknownField || error is UnfitNumber
      throw isNamed ? error : UnfitNumber(path: decoder.codingPath)
    }
  }

  /// The object's own members, as if it stood here.
  subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member {
    value[keyPath: member]
  }
}

/// A key that nobody reads: a slip of the pen.
struct UnknownField: Error {
  /// The key.
  let name: String
  /// The keys that may stand in its place.
  let known: [String]
  /// Where it stands.
  let path: [any CodingKey]
}

/// A number with a fraction where a whole one is needed, or one that is too large.
struct UnfitNumber: Error {
  /// The object that it stands in.
  let path: [any CodingKey]
}

/// Whatever key stands in an object.
private struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) { nil }
}
