package import Records

/// What a run of a week would do, by the same decisions that the run takes.
package struct Forecast: Sendable, Equatable {
  /// The week.
  package let week: Week
  /// The stages of the job, in their order.
  package var stages: [StageForecast]
  /// Papers on disk of the topics that are asked for.
  package var papers: Int
  /// Papers that are withdrawn, about which nobody is asked.
  package var withdrawn = 0
  /// True where arXiv would be asked first, so that there may be more papers.
  package var isBeforeFetch = false
  /// Papers that arXiv usually has for these topics, where none is on disk; nil where nobody knows.
  package var usualPapers: Int?

  /// The forecast of a stage; nil where the job does not have it.
  package subscript(_ stage: Stage) -> StageForecast? { stages.first { $0.stage == stage } }

  /// The stages that ask models.
  package var paid: [StageForecast] { stages.filter(\.stage.isPaid) }
  /// Requests to models to begin with.
  package var requests: Int { paid.map(\.requests).reduce(0, +) }
  /// Repairs that are to be expected.
  package var repairs: Estimate { paid.map(\.repairs).reduce(.exactly(0), +) }
  /// Tokens read.
  package var inputTokens: Estimate { paid.map(\.inputTokens).reduce(.exactly(0), +) }
  /// Tokens written.
  package var outputTokens: Estimate { paid.map(\.outputTokens).reduce(.exactly(0), +) }
  /// US dollars; nil where a part is not known.
  package var costUSD: Estimate? {
    paid.map(\.costUSD).reduce(.exactly(0)) { sum, part in
      sum.flatMap { sum in part.map { sum + $0 } }
    }
  }
  /// What the first requests can cost at most; nil where a part is not known.
  package var mostUSD: Double? {
    paid.map(\.mostUSD).reduce(0) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
  }
  /// Profiles that stand in where one refuses a paper, each once.
  package var fallbacks: [String] {
    paid.flatMap(\.fallbacks).reduce(into: []) { all, name in
      if !all.contains(name) { all.append(name) }
    }
  }
  /// What they would cost beside, if they had to answer about all papers; nil where a part is not known.
  package var fallbackUSD: Double? {
    paid.map(\.fallbackUSD).reduce(0) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
  }
  /// True where questions go into batches, which take their own time.
  package var isInBatches: Bool { paid.contains(where: \.isInBatches) }
  /// Seconds that the models take; nil where a part is not known.
  package var seconds: Double? {
    paid.map(\.seconds).reduce(0) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
  }
  /// Answered requests that the estimates were learned from.
  package var learnedFrom: Int { paid.map(\.learnedFrom).reduce(0, +) }
}
