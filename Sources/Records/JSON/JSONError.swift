/// Why a JSON text is not what it should be.
package enum JSONError: Error, Equatable {
  /// It is not JSON, or says what JSON cannot say, such as half a surrogate pair.
  case invalid
  /// A field of an object is missing; its name without the names around it.
  case missing(String)
  /// A value is of another type; the way to it, such as `["papers", "Index 0", "id"]`.
  case mistyped([String])
  /// A value of the right type means nothing; one sentence.
  case senseless(String)

  /// The same error, seen from a value around the one where it happened.
  func inside(_ step: @autoclosure () -> String) -> JSONError {
    if case .mistyped(let path) = self { return .mistyped([step()] + path) }
    return self
  }
}

extension JSONError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalid: "no valid JSON"
    case .missing(let name): "the field '\(name)' is missing"
    case .mistyped(let path): "the field '\(path.joined(separator: "."))' has another type"
    case .senseless(let sentence): sentence
    }
  }
}
