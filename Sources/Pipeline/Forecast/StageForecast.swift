/// How far one stage is, and what a run would do in it.
package struct StageForecast: Sendable, Equatable {
  /// The stage.
  package let stage: Stage
  /// Papers, topics or pages that are done with.
  package var done = 0
  /// Papers or topics that a run would ask about, because there is no answer; pages that are not
  /// there.
  package var missing = 0
  /// Papers whose answer would be withheld and that a run would ask about again.
  package var failed = 0
  /// Papers that wait for a person: the model was asked as often as it may be, or cannot be asked;
  /// pages that were changed by hand.
  package var waiting = 0
  /// Papers whose answer is kept although its question has changed since, by what has changed.
  package var stale: [QuestionInput: Int] = [:]
  /// Papers whose answer is kept although its question has changed since; verdicts and pages that a run
  /// would make anew.
  package var staleCount = 0
  /// Requests to begin with; repairs and repetitions come on top.
  package var requests = 0
  /// Repairs that are to be expected, by experience.
  package var repairs = Estimate.exactly(0)
  /// Tokens read.
  package var inputTokens = Estimate.exactly(0)
  /// Tokens written.
  package var outputTokens = Estimate.exactly(0)
  /// US dollars; nil where prices are not known.
  package var costUSD: Estimate? = .exactly(0)
  /// What the first requests can cost at most, in US dollars; nil where prices are not known.
  package var mostUSD: Double? = 0
  /// Profiles that stand in where one refuses a paper.
  package var fallbacks: [String] = []
  /// What they would cost, if they had to answer about all papers; nil where prices are not known.
  package var fallbackUSD: Double? = 0
  /// Seconds that it takes; nil where nothing was timed before.
  package var seconds: Double? = 0
  /// True where questions go into batches, which take their own time.
  package var isInBatches = false
  /// Answered requests that this was learned from.
  package var learnedFrom = 0

  /// Begins the forecast of a stage.
  package init(_ stage: Stage) {
    self.stage = stage
  }
}
