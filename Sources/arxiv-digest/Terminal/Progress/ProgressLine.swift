import Pipeline

/// The one line that a terminal shows while a stage is under way.
struct ProgressLine: Equatable {
  /// How far the stage is.
  let progress: StageProgress
  /// Now, on the clock that the progress is measured with.
  let time: Duration

  /// The bar is no wider, because a wide one says no more.
  private static let widestBar = 24
  private static let narrowestBar = 8

  /// The line in at most so many columns.
  ///
  /// What matters least goes first where there is no room. The signs are of ASCII, because terminals
  /// of East Asia give others, such as blocks, two columns each.
  func text(columns: Int) -> String {
    let head = "\(progress.stage.rawValue) \(progress.done)/\(progress.total)"
    var parts = details
    while width(head, parts) > columns, let least = parts.map(\.rank).max() {
      parts.removeAll { $0.rank == least }
    }
    let tail = parts.map { "  " + $0.text }.joined()
    let room = columns - width(head, parts) - 1
    guard room >= Self.narrowestBar else { return (head + tail).clipped(toColumns: columns) }
    return "\(progress.stage.rawValue) \(bar(min(room, Self.widestBar))) "
      + "\(progress.done)/\(progress.total)" + tail
  }

  /// What stands behind the count, with the order in which it is given up: the highest first.
  private var details: [(rank: Int, text: String)] {
    let details: [(rank: Int, text: String?)] = [
      (3, ProgressText.rate(progress, at: time)), (0, ProgressText.left(progress, at: time)),
      (2, ProgressText.retries(progress)), (1, ProgressText.cost(progress)),
      (4, ProgressText.oldest(progress, at: time).map { "oldest \($0)" }),
    ]
    return details.compactMap { detail in detail.text.map { (detail.rank, $0) } }
  }

  private func width(_ head: String, _ parts: [(rank: Int, text: String)]) -> Int {
    parts.reduce(head.columns) { $0 + 2 + $1.text.columns }
  }

  /// A bar of so many columns, its brackets included.
  private func bar(_ width: Int) -> String {
    let inner = width - 2
    let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 1
    // Only what is done is full.
    let filled = Int((min(1, max(0, share)) * Double(inner)).rounded(.down))
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "-", count: inner - filled) + "]"
  }
}
