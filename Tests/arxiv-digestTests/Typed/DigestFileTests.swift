import Foundation
import TestSupport
import Testing
import Validation

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

  private static func ofRules(_ validation: String, _ message: String) -> Mistake {
    Mistake(
      from: "\"use\"", to: "\"validation\":\(validation),\"use\"",
      message: "3: validation.\(message)")
  }

  @Test(
    "a mistake is named with its place in the file",
    arguments: [
      Mistake(
        from: "\"slug\"", to: "\"slugg\"",
        message: "1: unknown key 'slugg' in topics[0]; did you mean 'slug'?"),
      Mistake(
        from: "\"use\"", to: "\"weekstart\":\"friday\",\"use\"",
        message: "3: unknown key 'weekstart'; did you mean 'weekStart'?"),
      Mistake(
        from: "\"use\"", to: "\"validation\":{\"repair\":2},\"use\"",
        message: "3: unknown key 'repair' in validation; did you mean 'repairs'?"),
      Mistake(
        from: "\"use\"", to: "\"validation\":{\"repairs\":11},\"use\"",
        message: "3: validation.repairs: a whole number from 0 to 10 is needed"),
      Mistake(
        from: "\"use\"", to: "\"validation\":{\"repairs\":\"2\"},\"use\"",
        message: "3: the value of 'validation.repairs' must be a whole number"),
      Mistake(
        from: "\"use\"", to: "\"validation\":2,\"use\"",
        message: "3: the value of 'validation' must be an object or a list"),
      Self.ofRules(
        #"{"levels":{"latex-macros":"error"}}"#,
        "levels.latex-macros: no check has the code "
          + "'latex-macros'; did you mean 'latex-macro'?"),
      Self.ofRules(
        #"{"levels":{"length":"warn"}}"#,
        "levels.length: 'warn' is none of error, warning, "
          + "off"),
      Self.ofRules(
        #"{"bulletLength":[80,8]}"#,
        "bulletLength: the fewest and the most characters are needed, from 1 to 1000; shipped is "
          + "[8, 180]"),
      Self.ofRules(
        #"{"titleLength":[8]}"#,
        "titleLength: the fewest and the most characters are needed, from 1 to 1000; shipped is "
          + "[2, 160]"),
      Self.ofRules(#"{"petWordShare":35}"#, "petWordShare: a share from 0 to 1 is needed"),
      Self.ofRules(
        #"{"knownNames":["A"]}"#,
        "knownNames: a word of two characters or more is needed "
          + "in each place"),
      Mistake(
        from: "\"kind\"", to: "\"apiKey\":\"sk-1\",\"kind\"",
        message:
          "2: unknown key 'apiKey' in models.m; known: baseURL, extraBody, extraHeaders, fallbacks, "
          + "keyHeader, keyVariable, kind, limits, marksCache, model, needsKey, prices, "
          + "reasoningEffort, structuredOutput, temperature"),
      Mistake(
        from: "\"query\":\"abs:a\"", to: "\"query\":7",
        message: "1: the value of 'topics[0].query' must be a text in quotes"),
      Mistake(
        from: ",\"query\":\"abs:a\"", to: "",
        message: "1: the key 'topics[0].query' is missing"),
      Mistake(
        from: "\"use\":{\"translate\":\"m\",", to: "\"use\":{",
        message: "3: the key 'use.translate' is missing"),
      Mistake(
        from: "\"slug\":\"sd\"", to: "\"slug\":\"../sd\"",
        message: "1: topics[0].slug: '../sd' is not of the letters a-z, 0-9 and -"),
      Mistake(
        from: "\"slug\":\"sd\"", to: "\"slug\":\"all\"",
        message: "1: topics[0].slug: 'all' is the page of all papers; choose another"),
      Mistake(
        from: "\"query\":\"abs:a\"", to: "\"query\":\" \"",
        message: "1: topics[0].query is empty"),
      Mistake(
        from: "\"use\"", to: "\"weekStart\":\"fryday\",\"use\"",
        message:
          "3: weekStart 'fryday' is no day of the week; did you mean 'friday'?; known: sunday, "
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
      #expect(error?.description.hasPrefix("\(path):\(mistake.message)") == true, "\(error!)")
    }
  }

  @Test(
    "what is no JSON is told with line and column",
    arguments: [
      ("{\n  topics: }", ":2:3: a name in double quotes, or a '}', is missing before this"),
      ("{}", ": the key 'topics' is missing"),
      ("[]", ": the value must be an object or a list"),
    ])
  func notJSON(text: String, message: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/digest.json"
      try Data(text.utf8).write(to: URL(filePath: path))
      let error = #expect(throws: UsageError.self) { try DigestFile.read(path) }
      #expect(error?.description.hasPrefix(path + message) == true, "\(error!)")
    }
  }

  @Test("may hold comments, and a comma behind the last item")
  func comments() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/digest.json"
      let text = "// ours\n" + Self.good.replacing("}],", with: "},], /* { */")
      try Data(text.utf8).write(to: URL(filePath: path))
      #expect(try DigestFile.read(path).topics.map(\.slug) == ["sd"])
    }
  }

  @Test("a name that stands nowhere is told with the line that asks for it")
  func unknownProfile() async throws {
    for (from, to, message) in [
      ("\"translate\":\"m\"", "\"translate\":\"mm\"", "3: use.translate: no model profile 'mm'"),
      ("\"summarize\":\"m\"", "\"summarize\":\"mm\"", "3: use.summarize: no model profile 'mm'"),
      (
        "\"model\":\"x\"", "\"model\":\"x\",\n\"fallbacks\":[\"mm\"]",
        "3: models.m.fallbacks: no model profile 'mm'"
      ),
    ] {
      try await withTemporaryFolder { folder in
        let path = folder + "/digest.json"
        try Data(Self.good.replacing(from, with: to).utf8).write(to: URL(filePath: path))
        let places = Places(folders: [folder, Fixture.root])
        _ = #expect(throws: UsageError("\(path):\(message); known: m")) {
          try Configuration(Arguments(["run"]), .test(places: places), now: Date())
        }
      }
    }
  }

  @Test("what the checks ask for is taken from the file, and the rest as it is shipped")
  func rules() throws {
    let entry = ValidationEntry(
      repairs: nil, levels: ["length": "warning", "pet-word": "off"], titleLength: nil,
      bulletLength: [10, 90], remarkLength: nil, knownNames: ["Wikipedia"], petWords: ["未来"],
      petWordShare: 0.5, openingShare: nil)
    var expected = Rules()
    expected.levels = ["length": .warning, "pet-word": .off]
    expected.bulletLength = 10...90
    expected.knownNames += ["Wikipedia"]
    expected.petWords = ["未来"]
    expected.petWordShare = 0.5
    #expect(try ValidationEntry.rules(entry, path: JSONPlace(file: "digest.json")) == expected)
    #expect(try ValidationEntry.rules(nil, path: JSONPlace(file: "digest.json")) == Rules())
  }
}
