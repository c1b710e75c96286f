import Dispatch
import Foundation

/// Reads what an operator types.
enum TerminalInput {
  /// True where somebody can be asked: both what is typed and what is said is a terminal.
  static var isThere: Bool {
    [FileHandle.standardInput, .standardError].allSatisfy { isatty($0.fileDescriptor) == 1 }
  }

  /// Drops what was typed already: it answers no question that is still to be put.
  static func forget() {
    tcflush(FileHandle.standardInput.fileDescriptor, TCIFLUSH)
  }

  /// The next line that is typed, without its end and blanks; nil where there is no more.
  ///
  /// Throws `CancellationError` at once when the task is cancelled, whatever is typed.
  static func line() async throws -> String? {
    let (parts, part) = AsyncStream.makeStream(of: Data.self)
    let input = FileHandle.standardInput
    let source = DispatchSource.makeReadSource(fileDescriptor: input.fileDescriptor)
    source.setEventHandler { part.yield(input.availableData) }
    source.resume()
    defer { source.cancel() }
    var typed = Data()
    for await data in parts {
      typed += data
      if data.isEmpty || typed.contains(0x0A) { break }
    }
    try Task.checkCancellation()
    guard !typed.isEmpty else { return nil }
    let line = typed.prefix { $0 != 0x0A }
    return String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
