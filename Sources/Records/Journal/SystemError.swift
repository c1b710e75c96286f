import Foundation

/// Words for what the operating system refused.
enum SystemError {
  /// The system's own words where Foundation kept them, such as `No space left on device`.
  static func reason(_ error: any Error) -> String {
    var error = error as NSError
    while let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError { error = cause }
    if error.domain == NSPOSIXErrorDomain { return reason(code: Int32(error.code)) }
    return (error.userInfo[NSLocalizedDescriptionKey] as? String) ?? "\(error.domain) \(error.code)"
  }

  /// The system's words for an `errno`.
  static func reason(code: Int32) -> String {
    POSIXErrorCode(rawValue: code).map { POSIXError($0).localizedDescription } ?? "error \(code)"
  }
}
