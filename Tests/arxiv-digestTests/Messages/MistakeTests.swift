import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The message about a mistake")
struct MistakeTests {
  @Test("says where it is, what is wrong, and what would be right", arguments: Mistake.ofRuns)
  func inProcess(mistake: Mistake) async throws {
    let said = try await mistake.said()
    #expect(said == mistake.message)
  }

  @Test(
    "comes to stderr alone, with the help to look at, and status 64", arguments: Mistake.ofCommands)
  func atTheDoor(mistake: Mistake) async throws {
    let topic = try #require(Command.named(by: mistake.words)).command.rawValue
    let outcome = try await mistake.outcome()
    #expect(
      outcome
        == RunningProgram.Outcome(
          status: .exit(64),
          errors: "arxiv-digest: \(mistake.message)\nnext: arxiv-digest help \(topic)\n"))
  }

  @Test("is one where the program's own files are not where it was installed")
  func shippedFiles() async throws {
    for mistake in ShippedFiles.mistakes {
      try await mistake.withFolder { folder in
        let places = Places(
          folders: [folder], advice: Places.shipped().advice)
        let error = #expect(throws: UsageError.self) { try StarterFile.all(from: places) }
        let said = error?.description.replacing("\(folder)/", with: "")
        #expect(said?.replacing(folder, with: "FOLDER") == mistake.message)
      }
    }
  }
}

/// What `init` says of files that came with the program and are not there any more.
enum ShippedFiles {
  /// The mistakes; `.env.example` is not among the files of a usual folder.
  static let mistakes = [
    Mistake(
      message: ".env.example: not found in FOLDER; install the program anew with: make install"),
    Mistake(
      files: ["prompts": []], missing: ["prompts"],
      message: "prompts: cannot be read; install the program anew with: make install"),
    Mistake(
      folders: ["digest.json"],
      message: "digest.json: cannot be read; install the program anew with: make install"),
  ]
}
