import Foundation

/// A system call that failed.
struct SystemError: Error, CustomStringConvertible {
  private let call: String
  private let code: Int32

  /// Notes the call, and the reason from `errno`.
  init(_ call: String, code: Int32 = errno) {
    self.call = call
    self.code = code
  }

  var description: String { "\(call): \(String(cString: strerror(code)))" }
}
