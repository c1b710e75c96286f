extension String {
  /// True where the text ends in the same words over and over, as small models do until they are cut.
  ///
  /// Compares bytes with those one period before, for every period up to 600 bytes; ninety-six
  /// bytes and four times the same count as a loop.
  package var repeatsItself: Bool {
    let bytes = Array(utf8.suffix(6000))
    return (1...600).contains { period in
      let wanted = max(96, period * 3)
      guard bytes.count >= wanted + period else { return false }
      let end = bytes.count
      return (1...wanted).allSatisfy { bytes[end - $0] == bytes[end - $0 - period] }
    }
  }
}
