import Records

extension Check {
  /// The authors have taken the paper back; whatever was written about it is not published.
  static let withdrawal = Check("withdrawn") { manuscript in
    guard let (field, words) = manuscript.paper.withdrawal else { return [] }
    return [(field, "the paper was withdrawn: \(words.prefix(120))")]
  }
}
