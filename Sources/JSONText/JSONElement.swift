/// One value of a JSON text, not read yet.
@usableFromInline package struct JSONElement {
  /// The text.
  let map: JSONMap
  /// The number of its place in the map.
  let index: Int

  /// What it is, and where.
  var place: JSONMap.Place { map.places[index] }

  /// Takes the whole of a text; throws `JSONError.invalid` where it is not JSON.
  package init(_ bytes: ArraySlice<UInt8>) throws(JSONError) {
    self.init(map: try JSONMap(bytes), index: 0)
  }

  /// Takes a place of a map.
  init(map: JSONMap, index: Int) {
    self.map = map
    self.index = index
  }

  /// What kinds of value there are.
  package enum Form { case object, array, text, number, yes, no, null }

  /// What kind of value it is.
  package var form: Form {
    switch place.kind {
    case .object: .object
    case .array: .array
    case .plain, .unicode, .escaped: .text
    case .number: .number
    case .yes: .yes
    case .no: .no
    case .null: .null
    }
  }

  /// True for a value that stands for none.
  @usableFromInline package var isNull: Bool { place.kind == .null }

  /// The bytes of a text without escapes, or of a number.
  var bytes: ArraySlice<UInt8> {
    let start = map.bytes.startIndex
    return map.bytes[start + place.start..<start + place.end]
  }

  /// The bytes of a text of printable ASCII characters, as they stand; nil for every other value.
  package var plainBytes: ArraySlice<UInt8>? { place.kind == .plain ? bytes : nil }

  /// The text; throws where it is none, or cannot be one.
  package func text() throws(JSONError) -> String {
    switch place.kind {
    // Nothing in it can be wrong; to be told so takes longer.
    case .plain: return String(decoding: bytes, as: UTF8.self)
    case .unicode: return try Self.text(of: bytes)
    case .escaped: return try Self.text(of: JSONEscapes.resolve(bytes)[...])
    default: throw .mistyped([])
    }
  }

  /// Throws where it is no text, or cannot be one.
  func checkText() throws(JSONError) {
    switch place.kind {
    case .plain: return
    case .unicode: break
    case .escaped: try JSONEscapes.check(bytes)
    default: throw .mistyped([])
    }
    // No escape stands in for a part of a character.
    do { _ = try UTF8Span(validating: bytes.span) } catch { throw .invalid }
  }

  private static func text(of bytes: ArraySlice<UInt8>) throws(JSONError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalid }
    return text
  }

  /// The number; throws where it is none, or none of JSON.
  package func number() throws(JSONError) -> JSONNumber {
    guard place.kind == .number else { throw .mistyped([]) }
    return try JSONNumber(bytes)
  }
}
