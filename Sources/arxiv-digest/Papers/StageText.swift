import Models
import Pipeline
import Records

/// Puts into words what a model was asked about a paper in a stage, and what it replied.
struct StageText {
  private let stage: StageStanding
  private let inquiry: Inquiry?

  /// Takes what is known.
  init(_ stage: StageStanding, _ inquiry: Inquiry?) {
    self.stage = stage
    self.inquiry = inquiry
  }

  /// How far the paper is, what made the answer, and the texts that went to and fro.
  var section: TextSection {
    var section = TextSection(stage.stage.rawValue)
    section.add("state", state)
    if let answer = stage.answer { add(answer, to: &section) }
    for request in inquiry?.requests ?? [] {
      section.add("request \(request.line.number)", Self.words(on: request))
    }
    if let inquiry { add(inquiry, to: &section) }
    guard let answer = stage.answer else { return section }
    section.add(raw: "reply", answer.reply)
    for (place, failed) in answer.earlier.enumerated() {
      section.add(
        raw: "earlier reply \(place + 1) of \(answer.earlier.count): "
          + "\(failed.failure.code): \(TextSection.line(failed.failure.message))", failed.reply)
    }
    return section
  }

  private var state: String {
    switch stage.state {
    case .done: stage.isStale ? "answered; the question has changed since" : "answered"
    case .byHand: "written by hand, so no model is asked"
    case .spared: "no model is asked about a paper that is hidden or withdrawn"
    case .unasked(let reason): reason
    case .exhausted: "waits for a person: the answers cannot be used"
    case .inBatch(let name): "no answer yet; batch \(name) asks for it"
    case .missing: "no answer yet"
    case .failed: "the answer cannot be used; the next run asks again"
    }
  }

  private func add(_ answer: StageStanding.Answer, to section: inout TextSection) {
    let made = answer.provenance
    section.add("asked", "\(made.time.minute) with \(made.profile) (\(made.model))")
    if made.servedModel != made.model { section.add("served by", made.servedModel) }
    section.add("request ID", made.requestID)
    section.add("because", made.because)
    section.add(
      "tokens",
      "\(made.usage.inputTokens) in (\(made.usage.cachedTokens) cached), "
        + "\(made.usage.outputTokens) out")
    section.add("changed", answer.changes.map(\.rawValue).joined(separator: ", "))
    if answer.repairs > 0 { section.add("repairs", "\(answer.repairs) in vain") }
    for error in answer.errors {
      section.add("error", "\(error.code) in \(error.field): \(error.sentence)")
    }
  }

  /// What became of a request, and what it cost.
  private static func words(on request: Inquiry.Request) -> String {
    let line = request.line
    let shared = request.papers > 1 ? ", shared by \(request.papers) papers" : ""
    let cost = line.costUSD.map { ", \(BillText.dollars($0))" } ?? ""
    let state = line.state == .sent ? "unknown" : line.state.rawValue
    return "\(line.time.minute), \(line.profile) (\(line.model)), \(state)\(cost)\(shared)"
  }

  private func add(_ inquiry: Inquiry, to section: inout TextSection) {
    let origin =
      switch inquiry.isAsAsked {
      case true: "as it was asked"
      case false: "not as it was asked"
      case nil: "as it will be asked"
      }
    let shared = inquiry.sharedBy.map {
      $0 > 1 ? ", together with \(ReportText.number($0 - 1, "other paper"))" : ""
    }
    let repair = inquiry.isRepair ? ", with the last reply and what was found in it" : ""
    section.add("prompt", "\(inquiry.prompt.name), \(origin)\(shared ?? "")\(repair)")
    section.add(raw: "system", inquiry.prompt.system)
    section.add(raw: "user", inquiry.prompt.user)
  }
}
