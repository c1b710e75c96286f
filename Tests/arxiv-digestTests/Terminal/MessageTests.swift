import Foundation
import JSONText
import Pipeline
import Records
import Testing

@testable import arxiv_digest

@Suite("What is said, and how much of it")
struct MessageTests {
  @Test(
    "a line says by its beginning what it is",
    arguments: [
      ("next: arxiv-digest run", Message.Level.info, "next"),
      ("arxiv-digest: no such file", .error, "error"), ("note: a wait", .info, "note"),
      ("  DOUBTFUL: too few", .warning, "doubt"), ("2407.20001: withheld", .warning, "paper"),
      ("", .warning, "paper"),
    ])
  func known(line: String, level: Message.Level, event: String) {
    let messages = Message.lines(line, .warning, event: "paper")
    #expect(messages.map(\.text) == [line])
    #expect(messages.map(\.level) == [level])
    #expect(messages.map(\.event) == [event])
  }

  @Test("a text of several lines is as many messages")
  func lines() {
    let messages = Message.lines("arxiv-digest: a\nb\nnext: c", .error, event: "error")
    #expect(messages.map(\.text) == ["arxiv-digest: a", "b", "next: c"])
    #expect(messages.map(\.event) == ["error", "error", "next"])
  }

  @Test(
    "an amount decides what is said",
    arguments: [
      (Manner.Amount.little, ["warning", "error", "next"]),
      (.usual, ["progress", "info", "warning", "error", "next"]),
      (.much, ["progress", "detail", "info", "warning", "error", "next"]),
    ])
  func amount(amount: Manner.Amount, said: [String]) {
    let levels: [Message.Level] = [.progress, .detail, .info, .warning, .error]
    let messages =
      levels.map { Message($0.rawValue, $0) } + [Message("next", event: Message.next)]
    #expect(messages.filter(Manner(amount: amount).says).map(\.text) == said)
  }

  @Test("an object holds what the text says, and quotes it")
  func json() {
    let message = Message("a \"b\" 論文", .detail, event: "note") { $0.set("stage", "fetch") }
    #expect(
      message.json(at: "2024-07-26T12:00:00Z")
        == #"{"time":"2024-07-26T12:00:00Z","level":"info","event":"note","stage":"fetch","#
        + #""message":"a \"b\" 論文"}"#)
  }

  @Test("requests and waits are told to those who look closely")
  func details() {
    let request = Sample.request(1, "summarize-2407.20021")
    let told: [RunEvent] = [
      .began(.summarize, total: 8), .sent(request),
      .settled(Sample.settled(request, .answered, costUSD: 0.0028)),
      .settled(Sample.settled(request, .answered, costUSD: nil)),
      .settled(Sample.settled(request, .failed, costUSD: 0)),
      .settled(Sample.settled(request, .unknown, costUSD: nil)),
      .waiting(.summarize, Sample.retry), .waiting(.summarize, Sample.pace),
    ]
    let messages = told.flatMap(\.messages)
    #expect(messages.allSatisfy { $0.level == .detail })
    let name = "request: summarize-2407.20021, test"
    #expect(
      messages.map(\.text) == [
        "summarize: begins, 8 to do",
        "\(name), answered, 1.25 s, 900 tokens in, 90 out, $0.002800",
        "\(name), answered, 1.25 s, 900 tokens in, 90 out, cost unknown",
        "\(name), failed, 1.25 s", "\(name), unknown, 1.25 s, cost unknown",
        "retry: summarize-2407.20021, test: busy; again in 1.50 s",
        "wait: summarize-2407.20021, test: for the server's pace, 20 s",
      ])
  }

  @Test("options decide about the manner")
  func manner() throws {
    #expect(try Manner(Arguments(["run"])) == Manner(format: .text, amount: .usual))
    #expect(
      try Manner(Arguments(["fetch", "--quiet", "--log-format", "json"]))
        == Manner(format: .json, amount: .little))
    #expect(
      try Manner(Arguments(["redo", "translate", "--verbose", "--log-format=text"]))
        == Manner(format: .text, amount: .much))
  }

  @Test(
    "a text is cut to columns at a whole character",
    arguments: [
      ("abc", 5, "abc"), ("abc", 2, "ab"), ("論文", 3, "論"), ("論文", 1, ""), ("abc", 0, ""),
      ("が\u{3099}x", 2, "が\u{3099}"),
    ])
  func clipped(text: String, columns: Int, cut: String) {
    #expect(text.clipped(toColumns: columns) == cut)
  }
}
