import Foundation
import HTTP
import Models
import TestSupport

/// The sample week as servers on loopback: arXiv's recorded page, and a model that gives the recorded
/// answers in a dialect of its own.
struct SampleWeek {
  /// Answers the search.
  let arXiv: LoopbackServer
  /// Answers every question.
  let model: LoopbackServer

  /// Starts both servers.
  init(_ dialect: FakeDialect) throws {
    let feed = try Fixture.bytes("sample-week/arxiv/sd-2024-07-26-0.body")
    arXiv = try LoopbackServer { _ in .answer(status: 200, headers: [], body: feed) }
    let answers = try Self.answers()
    model = try LoopbackServer { request in
      guard dialect.objection(to: request) == nil,
        let question = try? FakeModel.Question(request, in: dialect),
        let answer = answers[question.ids],
        let body = try? dialect.write(answer).bytes()
      else { return .status(404) }
      return .answer(status: 200, headers: [], body: body)
    }
  }

  /// What the whole week counts, for a server that can tell all of it.
  static func counts() throws -> FakeDialect.Counts {
    try answers().values.map(\.counts).reduce(
      FakeDialect.Counts(input: 0, cached: 0, written: 0, output: 0, reasoning: 0)
    ) { sum, counts in
      FakeDialect.Counts(
        input: sum.input + counts.input, cached: sum.cached + counts.cached,
        written: sum.written + counts.written, output: sum.output + counts.output,
        reasoning: sum.reasoning + counts.reasoning)
    }
  }

  /// What was recorded, by the papers of the question; a titles' question has several.
  static func answers() throws -> [[String]: FakeDialect.Said] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Fixture.path("sample-week/openai-chat"))
    var answers: [[String]: FakeDialect.Said] = [:]
    for name in names where name.hasSuffix(".body") {
      let body = try json(try Fixture.text("sample-week/openai-chat/" + name))
      let text = body["choices"].items.first?["message"]["content"].text ?? ""
      let answer = try json(text)
      let titles = answer["titles"].items
      let ids = (titles.isEmpty ? [answer] : titles).compactMap { $0["id"].text }
      let (input, output) = (body["usage"]["prompt_tokens"], body["usage"]["completion_tokens"])
      // The recorded week has neither cache nor thoughts; a good test has.
      answers[ids] = FakeDialect.Said(
        text: text,
        counts: FakeDialect.Counts(
          input: input.integer ?? 0, cached: 300, written: 20,
          output: (output.integer ?? 0) + 64, reasoning: 64))
    }
    return answers
  }

  private static func json(_ text: String) throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }
}
