/// Why a record or an entry is not taken for a paper.
struct DroppedEntry: Error, Equatable {
  /// What is wrong with it.
  enum Kind: Equatable {
    /// Something of it is missing, or cannot be read.
    case unreadable
    /// The window that was asked for should have kept it out.
    case outside
    /// It stands in the window's last minute, which belongs to the next week.
    case onBorder
  }

  /// One sentence, with the identifier where there is one.
  let reason: String
  /// What is wrong with it.
  var kind = Kind.unreadable
}
