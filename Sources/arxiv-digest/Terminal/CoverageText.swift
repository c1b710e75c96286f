import Records

/// Puts into words what a fetch of a topic brought.
enum CoverageText {
  /// One line for a receipt.
  static func line(_ receipt: Coverage) -> String {
    var parts = [count(receipt)]
    // Of very many only the first reasons are kept.
    let dropped = receipt.dropped.count
    if dropped > 0 { parts.append(dropped > 20 ? "more than 20 left out" : "\(dropped) left out") }
    if receipt.duplicates > 0 { parts.append("\(receipt.duplicates) came again") }
    if receipt.next != nil { parts.append("broken off") }
    let doubts = receipt.doubts.map { "\n  DOUBTFUL: \($0)" }.joined()
    let state = receipt.confirmed ? "confirmed" : "not confirmed"
    return "  \(receipt.id): \(parts.joined(separator: ", ")), \(state)\(doubts)"
  }

  private static func count(_ receipt: Coverage) -> String {
    let papers = ReportText.number(receipt.papers, "paper")
    let pages = ReportText.number(receipt.pages, "page")
    guard receipt.source != "api" else {
      // A search that tells no total has not told of none.
      let isTold = receipt.total > 0 || receipt.parsed == 0
      return papers + (isTold ? " of \(ReportText.number(receipt.total, "hit"))" : "")
        + " on \(pages)"
    }
    return
      "\(papers) among \(ReportText.number(receipt.parsed, "record")) on \(pages) (\(receipt.source))"
  }
}
