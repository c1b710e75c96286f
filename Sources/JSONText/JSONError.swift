/// Why a JSON text is not what it should be.
@usableFromInline package enum JSONError: Error, Equatable {
  /// It is not JSON, or says what JSON cannot say, such as half a surrogate pair.
  case invalid
  /// A field of an object is missing; the way to it, such as `["papers", "Index 0", "id"]`.
  case missing([String])
  /// A value is of another type; the way to it.
  case mistyped([String])
  /// A value of the right type means nothing; one sentence.
  case senseless(String)

  /// The same error, seen from a value around the one where it happened.
  @usableFromInline package func inside(_ step: @autoclosure () -> String) -> JSONError {
    switch self {
    case .missing(let path): .missing([step()] + path)
    case .mistyped(let path): .mistyped([step()] + path)
    case .invalid, .senseless: self
    }
  }
}

extension JSONError: CustomStringConvertible {
  @usableFromInline package var description: String {
    switch self {
    case .invalid: "no valid JSON"
    case .missing(let path): "the field '\(path.last ?? "")' is missing"
    case .mistyped(let path): "the field '\(path.joined(separator: "."))' has another type"
    case .senseless(let sentence): sentence
    }
  }
}
