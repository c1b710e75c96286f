import Foundation

/// Words for what the operating system refused.
package enum SystemError {
  /// The system's own words where Foundation kept them, such as `No space left on device`.
  package static func reason(_ error: any Error) -> String {
    var error = error
    while let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error {
      error = cause
    }
    // Foundation puts a sentence before the system's words that says nothing.
    return (error as NSError).localizedDescription
      .replacing("The operation could not be completed. ", with: "")
  }

  /// The system's words for an `errno`.
  static func reason(code: Int32) -> String {
    reason(POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO))
  }
}
