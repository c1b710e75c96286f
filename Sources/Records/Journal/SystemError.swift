import Foundation

/// Words for what the operating system refused.
package enum SystemError {
  /// The system's own words where Foundation kept them, such as `No space left on device`.
  package static func reason(_ error: any Error) -> String {
    // Foundation puts a sentence before the system's words that says nothing.
    cause(of: error).localizedDescription
      .replacing("The operation could not be completed. ", with: "")
  }

  /// True where nobody is there to read: the reader has gone away, or there never was a file.
  package static func isGone(_ error: any Error) -> Bool {
    let cause = cause(of: error)
    return cause.domain == NSPOSIXErrorDomain && [EPIPE, EBADF].contains(Int32(cause.code))
  }

  private static func cause(of error: any Error) -> NSError {
    var error = error as NSError
    while let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error {
      error = cause as NSError
    }
    return error
  }

  /// The system's words for an `errno`.
  static func reason(code: Int32) -> String {
    reason(POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO))
  }
}
