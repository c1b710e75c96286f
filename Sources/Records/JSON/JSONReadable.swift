package import Foundation

/// What can be made of a JSON value.
package protocol JSONReadable {
  /// Reads a value; throws `JSONError` where it is of another type, or means nothing.
  init(json: JSONElement) throws(JSONError)
}

/// What can be made of a JSON object.
package protocol JSONObjectReadable: JSONReadable {
  /// Reads fields; throws `JSONError` where one is missing or unfit.
  init(from fields: inout JSONFields) throws(JSONError)
}

extension JSONObjectReadable {
  package init(json: JSONElement) throws(JSONError) {
    var fields = try JSONFields(json)
    try self.init(from: &fields)
  }
}

extension String: JSONReadable {
  package init(json: JSONElement) throws(JSONError) { self = try json.text() }
}

extension Int: JSONReadable {
  package init(json: JSONElement) throws(JSONError) { self = try json.number().whole() }
}

extension Double: JSONReadable {
  package init(json: JSONElement) throws(JSONError) { self = try json.number().double() }
}

extension Bool: JSONReadable {
  package init(json: JSONElement) throws(JSONError) {
    switch json.place.kind {
    case .yes: self = true
    case .no: self = false
    default: throw .mistyped([])
    }
  }
}

extension Date: JSONReadable {
  package init(json: JSONElement) throws(JSONError) {
    if json.place.kind == .plain, let date = Date(plainISO8601: json.bytes) {
      self = date
      return
    }
    let text = try json.text()
    // Foundation's words for a date that is none are of no use to whoever mends the line.
    guard let date = try? Date(text, strategy: .iso8601) else {
      throw .senseless("Expected date string to be ISO8601-formatted.")
    }
    self = date
  }
}

extension Array: JSONReadable where Element: JSONReadable {
  package init(json: JSONElement) throws(JSONError) {
    guard json.place.kind == .array else { throw .mistyped([]) }
    self = []
    var place = json.index + 1
    while place < json.place.end {
      let item = JSONElement(map: json.map, index: place)
      do { append(try Element(json: item)) } catch { throw error.inside("Index \(count)") }
      place = json.map.next(after: place)
    }
  }
}

extension JSONReadable where Self: RawRepresentable, RawValue == String {
  /// Reads one of some words.
  package init(json: JSONElement) throws(JSONError) {
    let text = try json.text()
    guard let value = Self(rawValue: text) else {
      throw .senseless("Cannot initialize \(Self.self) from invalid String value \(text)")
    }
    self = value
  }
}
