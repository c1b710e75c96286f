package import Records

/// What one stage came to.
package struct StageReport: Sendable, Equatable {
  /// Records made, found and missing.
  package var count = RunSummary.StageCount()
  /// Papers that ended without a usable record, with the reason.
  package var problems: [Problem] = []
  /// Papers whose record is kept although its question has changed since.
  package var stale = 0
  /// What the stage asked of a model.
  package var usage = Usage()
  /// What that cost in US dollars; nil where a profile names no prices.
  package var costUSD: Double?
  /// Pages that stand on the site now.
  package var pages: [String] = []

  /// Begins an empty report.
  package init() {}
}

/// Why a paper is not on the page.
package struct Problem: Sendable, Equatable {
  /// How far the paper has come.
  package enum State: Sendable, Equatable {
    /// The model gave no answer in this run.
    case unanswered
    /// The answer is on disk, and validation will withhold it.
    case unusable
    /// Validation has withheld it.
    case withheld
    /// An answer is missing.
    case waiting
  }

  /// The paper.
  package let id: ArXivID
  /// How far the paper has come.
  package let state: State
  /// What happened, in one sentence.
  package let message: String

  /// Puts a problem together.
  package init(id: ArXivID, state: State, message: String) {
    self.id = id
    self.state = state
    self.message = message
  }
}

extension [Finding] {
  /// The errors among the findings, in one sentence.
  var sentence: String {
    filter { $0.severity == .error }.map { "\($0.code) in \($0.field) (\($0.message))" }
      .joined(separator: "; ")
  }
}

/// What a run came to.
package struct RunReport: Sendable, Equatable {
  /// The stages that ran, in their order, with what each came to.
  package let stages: [Stage: StageReport]
  /// The contents of `run.json`.
  package let summary: RunSummary

  /// Puts a report together.
  package init(stages: [Stage: StageReport], summary: RunSummary) {
    self.stages = stages
    self.summary = summary
  }

  /// Pages that stand on the site now.
  package var pages: [String] { stages[.render]?.pages ?? [] }

  /// The stages that ran, in their order.
  package var ran: [Stage] { Stage.allCases.filter { stages[$0] != nil } }

  /// True where some paper of the stages that ran has no usable record.
  package var hasProblems: Bool { stages.values.contains { !$0.problems.isEmpty } }
}
