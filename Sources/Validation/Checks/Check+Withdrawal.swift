import Records

extension Check {
  /// The authors have taken the paper back; whatever was written about it is not published.
  static let withdrawal = Check("withdrawn") { manuscript in
    let paper = manuscript.paper
    guard paper.isWithdrawn else { return [] }
    let (field, words) = paper.comment.map { ("comment", $0) } ?? ("abstract", paper.abstract)
    return [(field, "the paper was withdrawn: \(words.prefix(120))")]
  }
}
