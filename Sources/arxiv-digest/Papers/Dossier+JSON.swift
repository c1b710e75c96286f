import JSONText
import Models
import Pipeline
import Records

extension Dossier {
  /// Writes all that is known of the paper, for other programs.
  func write(to object: inout JSONObject) {
    let paper = standing.paper
    standing.write(to: &object)
    object.set("paper") { paper.write(to: &$0) }
    object.set("withdrawn", paper.isWithdrawn)
    object.set("edit", standing.edit.map { edit in { edit.write(to: &$0) } })
    object.set("asked", inquiries.map { inquiry in { write(inquiry, to: &$0) } })
    object.set("judged", standing.verdict.map { verdict in { verdict.write(to: &$0) } })
    object.set("pages", pages.map { $0.write })
    object.set("section", section)
    object.set(
      "costUSD",
      inquiries.map(\.costUSD).reduce(0) { sum, part in
        sum.flatMap { sum in part.map { sum + $0 } }
      })
  }

  private func write(_ inquiry: Inquiry, to object: inout JSONObject) {
    object.set("stage", inquiry.stage.rawValue)
    object.set("prompt") { prompt in
      prompt.set("name", inquiry.prompt.name)
      prompt.set("system", inquiry.prompt.system)
      prompt.set("user", inquiry.prompt.user)
      prompt.set("isRepair", inquiry.isRepair)
    }
    if let isAsAsked = inquiry.isAsAsked { object.set("asAsked", isAsAsked) }
    if let sharedBy = inquiry.sharedBy { object.set("sharedBy", sharedBy) }
    if let answer = standing[inquiry.stage]?.answer {
      object.set("reply", answer.reply)
      object.set("earlier", answer.earlier.map { $0.write })
      object.set("errors", answer.errors.map { $0.write })
      object.set("provenance", answer.provenance.write)
    }
    object.set("requests", inquiry.requests.map { request in { write(request, to: &$0) } })
    object.set("costUSD", inquiry.costUSD)
  }

  private func write(_ request: Inquiry.Request, to object: inout JSONObject) {
    object.set("id", request.line.id)
    request.line.write(to: &object)
    object.set("papers", request.papers)
  }
}
