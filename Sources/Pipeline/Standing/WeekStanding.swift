package import Records

/// How far a week has come.
package struct WeekStanding: Sendable {
  /// The week.
  package let week: Week
  /// True while a run is at work on it.
  package let isUnderWay: Bool
  /// How far the papers of the job's topics are, in digest order, hidden ones included.
  package let papers: [Standing]
  /// Slugs of topics that were never fetched.
  package let unfetched: [String]
  /// The pages of the job's topics.
  package let pages: [SitePage]
  /// What all runs of the week asked of models, by stage and model.
  package let bills: [Bill]
  /// What the last run came to; nil where none has ended yet.
  package let lastRun: LastRun?
  /// Why `run.json` cannot be read, in one sentence; nil where it can.
  package let lastRunTrouble: String?
  /// What a run would report that found everything as it is and did nothing.
  package let report: RunReport

  /// How many papers there are, and how far they are.
  package var counts: PaperCounts { PaperCounts(of: papers) }

  /// How far the papers of a topic are.
  package func counts(of topic: Topic) -> PaperCounts {
    PaperCounts(of: papers.filter { $0.paper.topics.contains(topic.slug) })
  }

  /// How many answers of a stage are kept although their question has changed since.
  package func stale(in stage: Stage) -> Int {
    papers.count { $0[stage]?.isStale ?? false }
  }
}

/// How many papers there are, and how far they are; always `papers == accepted + withheld + waiting`.
package struct PaperCounts: Sendable, Equatable {
  /// Papers on disk that are not hidden.
  package var papers = 0
  /// Papers with a Japanese title that can be published.
  package var titled = 0
  /// Papers with bullets and a remark that can be published.
  package var summarized = 0
  /// Papers whose verdict on disk accepts them.
  package var accepted = 0
  /// Papers whose verdict on disk withholds them.
  package var withheld = 0
  /// Papers that have no verdict yet.
  package var waiting = 0
  /// Papers that a person keeps off the pages.
  package var hidden = 0
  /// Papers with an answer that is kept although its question has changed since.
  package var stale = 0

  /// Counts papers.
  package init(of standings: [Standing]) {
    for standing in standings {
      guard !standing.isHidden else {
        hidden += 1
        continue
      }
      papers += 1
      if standing[.translate]?.hasText ?? false { titled += 1 }
      if standing[.summarize]?.hasText ?? false { summarized += 1 }
      if standing.isStale { stale += 1 }
      switch standing.verdict?.status {
      case .accepted: accepted += 1
      case .rejected: withheld += 1
      case nil: waiting += 1
      }
    }
  }
}

extension StageStanding {
  /// True where there is a text that can be published.
  fileprivate var hasText: Bool { state == .done || state == .byHand }
}
