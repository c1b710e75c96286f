import JSONText
import Pipeline
import Records

extension WeekStanding {
  /// Writes how far the week is, for other programs.
  func write(to object: inout JSONObject, topics: [Topic]) {
    object.set("underWay", isUnderWay)
    counts.write(to: &object)
    object.set("staleAnswers") { stale in
      for stage in Stage.allCases where stage.isPaid {
        stale.set(stage.rawValue, self.stale(in: stage))
      }
    }
    object.set(
      "topics",
      topics.map { topic in
        { object in
          object.set("topic", topic.slug)
          object.set("name", topic.name)
          counts(of: topic).write(to: &object)
        }
      })
    object.set("pages", pages.map { $0.write })
    object.set("unfetched", unfetched)
    object.set("doubts", report.doubts)
    object.set("unpublished", report.problems.map { $0.write })
    object.set("costUSD", bills.costUSD)
    object.set("unknown", bills.unknown)
    object.set("unknownUSD", bills.unknownUSD)
    object.set("bills", bills.map { $0.write })
    object.set("lastRun", lastRun.map { $0.write })
    object.set("lastRunUnreadable", lastRunTrouble)
  }
}

extension PaperCounts {
  fileprivate func write(to object: inout JSONObject) {
    object.set("papers", papers)
    object.set("titled", titled)
    object.set("summarized", summarized)
    object.set("accepted", accepted)
    object.set("withheld", withheld)
    object.set("waiting", waiting)
    object.set("hidden", hidden)
    object.set("stale", stale)
  }
}

extension Problem {
  fileprivate func write(to object: inout JSONObject) {
    object.set("id", id.text)
    object.set("state", "\(state)")
    object.set("message", message)
  }
}

extension LastRun {
  fileprivate func write(to object: inout JSONObject) {
    object.set("ended", ended)
    object.set("papers", papers)
    object.set("accepted", accepted)
    object.set("withheld", rejected)
    object.set("waiting", pending)
    object.set("costUSD", costUSD)
    if unknown > 0 { object.set("unknown", unknown) }
    if isReplay { object.set("replay", true) }
  }
}
