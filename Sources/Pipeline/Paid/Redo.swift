package import Foundation
package import Records

/// Which papers of a paid stage are asked about anew, although they have an answer.
package struct Redo: Sendable, Equatable {
  /// Papers that are named; they are asked about whatever they have.
  package var ids: Set<ArXivID>
  /// True where papers are meant whose answer would be withheld.
  package var rejected: Bool
  /// True where papers are meant whose question has changed.
  package var stale: Bool
  /// Papers are meant of whose question one of these has changed.
  package var inputs: Set<QuestionInput>
  /// No paper is meant that was asked about at this moment or later; nil where none is left out.
  package var before: Date?

  /// Chooses papers; without any word, all of the job are meant.
  package init(
    ids: Set<ArXivID> = [], rejected: Bool = false, stale: Bool = false,
    inputs: Set<QuestionInput> = [], before: Date? = nil
  ) {
    self.ids = ids
    self.rejected = rejected
    self.stale = stale
    self.inputs = inputs
    self.before = before
  }

  /// True where nothing narrows the papers down.
  private var isAll: Bool { ids.isEmpty && !rejected && !stale && inputs.isEmpty }

  /// True where a paper is meant; `changes` is what of its question has changed since its answer, and
  /// `asked` when it was last asked about: both nil where it has none.
  func means(
    _ id: ArXivID, isRejected: Bool, changes: [QuestionInput]?, asked: Date?
  ) -> Bool {
    if let before, let asked, asked >= before { return false }
    if isAll || ids.contains(id) { return true }
    guard let changes else { return false }
    return rejected && isRejected || stale && !changes.isEmpty
      || !inputs.isDisjoint(with: changes)
  }
}
