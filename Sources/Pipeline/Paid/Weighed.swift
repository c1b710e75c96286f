import Records

/// A paper with its draft, judged once: what a paid stage makes of it.
struct Weighed<Output: Draft>: Sendable {
  /// The paper.
  let paper: Paper
  /// What is on disk about it; nil where there is nothing.
  let draft: Output?
  /// What validation would withhold the draft for; empty where there is none.
  let errors: [Finding]
  /// What of the draft's question would be another one today; empty where there is none.
  let changes: [QuestionInput]
  /// True where a person has written all that the stage would ask for.
  let isByHand: Bool
  /// Why the paper cannot be asked about; nil where it can.
  let obstacle: String?
  /// True where the draft is a refusal and there is another profile to ask.
  let isHandedOn: Bool
  /// Whose turn it was when the draft was written.
  let turn: Int
  /// How often the stage asks about a paper again.
  let repairs: Int

  /// True where the draft answers another question than would be asked now.
  var isStale: Bool { !changes.isEmpty }

  /// True where the paper has no text that could be published, neither by hand nor a model's.
  var needsAnswer: Bool { !isByHand && (draft == nil || !errors.isEmpty) }

  /// True where the model has been asked about the paper as often as it may be, and in vain.
  ///
  /// Then the paper waits for a person: the same question would bring the same.
  var isExhausted: Bool {
    guard let draft else { return false }
    return needsAnswer && !isStale && !isHandedOn && (draft.repairs ?? 0) >= repairs
  }

  /// True where a run asks about the paper.
  var isAsked: Bool { obstacle == nil && needsAnswer && !isExhausted }

  /// Whose turn it is to be asked.
  var nextTurn: Int { draft == nil || isStale ? 0 : isHandedOn ? turn + 1 : turn }
}

extension PaidStage {
  /// Judges a paper's draft, if there is one.
  func weigh(_ paper: Paper, _ draft: Output?) -> Weighed<Output> {
    weigh(
      paper, draft, errors: draft.map { errors(paper, $0) } ?? [],
      changes: draft.map { changes(since: $0, of: paper) } ?? [])
  }

  /// Takes a draft of which it is known already what speaks against it and what has changed since.
  func weigh(
    _ paper: Paper, _ draft: Output?, errors: [Finding], changes: [QuestionInput]
  ) -> Weighed<Output> {
    Weighed(
      paper: paper, draft: draft, errors: errors, changes: changes, isByHand: isByHand(paper),
      obstacle: obstacle(paper), isHandedOn: draft.map(isHandedOn) ?? false,
      turn: draft.map(turn) ?? 0, repairs: repairs)
  }
}
