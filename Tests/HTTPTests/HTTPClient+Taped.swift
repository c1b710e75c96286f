import HTTP
import Testing

extension HTTPClient {
  /// A client that records, and whose recording must not fail.
  func taped(in folder: String) -> HTTPClient {
    recording(to: folder) { Issue.record("the recording failed: \($0)") }
  }
}
