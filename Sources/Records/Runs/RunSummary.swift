import JSONText

/// What a run came to: the contents of `run.json`.
package struct RunSummary: Sendable, Equatable {
  /// What one stage did.
  package struct StageCount: Sendable, Equatable {
    /// Records made in this run.
    package var done: Int
    /// Records that were there already.
    package var reused: Int
    /// Papers without a usable record after this run.
    package var failed: Int

    /// Counts nothing, unless told otherwise.
    package init(done: Int = 0, reused: Int = 0, failed: Int = 0) {
      self.done = done
      self.reused = reused
      self.failed = failed
    }

    func write(to object: inout JSONObject) {
      object.set("done", done)
      object.set("reused", reused)
      object.set("failed", failed)
    }
  }

  /// The week.
  package let week: Week
  /// Papers of the topics that were asked for.
  package let papers: Int
  /// Papers that may be published.
  package let accepted: Int
  /// Papers that validation withheld.
  package let rejected: Int
  /// Papers that have no verdict yet.
  package var pending: Int { papers - accepted - rejected }
  /// Counts by stage, in the stages' order.
  package let stages: [(name: String, count: StageCount)]
  /// What this run asked of models, by stage and model.
  package let bills: [Bill]
  /// What all runs of the week asked of models, this one included, by stage and model.
  package let weekBills: [Bill]
  /// True where a recording answered, so that nothing was spent.
  package let isReplay: Bool

  /// Puts a summary together.
  package init(
    week: Week, papers: Int, accepted: Int, rejected: Int,
    stages: [(name: String, count: StageCount)], bills: [Bill], weekBills: [Bill],
    isReplay: Bool = false
  ) {
    self.week = week
    self.papers = papers
    self.accepted = accepted
    self.rejected = rejected
    self.stages = stages
    self.bills = bills
    self.weekBills = weekBills
    self.isReplay = isReplay
  }

  package static func == (one: RunSummary, other: RunSummary) -> Bool {
    one.json == other.json
  }

  /// The summary as one line of JSON, line end included.
  package var json: [UInt8] {
    var object = JSONObject()
    object.set("week", week.description)
    object.set("papers", papers)
    object.set("accepted", accepted)
    object.set("rejected", rejected)
    object.set("pending", pending)
    if isReplay { object.set("replay", true) }
    object.set("stages") { stages in
      for (name, count) in self.stages { stages.set(name, count.write) }
    }
    object.set("usage", bills.usage.write)
    object.set("costUSD", bills.costUSD?.inMillionths)
    object.set("unknown", bills.unknown)
    object.set("unknownUSD", bills.unknownUSD?.inMillionths)
    object.set("bills", bills.map { $0.write })
    object.set("weekBills", weekBills.map { $0.write })
    return object.ended()
  }
}
