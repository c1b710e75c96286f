import Foundation
import Testing

@testable import arxiv_digest

@Suite("Every message of the program")
struct EveryMessageTests {
  /// Errors that no operator reads, and what becomes of them.
  private static let unseen = [
    "BatchInDoubt": "is a note of the run, which looks for the batch",
    "DocumentError": "FeedError, OAIError or ArchiveError says it",
    "DraftFailure": "is the finding of a draft, whose words the tests of findings have",
    "DroppedEntry": "is the note on a record that is left out",
    "JSONError": "RecordError.damaged or RecordError.unreadable says it, with the file",
    "JSONMistake": "UsageError says it, with the file",
    "NewerFormat": "RecordError.newer says it",
    "NotText": "is a finding of lint, or keeps a page from being taken for one that was written",
    "NothingSent": "stops a rehearsal from sending",
    "ReplyError": "DraftFailure or ProfileCheck.Failure.misshapen says it",
    "UnfitNumber": "UsageError says it, with the line",
    "UnknownField": "UsageError says it, with the line",
  ]

  private static let mistakes = Mistake.ofRuns + Mistake.ofCommands + ShippedFiles.mistakes
  private static let queries = QueryMistake.all + QueryMistake.ofRecords
  private static let texts =
    mistakes.map(\.message) + queries.map(\.message) + ErrorRow.all.map(\.text)
    + FailureRow.all.map(\.text) + AdviceRow.all.map(\.text)

  @Test("is for the operator: no word of Swift, of Foundation or of a debugger, and no key")
  func plainWords() {
    let foreign = [
      "Optional(", "Error Domain", "NSCocoaErrorDomain", "NSPOSIXErrorDomain", "UserInfo=",
      "Swift.",
      "Foundation.", "DecodingError", "CodingKeys", "codingPath", "debugDescription", "Fatal error",
      " 0x", "nil", "sk-1", "secret@", "/Sources/", ".swift",
    ]
    for text in Self.texts {
      #expect(foreign.filter { text.contains($0) } == [], "\(text)")
    }
  }

  @Test("has something to say, says it once, and ends without a line end")
  func shape() {
    for text in Self.texts {
      #expect(text.count >= 9, "\(text)")
      #expect(!text.hasSuffix("\n") && !text.hasSuffix(" ") && !text.hasPrefix(" "), "\(text)")
      #expect(!text.contains("  \n") && !text.contains(";;") && !text.contains(": :"), "\(text)")
      #expect(text.last != ";" && text.last != ",", "\(text)")
    }
  }

  @Test("names its place first: the option, the variable, or the file")
  func places() {
    let options = Mistake.ofOptions.map(\.message).filter { !$0.hasPrefix("--") }
    // A profile may have been typed in three ways, and what it is missed in is the file.
    let others = ["redo ", "digest.json: no model profile "]
    #expect(options.filter { text in !others.contains { text.hasPrefix($0) } } == [])
    for mistake in Mistake.ofFiles {
      #expect(
        mistake.message.contains(#/^[^ ]+\.(json|md|env)[: ]|^prompts: |^\.env/#), "\(mistake)")
    }
    for mistake in Mistake.ofVariables + Mistake.ofTasks {
      #expect(mistake.message.contains(#/^([A-Z_]+|digest\.json): /#), "\(mistake)")
    }
  }

  @Test("stands in these tables: no error of the source is forgotten")
  func types() throws {
    let shown = Set(ErrorRow.all.map { "\(type(of: $0.error))" }).union([
      "UsageError", "QueryError",
    ])
    #expect(shown.union(Self.unseen.keys) == (try SourceCode.errorTypes()))
    #expect(shown.isDisjoint(with: Self.unseen.keys))
  }

  @Test("stands in these tables: no case of an error is forgotten")
  func cases() throws {
    let tables = try SourceCode.files(in: "Tests/arxiv-digestTests/Messages").map(\.text).joined()
    let forgotten = try SourceCode.errorCases().filter { name in
      !Self.unseen.keys.contains { name.hasPrefix("\($0).") } && !tables.contains(name)
    }
    #expect(forgotten == [])
  }

  @Test(
    "stands in these tables: no words of a mistake are forgotten",
    arguments: [
      "UsageError", "QueryError", ".mistake", " Unread", "HTTPError.invalidRequest",
      "HTTPError.recordingFailed", "HTTPError.paceFileFailed", "HTTPError.engine",
    ])
  func fragments(call: String) throws {
    let forgotten = try SourceCode.fragments(in: call).filter { fragment in
      fragment.text.count > 12 && !Self.texts.contains { $0.contains(fragment.text) }
    }
    #expect(forgotten.map { "\($0.file): \($0.text)" } == [])
  }
}
