import HTTP
import Models

extension Error {
  /// True where the same may well succeed a little later.
  var isPassing: Bool {
    switch self {
    case let error as ModelError: error.kind.isPassing
    case let error as HTTPError: error.isTransient
    default: false
    }
  }
}
