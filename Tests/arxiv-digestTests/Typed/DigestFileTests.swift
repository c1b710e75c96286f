import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("digest.json")
struct DigestFileTests {
  private static let good = #"""
    {"topics":[{"slug":"sd","name":"合成データ","query":"abs:a"}],
     "models":{"m":{"kind":"openai-chat","model":"x","baseURL":"http://127.0.0.1:1/v1"}},
     "use":{"translate":"m","summarize":"m"}}
    """#

  /// An edit of a good file, and what is said of it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let message: String
    var testDescription: String { message }
  }

  @Test(
    "a mistake is named with its place in the file",
    arguments: [
      Mistake(
        from: "\"slug\"", to: "\"slugg\"",
        message: "unknown key 'slugg' in topics[0]; did you mean 'slug'?"),
      Mistake(
        from: "\"use\"", to: "\"weekstart\":\"friday\",\"use\"",
        message: "unknown key 'weekstart'; did you mean 'weekStart'?"),
      Mistake(
        from: "\"kind\"", to: "\"apiKey\":\"sk-1\",\"kind\"",
        message:
          "unknown key 'apiKey' in models.m; known: baseURL, extraBody, extraHeaders, fallbacks, "
          + "keyHeader, keyVariable, kind, limits, marksCache, model, needsKey, prices, "
          + "reasoningEffort, structuredOutput, temperature"),
      Mistake(
        from: "\"query\":\"abs:a\"", to: "\"query\":7",
        message: "the value of 'topics[0].query' must be a text in quotes"),
      Mistake(
        from: ",\"query\":\"abs:a\"", to: "",
        message: "the key 'topics[0].query' is missing"),
      Mistake(
        from: "\"use\":{\"translate\":\"m\",", to: "\"use\":{",
        message: "the key 'use.translate' is missing"),
      Mistake(
        from: "\"slug\":\"sd\"", to: "\"slug\":\"../sd\"",
        message: "topics[0]: the slug '../sd' is not of the letters a-z, 0-9 and -"),
      Mistake(
        from: "\"slug\":\"sd\"", to: "\"slug\":\"all\"",
        message: "topics[0]: the slug 'all' is the page of all papers; choose another"),
      Mistake(
        from: "\"query\":\"abs:a\"", to: "\"query\":\" \"",
        message: "topics[0].query is empty"),
      Mistake(
        from: "\"use\"", to: "\"weekStart\":\"fryday\",\"use\"",
        message: "weekStart 'fryday' is no day of the week; did you mean 'friday'?; known: sunday, "
          + "monday, tuesday, wednesday, thursday, friday, saturday"),
    ])
  func mistakes(mistake: Mistake) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/digest.json"
      let text = Self.good.replacing(mistake.from, with: mistake.to)
      try Data(text.utf8).write(to: URL(filePath: path))
      // The prompts are the shipped ones.
      let places = Places(folders: [folder, Fixture.root])
      let error = #expect(throws: UsageError.self) {
        try Configuration(
          Arguments(["run", "--week", "2024-07-26"]), .test(places: places), now: Date())
      }
      #expect(error?.description.hasPrefix("\(path): \(mistake.message)") == true, "\(error!)")
    }
  }

  @Test("what is no JSON is told as such")
  func notJSON() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/digest.json"
      try Data("{ topics: }".utf8).write(to: URL(filePath: path))
      let error = #expect(throws: UsageError.self) { try DigestFile.read(path) }
      #expect(error?.description.hasPrefix("\(path): no valid JSON") == true)
    }
  }
}
