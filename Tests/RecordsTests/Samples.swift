import Foundation
import Records

/// One record of each kind, with everything in it that could go wrong on the way to disk and back.
enum Samples {
  /// An identifier of the old scheme, with a slash.
  static let oldID = id("hep-th/9711200")
  /// An identifier of the new scheme.
  static let newID = id("2407.20021")

  /// An instant to the second.
  static let time = Date(timeIntervalSince1970: 1_722_261_460)

  /// An identifier that the test wrote itself.
  static func id(_ text: String) -> ArXivID {
    guard let id = ArXivID(text) else { fatalError("\(text) is no identifier") }
    return id
  }

  /// A paper.
  static func paper(_ id: ArXivID = newID, title: String = "A title", version: Int = 1) -> Paper {
    Paper(
      id: id, version: version, title: title, abstract: "One line.\nAnother \"line\" with \\aname.",
      authors: ["First Author", "Second Author"], comment: "5 pages,\n  2 figures",
      categories: ["cs.LG", "I.2; J.1"], published: time, updated: time, topics: ["sd"])
  }

  /// A paper with a comment and an abstract of its own.
  static func noted(comment: String? = nil, abstract: String = "What it found.") -> Paper {
    Paper(
      id: newID, version: 2, title: "A title", abstract: abstract, authors: [], comment: comment,
      categories: [], published: time, updated: time, topics: ["sd"])
  }

  /// What made a draft.
  static let provenance = Provenance(
    profile: "openai", model: "model-1", prompt: Fingerprint("prompt"), input: Fingerprint("input"),
    usage: Usage(requests: 1, inputTokens: 900, cachedTokens: 100, outputTokens: 200), time: time)

  /// A title.
  static let title = TitleDraft(
    id: newID, title: "合成データの題", reply: "{\"titles\":[]}", failure: nil, provenance: provenance)

  /// A summary.
  static let summary = SummaryDraft(
    id: newID, bullets: ["一", "二", "三", "四"], remark: "よさそう\u{2028}だね", reply: "{}",
    failure: nil, provenance: provenance)

  /// A summary that did not decode.
  static let failure = SummaryDraft(
    id: oldID, bullets: nil, remark: nil, reply: "no\tJSON\u{1}",
    failure: DraftFailure(code: "undecodable-reply", message: "the reply holds no JSON object"),
    provenance: provenance)

  /// A rejection.
  static let verdict = Verdict(
    id: newID,
    findings: [
      Finding(code: "bullet-count", severity: .error, field: "bullets", message: "three, not four")
    ], title: "題", bullets: ["一", "二", "三"], remark: "ね")

  /// A receipt.
  static let coverage = Coverage(
    id: "sd", source: "oai", query: "(abs:\"a\") AND b", echo: "b", pages: 2, total: 9, parsed: 8,
    papers: 7,
    duplicates: 1, dropped: ["one: why"], confirmed: true, doubts: ["who knows"], next: "there",
    fetched: time)

  /// A request to a model.
  static func request(_ number: Int, _ state: PaidRequest.State = .answered, costUSD: Double? = nil)
    -> PaidRequest
  {
    var request = PaidRequest(
      number: number, stage: "summarize", question: "summarize-2407.20021", profile: "openai",
      model: "m", mostUSD: 0.5, time: time)
    request.state = state
    request.costUSD = costUSD
    if state == .answered {
      request.usage = Usage(requests: 1, inputTokens: 10, cachedTokens: 2, outputTokens: 3)
      request.costUSD = 0.25
    }
    return request
  }
}
