import Records
import Synchronization
import Validation

/// Judges drafts, each as often as it changes: a run asks about the same one many times.
final class Judge: Sendable {
  private struct Key: Hashable {
    let id: ArXivID
    /// A title and a summary are judged apart.
    let isTitle: Bool
  }

  private let validator: Validator
  private let known = Mutex<[Key: (manuscript: Manuscript, errors: [Finding])]>([:])

  /// Judges by the rules of a validator.
  init(_ validator: Validator) {
    self.validator = validator
  }

  /// What validation would withhold the texts of a manuscript for.
  func errors(in manuscript: Manuscript) -> [Finding] {
    let key = Key(id: manuscript.paper.id, isTitle: !manuscript.lacksTitle)
    if let known = known.withLock({ $0[key] }), known.manuscript == manuscript {
      return known.errors
    }
    let errors = validator.errors(in: manuscript)
    known.withLock { $0[key] = (manuscript, errors) }
    return errors
  }
}
