/// The values of one JSON array, one after the other.
@usableFromInline package struct JSONItems {
  private let map: JSONMap
  private var place: Int
  private let end: Int

  /// Begins before the first value; throws where an element is no array.
  init(_ element: JSONElement) throws(JSONError) {
    guard element.place.kind == .array else { throw .mistyped([]) }
    map = element.map
    place = element.index + 1
    end = element.place.end
  }

  /// The next value; nil behind the last.
  @usableFromInline package mutating func next() -> JSONElement? {
    guard place < end else { return nil }
    defer { place = map.next(after: place) }
    return JSONElement(map: map, index: place)
  }
}

extension JSONElement {
  /// The values of an array; throws where it is none.
  @usableFromInline package func items() throws(JSONError) -> JSONItems { try JSONItems(self) }
}
