import Records

/// Why a folder could not be filled.
struct StarterError: Error, Equatable, CustomStringConvertible {
  /// The file that could not be written.
  let path: String
  /// The system's words.
  let reason: String

  /// Names a file and the system's words.
  init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Takes the system's words from an error of Foundation.
  init(_ path: String, _ error: any Error) {
    self.init(path: path, reason: SystemError.reason(error))
  }

  var description: String {
    "init: \(path) cannot be written: \(reason); mend its permissions, or choose another folder"
  }
}
