import Records
import TestSupport
import Testing

/// The layout on disk is a promise: these lines must not change.
@Suite("Records as lines")
struct RecordLineTests {
  @Test("a paper is written in its promised order")
  func paper() throws {
    try expect(
      Samples.paper(),
      as: #"{"id":"2407.20021","version":1,"title":"A title","#
        + #""abstract":"One line.\nAnother \"line\" with \\aname.","#
        + #""authors":["First Author","Second Author"],"comment":"5 pages,\n  2 figures","#
        + #""categories":["cs.LG","I.2; J.1"],"published":"2024-07-29T13:57:40Z","#
        + #""updated":"2024-07-29T13:57:40Z","topics":["sd"]}"#)
  }

  @Test("a paper without a comment has no comment field, and an old identifier keeps its slash")
  func paperWithoutComment() throws {
    let paper = Paper(
      id: Samples.oldID, version: 3, title: "", abstract: "", authors: [], comment: nil,
      categories: [], published: Samples.time, updated: Samples.time, topics: [])
    try expect(
      paper,
      as: #"{"id":"hep-th/9711200","version":3,"title":"","abstract":"","authors":[],"#
        + #""categories":[],"published":"2024-07-29T13:57:40Z","updated":"2024-07-29T13:57:40Z","#
        + #""topics":[]}"#)
  }

  private let provenanceText =
    #"{"profile":"openai","model":"model-1","prompt":"\#(Fingerprint("prompt"))","#
    + #""input":"\#(Fingerprint("input"))","#
    + #""usage":{"requests":1,"inputTokens":900,"cachedTokens":100,"outputTokens":200},"#
    + #""time":"2024-07-29T13:57:40Z"}"#

  @Test("a title is written in its promised order")
  func title() throws {
    try expect(
      Samples.title,
      as: #"{"id":"2407.20021","title":"合成データの題","reply":"{\"titles\":[]}","#
        + #""provenance":\#(provenanceText)}"#)
  }

  @Test("a summary is written in its promised order, and U+2028 stays inside its line")
  func summary() throws {
    try expect(
      Samples.summary,
      as: #"{"id":"2407.20021","bullets":["一","二","三","四"],"#
        + "\"remark\":\"よさそう\u{2028}だね\","
        + #""reply":"{}","provenance":\#(provenanceText)}"#)
  }

  @Test("a batch and a question of it are written in their promised order")
  func batch() throws {
    var batch = Batch(
      id: "digest-2024-07-26-summarize-9f86d081884c7d65", number: 1, stage: "summarize",
      profile: "openai", model: "model-1", server: "openai-chat https://api.openai.com/v1",
      topics: ["sd"], format: "json_schema",
      prompt: Fingerprint("prompt"), questions: 2, mostUSD: 0.25, made: Samples.time)
    batch.state = .submitted
    batch.tried = Samples.time
    batch.providerID = "batch_1"
    batch.submitted = Samples.time
    try expect(
      batch,
      as: #"{"id":"digest-2024-07-26-summarize-9f86d081884c7d65","number":1,"stage":"summarize","#
        + #""profile":"openai","model":"model-1","server":"openai-chat https://api.openai.com/v1","topics":["sd"],"asking":"json_schema","#
        + #""prompt":"\#(Fingerprint("prompt"))","questions":2,"mostUSD":0.25,"#
        + #""made":"2024-07-29T13:57:40Z","state":"submitted","tried":"2024-07-29T13:57:40Z","#
        + #""providerID":"batch_1","submitted":"2024-07-29T13:57:40Z","answered":0,"failed":0,"#
        + #""files":0,"usage":{"requests":0,"inputTokens":0,"cachedTokens":0,"outputTokens":0},"#
        + #""costUSD":0.0}"#)
    let part = BatchQuestion.Part(
      id: Samples.id("2407.20021"), input: Fingerprint("input"), text: Fingerprint("text"),
      version: 1)
    try expect(
      BatchQuestion(
        id: "9f86d081884c7d65-0", name: "summarize-2407.20021", papers: [part], because: nil,
        outputFactor: 1, repeats: 0, splits: 0, sendings: 0, bytes: 900, mostUSD: 0.125),
      as: #"{"id":"9f86d081884c7d65-0","name":"summarize-2407.20021","#
        + #""papers":[{"id":"2407.20021","input":"\#(Fingerprint("input"))","#
        + #""text":"\#(Fingerprint("text"))","version":1}],"outputFactor":1,"repeats":0,"splits":0,"#
        + #""sendings":0,"bytes":900,"mostUSD":0.125}"#)
  }

  @Test("a reply that did not decode is written whole, with the reason")
  func failure() throws {
    try expect(
      Samples.failure,
      as: #"{"id":"hep-th/9711200","reply":"no\tJSON\u0001","#
        + #""failure":{"code":"undecodable-reply","message":"the reply holds no JSON object"},"#
        + #""provenance":\#(provenanceText)}"#)
  }

  @Test("the replies that came before are written with what was found in them")
  func earlier() throws {
    let finding = Finding(
      code: "not-japanese", severity: .error, field: "title", message: "m", quote: "q")
    let draft = TitleDraft(
      id: Samples.title.id, title: "題", reply: "third", failure: nil,
      earlier: [
        FailedReply(reply: "first", failure: DraftFailure(code: "wrong-id", message: "w")),
        FailedReply(
          reply: "second", failure: DraftFailure(code: "rejected", message: "r"),
          findings: [finding]),
      ], repairs: 2, provenance: Samples.title.provenance)
    try expect(
      draft,
      as: #"{"id":"2407.20021","title":"題","reply":"third","earlier":["#
        + #"{"reply":"first","failure":{"code":"wrong-id","message":"w"}},"#
        + #"{"reply":"second","failure":{"code":"rejected","message":"r"},"findings":["#
        + #"{"code":"not-japanese","severity":"error","field":"title","message":"m","quote":"q"}"#
        + #"]}],"repairs":2,"provenance":\#(provenanceText)}"#)
  }

  @Test("a verdict is written in its promised order")
  func verdict() throws {
    try expect(
      Samples.verdict,
      as: #"{"id":"2407.20021","status":"rejected","#
        + #""findings":[{"code":"bullet-count","severity":"error","field":"bullets","#
        + #""message":"three, not four"}],"title":"題","bullets":["一","二","三"],"remark":"ね"}"#)
  }

  @Test("a receipt is written in its promised order")
  func coverage() throws {
    try expect(
      Samples.coverage,
      as:
        #"{"id":"sd","source":"oai","query":"(abs:\"a\") AND b","echo":"b","pages":2,"total":9,"parsed":8,"#
        + #""papers":7,"duplicates":1,"dropped":["one: why"],"confirmed":true,"#
        + #""doubts":["who knows"],"next":"there","fetched":"2024-07-29T13:57:40Z"}"#)
  }

  @Test("a receipt of the first versions is read as what it was")
  func oldCoverage() throws {
    let line =
      #"{"id":"sd","query":"q","pages":2,"total":8,"papers":7,"dropped":["one: why"],"#
      + #""fetched":"2024-07-29T13:57:40Z"}"#
    #expect(
      try Coverage(line: Array(line.utf8)[...])
        == Coverage(
          id: "sd", query: "q", pages: 2, total: 8, parsed: 8, papers: 7, dropped: ["one: why"],
          confirmed: true, fetched: Samples.time))
  }

  @Test("run.json is written in its promised order, and the counts add up")
  func runSummary() throws {
    let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
    let summary = RunSummary(
      week: week, papers: 8, accepted: 6, rejected: 1,
      stages: [("summarize", RunSummary.StageCount(done: 7, reused: 0, failed: 1))],
      bills: Bill.bills(of: [Samples.request(1), Samples.request(2, .unknown)]), weekBills: [])
    #expect(
      String(decoding: summary.json, as: UTF8.self)
        == #"{"week":"2024-07-26","papers":8,"accepted":6,"rejected":1,"pending":1,"#
        + #""stages":{"summarize":{"done":7,"reused":0,"failed":1}},"#
        + #""usage":{"requests":2,"inputTokens":10,"cachedTokens":2,"outputTokens":3},"#
        + #""costUSD":0.25,"unknown":1,"unknownUSD":0.5,"#
        + #""bills":[{"stage":"summarize","profile":"openai","model":"m","#
        + #""usage":{"requests":2,"inputTokens":10,"cachedTokens":2,"outputTokens":3},"#
        + #""failed":0,"unknown":1,"unknownUSD":0.5,"costUSD":0.25}],"weekBills":[]}"# + "\n")
  }

  @Test("a request is written in its promised order")
  func request() throws {
    try expect(
      Samples.request(7),
      as: #"{"id":"7","stage":"summarize","question":"summarize-2407.20021","profile":"openai","#
        + #""model":"m","state":"answered","mostUSD":0.5,"#
        + #""usage":{"requests":1,"inputTokens":10,"cachedTokens":2,"outputTokens":3},"#
        + #""costUSD":0.25,"time":"2024-07-29T13:57:40Z"}"#)
  }

  /// A record is its line, and its line is the record.
  private func expect<Line: Record>(_ record: Line, as line: String) throws {
    #expect(String(decoding: record.line, as: UTF8.self) == line + "\n")
    #expect(try Line(line: record.line[...]) == record)
  }
}
