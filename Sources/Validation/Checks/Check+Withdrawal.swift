import Records

extension Check {
  /// The authors have taken the paper back; whatever was written about it is not published.
  static let withdrawal = Check("withdrawn") { reading in
    guard let (field, words) = reading.paper.withdrawal else { return [] }
    return [Problem(field, "the paper was withdrawn: \(words.prefix(120))")]
  }
}
