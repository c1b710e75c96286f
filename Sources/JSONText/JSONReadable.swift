/// What can be made of a JSON value.
///
/// It and what reads lists and objects of it are open to the compiler in other modules, so that they
/// are made for each type there: called by tables, they would take twice as long.
@usableFromInline package protocol JSONReadable {
  /// Reads a value; throws `JSONError` where it is of another type, or means nothing.
  init(json: JSONElement) throws(JSONError)
}

/// What can be made of a JSON object.
@usableFromInline package protocol JSONObjectReadable: JSONReadable {
  /// Reads fields; throws `JSONError` where one is missing or unfit.
  init(from fields: inout JSONFields) throws(JSONError)
}

extension JSONObjectReadable {
  @inlinable package init(json: JSONElement) throws(JSONError) {
    var fields = try JSONFields(json)
    try self.init(from: &fields)
  }
}

extension String: JSONReadable {
  @usableFromInline
  package init(json: JSONElement) throws(JSONError) {
    guard json.map.onlyChecks else {
      self = try json.text()
      return
    }
    try json.checkText()
    self = ""
  }
}

extension Int: JSONReadable {
  @usableFromInline package init(json: JSONElement) throws(JSONError) {
    self = try json.number().whole()
  }
}

extension Double: JSONReadable {
  @usableFromInline package init(json: JSONElement) throws(JSONError) {
    self = try json.number().double()
  }
}

extension Bool: JSONReadable {
  @usableFromInline package init(json: JSONElement) throws(JSONError) {
    switch json.place.kind {
    case .yes: self = true
    case .no: self = false
    default: throw .mistyped([])
    }
  }
}

extension Array: JSONReadable where Element: JSONReadable {
  @inlinable package init(json: JSONElement) throws(JSONError) {
    self = []
    var items = try json.items()
    while let item = items.next() {
      do { append(try Element(json: item)) } catch { throw error.inside("Index \(count)") }
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
