package import Records

/// What a run is asked to do.
package struct Job: Sendable {
  /// The week.
  package let week: Week
  /// The topics to work on, in the order of `digest.json`.
  package let topics: [Topic]
  /// All topics of `digest.json`, for the order of links.
  package let allTopics: [Topic]
  /// The stages to run, in their order.
  package let stages: [Stage]
  /// True where fetching was asked for by name, so that what was fetched before is asked for again.
  package let refetches: Bool
  /// The week's folder.
  package let folder: RunFolder
  /// The folder of the site.
  package let site: String
  /// Requests to a model under way at the same time.
  package let concurrency: Int
  /// How often a model is asked again about a paper for an answer that cannot be used.
  package let repairs: Int
  /// Which papers the paid stages ask about anew; nil where they ask for what is missing.
  package let redo: Redo?
  /// True where pages are written over that were changed by hand.
  package let overwrites: Bool
  /// True where the run only says what it would do, and writes nothing.
  package let isRehearsal: Bool
  /// What the run may ask of models at most, together with others of the same purse.
  package let purse: Purse
  /// True where a recording answers, so that nothing is spent.
  package let isReplay: Bool
  /// How questions are to go, and how long batches may take.
  package let batches: BatchTerms
  /// True where the run goes on with one of the same command, which batches have kept.
  package let isLater: Bool

  /// How often a model is asked again unless told otherwise.
  package static let usualRepairs = 2

  /// Puts a job together.
  package init(
    week: Week, topics: [Topic], allTopics: [Topic], stages: [Stage], refetches: Bool = false,
    folder: RunFolder, site: String, concurrency: Int, repairs: Int = Job.usualRepairs,
    redo: Redo? = nil, overwrites: Bool = false,
    isRehearsal: Bool = false, purse: Purse = Purse(), isReplay: Bool = false,
    batches: BatchTerms = BatchTerms(), isLater: Bool = false
  ) {
    self.week = week
    self.topics = topics
    self.allTopics = allTopics
    self.stages = stages
    self.refetches = refetches
    self.folder = folder
    self.site = site
    self.concurrency = concurrency
    self.repairs = repairs
    self.redo = redo
    self.overwrites = overwrites
    self.isRehearsal = isRehearsal
    self.purse = purse
    self.isReplay = isReplay
    self.batches = batches
    self.isLater = isLater
  }

  /// The same job for another week, of which it only fetches.
  package func fetching(in folder: RunFolder) -> Job {
    on(folder, stages: [.fetch], refetches: true)
  }

  /// The same job on the folder of a week, and for other stages where they are named.
  package func on(
    _ folder: RunFolder, stages: [Stage]? = nil, refetches: Bool = false, isLater: Bool = false
  ) -> Job {
    Job(
      week: folder.week, topics: topics, allTopics: allTopics, stages: stages ?? self.stages,
      refetches: refetches, folder: folder, site: site, concurrency: concurrency,
      repairs: repairs, redo: redo, overwrites: overwrites, isRehearsal: isRehearsal,
      purse: purse, isReplay: isReplay, batches: batches, isLater: isLater)
  }
}
