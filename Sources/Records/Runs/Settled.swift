package import JSONText

/// What a run has found that left nothing to do: a line of `.settled`.
///
/// The same run on the same files finds the same, and need not read a week again to say so. The file can
/// be deleted at any time: then the next run looks.
package struct Settled: Record {
  /// What one stage would count if it ran again.
  package struct StageCount: Sendable, Equatable {
    /// The stage.
    package let name: String
    /// What it counts.
    package let count: RunSummary.StageCount
    /// Papers whose record is kept although its question has changed since.
    package let stale: Int

    /// Keeps a count.
    package init(name: String, count: RunSummary.StageCount, stale: Int) {
      self.name = name
      self.count = count
      self.stale = stale
    }
  }

  /// How many papers a topic has on disk.
  package struct TopicCount: Sendable, Equatable {
    /// The topic's slug.
    package let slug: String
    /// Its papers.
    package let papers: Int

    /// Keeps a count.
    package init(slug: String, papers: Int) {
      self.slug = slug
      self.papers = papers
    }
  }

  /// The stages that ran, such as `validate+render`.
  package let id: String
  /// The mark of everything that the run went by: its files, its settings, and the program itself.
  package let key: Fingerprint
  /// Papers of the topics that were asked for, all of them accepted where the run had judged them.
  package let papers: Int
  /// Papers that may be published.
  package let accepted: Int
  /// How many papers each topic has on disk, hidden ones included.
  package let onDisk: [TopicCount]
  /// What each stage would count, but for the fetch.
  package let stages: [StageCount]
  /// Pages that stand on the site.
  package let pages: [String]
  /// What all runs of the week have asked of models.
  package let bills: [Bill]

  /// Keeps what a run has found.
  package init(
    id: String, key: Fingerprint, papers: Int, accepted: Int, onDisk: [TopicCount],
    stages: [StageCount],
    pages: [String], bills: [Bill]
  ) {
    self.id = id
    self.key = key
    self.papers = papers
    self.accepted = accepted
    self.onDisk = onDisk
    self.stages = stages
    self.pages = pages
    self.bills = bills
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    key = try fields.read("key")
    papers = try fields.read("papers")
    accepted = try fields.read("accepted")
    onDisk = try fields.read("onDisk")
    stages = try fields.read("stages")
    pages = try fields.read("pages")
    bills = try fields.read("bills")
  }

  package func write(to object: inout JSONObject) {
    object.set("key", key.description)
    object.set("papers", papers)
    object.set("accepted", accepted)
    object.set("onDisk", onDisk.map { $0.write })
    object.set("stages", stages.map { $0.write })
    object.set("pages", pages)
    object.set("bills", bills.map { $0.writeExactly })
  }
}

extension Settled.StageCount: JSONObjectReadable {
  package init(from fields: inout JSONFields) throws(JSONError) {
    name = try fields.read("name")
    count = RunSummary.StageCount(
      done: try fields.read("done"), reused: try fields.read("reused"),
      failed: try fields.read("failed"))
    stale = try fields.read("stale")
  }

  fileprivate func write(to object: inout JSONObject) {
    object.set("name", name)
    count.write(to: &object)
    object.set("stale", stale)
  }
}

extension Settled.TopicCount: JSONObjectReadable {
  package init(from fields: inout JSONFields) throws(JSONError) {
    slug = try fields.read("slug")
    papers = try fields.read("papers")
  }

  fileprivate func write(to object: inout JSONObject) {
    object.set("slug", slug)
    object.set("papers", papers)
  }
}
