import HTTP
import Testing

@testable import Models

/// A frame that is filled in is the request that the dialect would have made.
@Suite("Frames of requests")
struct RequestFrameTests {
  private static let texts = [
    "", "U", "題 \"a\" \\name\n\t\r\u{0}\u{1F}/", "\u{1}\u{2}", "\\u0001\\u0002",
    "a\u{1}\u{2}b\u{1}\u{2}",
    "\u{301}\"", String(repeating: "長い\n", count: 2000),
  ]

  @Test("whatever the papers' words", arguments: ModelKind.allCases)
  func words(kind: ModelKind) throws {
    let profile = RequestCase.profile(kind) {
      $0.access = .key(Secret("sk-test"))
      $0.extraBody = ["seed": 7]
    }
    for format in kind.dialect.formats {
      for system in [
        "S", "\u{1}\u{2}", "a\u{1}\u{2}\u{1}\u{2}\u{1}b", "\\u0001\\u0002\n", "\\u0001\u{2}",
      ] {
        let frame = try RequestFrame(of: prompt("first", system, "other"), format, profile)
        for text in Self.texts {
          let prompt = prompt("ask-7", system, text)
          #expect(frame.fits(prompt, format))
          #expect(
            try frame.filled(with: prompt) == kind.dialect.request(prompt, format, profile),
            "\(format) \(system.debugDescription) \(text.prefix(40).debugDescription)")
        }
      }
    }
  }

  @Test(
    "a setting that takes the papers' place takes it in every request",
    arguments: ModelKind.allCases)
  func replaced(kind: ModelKind) throws {
    let profile = RequestCase.profile(kind) {
      $0.extraBody = ["messages": ["x"], "contents": ["x"], "input": ["x"]]
    }
    let prompt = prompt("ask-7", "S", "U")
    let frame = try RequestFrame(of: prompt, .prompt, profile)
    #expect(try frame.filled(with: prompt) == kind.dialect.request(prompt, .prompt, profile))
  }

  @Test("another question of another kind needs another frame")
  func other() throws {
    let prompt = prompt("ask-7", "S", "U")
    let frame = try RequestFrame(of: prompt, .schema, RequestCase.profile(.openAIChat))
    #expect(frame.fits(self.prompt("ask-8", "S", "V"), .schema))
    #expect(!frame.fits(prompt, .prompt))
    #expect(!frame.fits(self.prompt("ask-7", "T", "U"), .schema))
    var longer = prompt
    longer.outputFactor = 2
    #expect(!frame.fits(longer, .schema))
    let titles = Prompt(name: "ask-7", system: "S", user: "U", schema: .titles)
    #expect(!frame.fits(titles, .schema))
  }

  private func prompt(_ name: String, _ system: String, _ user: String) -> Prompt {
    Prompt(name: name, system: system, user: user, schema: .summary)
  }
}
