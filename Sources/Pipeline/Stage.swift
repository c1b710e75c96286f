/// The stages of a digest, in the only order in which they run.
package enum Stage: String, Sendable, CaseIterable, Comparable {
  /// Gets the week's papers from arXiv.
  case fetch
  /// Has titles translated.
  case translate
  /// Has bullets and remarks written.
  case summarize
  /// Judges the drafts.
  case validate
  /// Writes the pages.
  case render

  package static func < (one: Stage, other: Stage) -> Bool {
    one.position < other.position
  }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// This stage and all after it.
  package var andLater: [Stage] { Self.allCases.filter { $0 >= self } }

  /// True for the stages that ask a model.
  package var isPaid: Bool { self == .translate || self == .summarize }
}
