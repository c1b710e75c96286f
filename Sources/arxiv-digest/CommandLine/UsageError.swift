/// Something in the arguments or the configuration that has to be put right first; nothing was done.
struct UsageError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, where, and what would be right.
  let description: String

  /// Says what is wrong, where, and what would be right.
  init(_ description: String) {
    self.description = description
  }
}
