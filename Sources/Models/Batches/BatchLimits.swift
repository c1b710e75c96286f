/// How much a provider takes in one batch.
package struct BatchLimits: Sendable, Equatable {
  /// Questions.
  package var requests: Int
  /// Bytes of the file that is sent.
  package var bytes: Int
  /// Seconds after which a batch has ended by the provider's own word, and some hours of grace.
  package var seconds: Double

  /// Sets the limits.
  package init(requests: Int, bytes: Int, seconds: Double) {
    self.requests = requests
    self.bytes = bytes
    self.seconds = seconds
  }
}
