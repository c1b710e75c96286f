/// How questions get to a model.
package enum Lane: String, Sendable, CaseIterable {
  /// One by one, each answered at once.
  case online
  /// Many together, answered in the provider's own time, at the price of a batch.
  case batch
}
