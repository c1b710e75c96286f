import Foundation
import Models
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The .env file")
struct DotEnvTests {
  @Test(
    "a line is a name and a value",
    arguments: [
      ("", [:]), ("# a comment\n\n", [:]),
      ("A=b", ["A": "b"]), ("A = b ", ["A": "b"]), ("export A=b", ["A": "b"]),
      ("A=", ["A": ""]), ("A=b=c", ["A": "b=c"]),
      ("A=\"b c # d\"", ["A": "b c # d"]), ("A='b'", ["A": "b"]), ("A=\"\"", ["A": ""]),
      ("A=b # why", ["A": "b"]), ("A=b#c", ["A": "b#c"]),
      ("A=b\r\nB=c\r\n", ["A": "b", "B": "c"]), ("A=b\nA=c", ["A": "c"]),
      ("MODEL_NAME=m", ["MODEL_NAME": "m"]),
    ])
  func parsing(text: String, variables: [String: String]) throws {
    #expect(try DotEnv.parse(text, file: ".env").mapValues(\.value) == variables)
  }

  @Test("a missing file is fine")
  func missing() async throws {
    try await withTemporaryFolder { folder in
      let none = try DotEnv.read(folder + "/.env")
      #expect(none == [:])
    }
  }

  @Test("the example names every variable that is read, and no other, with a comment above it")
  func example() throws {
    let text = try String(contentsOfFile: Fixture.root + "/.env.example", encoding: .utf8)
    let variables = try DotEnv.parse(text, file: ".env.example")
    let keys = try DigestFile.read(Fixture.root + "/digest.json").keyVariables
    #expect(
      Set(variables.keys)
        == keys.union(Variable.allCases.map(\.rawValue))
        .union(ModelKind.allCases.map(\.keyVariable)))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (comment, line) in zip(lines, lines.dropFirst()) where line.contains("=") {
      #expect(line.hasPrefix("#") || comment.hasPrefix("# "), "\(line)")
    }
  }

  @Test("a variable that a profile names for its key may begin like ours")
  func profilesOwn() throws {
    let text = "MODEL_KEY_TWO=x"
    #expect(throws: UsageError.self) { try DotEnv.parse(text, file: ".env") }
    #expect(
      try DotEnv.parse(text, file: ".env", known: ["MODEL_KEY_TWO"])
        == ["MODEL_KEY_TWO": DotEnv.Entry(value: "x", line: 1)])
  }

  @Test("the environment wins, and an empty value counts as none")
  func precedence() {
    let variables = Variables(
      environment: ["MODEL_NAME": "one", "MODEL_KIND": "", "MODEL_PROFILE": " two\n"],
      file: [
        "MODEL_NAME": DotEnv.Entry(value: "three", line: 1),
        "MODEL_KIND": DotEnv.Entry(value: "four", line: 2),
        "MODEL_API_KEY": DotEnv.Entry(value: "five", line: 7),
      ])
    #expect(variables[.modelName] == "one")
    #expect(variables[.modelKind] == "four")
    #expect(variables[.modelProfile] == "two")
    #expect(variables[.modelAPIKey] == "five")
    #expect(variables[.modelBaseURL] == nil)
    let names = ["MODEL_NAME", "MODEL_KIND", "MODEL_API_KEY", "MODEL_BASE_URL"]
    #expect(
      names.map { variables.source(of: $0) } == ["environment MODEL_NAME", ".env:2", ".env:7", nil])
  }
}
