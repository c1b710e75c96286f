/// How much a provider takes in one batch.
package struct BatchLimits: Sendable, Equatable {
  /// Questions.
  package var requests: Int
  /// Bytes of the file that is sent.
  package var bytes: Int

  /// Sets the limits.
  package init(requests: Int, bytes: Int) {
    self.requests = requests
    self.bytes = bytes
  }
}
