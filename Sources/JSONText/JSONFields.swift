/// The fields of one JSON object, asked for by name.
///
/// Cheapest where they are asked for in the order in which they stand, as our own writer keeps one.
@usableFromInline package struct JSONFields {
  private let map: JSONMap
  /// The places of the first name, and behind the last value.
  private let range: Range<Int>
  /// Names before this place were asked for before, each by another name than those behind: so where
  /// a name stands twice, the first counts.
  private var known: Int

  /// Opens an object; throws where it is none, or a name in it is no text.
  @usableFromInline package init(_ element: JSONElement) throws(JSONError) {
    guard element.place.kind == .object else { throw .mistyped([]) }
    map = element.map
    range = element.index + 1..<element.place.end
    known = range.lowerBound
    var place = range.lowerBound
    while place < range.upperBound {
      if map.places[place].kind != .plain { _ = try JSONElement(map: map, index: place).text() }
      place = map.next(after: place + 1)
    }
  }

  /// Reads a field; throws where it is missing, or holds no such value.
  @inlinable package mutating func read<Value: JSONReadable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(JSONError) -> Value {
    guard let element = find(name) else { throw .missing([name]) }
    do { return try Value(json: element) } catch { throw error.inside(name) }
  }

  /// Reads a field; nil where it is missing or null.
  ///
  /// Throws where it holds something else.
  @inlinable package mutating func readIfPresent<Value: JSONReadable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(JSONError) -> Value? {
    guard let element = find(name), !element.isNull else { return nil }
    do { return try Value(json: element) } catch { throw error.inside(name) }
  }

  /// Calls `body` with the name and the value of every field, in their order.
  package func forEach(
    _ body: (String, JSONElement) throws(JSONError) -> Void
  ) throws(JSONError) {
    var place = range.lowerBound
    while place < range.upperBound {
      let name = try JSONElement(map: map, index: place).text()
      try body(name, JSONElement(map: map, index: place + 1))
      place = map.next(after: place + 1)
    }
  }

  /// From now on texts are only looked at: each comes out empty, or throws as it would.
  package func onlyCheck() { map.onlyChecks = true }

  /// The value of a field; nil where there is none of this name.
  @usableFromInline mutating func find(_ name: String) -> JSONElement? {
    guard
      let place = map.field(name, in: known..<range.upperBound)
        ?? map.field(name, in: range.lowerBound..<known)
    else { return nil }
    if place == known { known = map.next(after: place + 1) }
    return JSONElement(map: map, index: place + 1)
  }
}

extension JSONMap {
  /// The place of a name among those of an object's fields; nil where it is none of them.
  fileprivate func field(_ name: String, in range: Range<Int>) -> Int? {
    let wanted = name.utf8.span
    var place = range.lowerBound
    while place < range.upperBound {
      let text = places[place]
      if text.kind != .plain {
        // `init` has read every such name once, and has thrown for one that cannot be.
        if (try? JSONElement(map: self, index: place).text()) == name { return place }
      } else if text.end - text.start == wanted.count, isText(wanted, at: text.start) {
        return place
      }
      place = next(after: place + 1)
    }
    return nil
  }

  private func isText(_ text: Span<UInt8>, at start: Int) -> Bool {
    let first = bytes.startIndex + start
    for place in text.indices where bytes[first + place] != text[place] { return false }
    return true
  }
}
