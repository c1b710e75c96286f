import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

/// A mistake of the operator's, and the exact message about it.
///
/// All of them stand in the tables beside this file, and nowhere else in the tests.
struct Mistake: Sendable, CustomTestStringConvertible {
  /// What is typed after the program's name.
  var words = Self.run
  /// The environment.
  var variables = Self.key
  /// Files that stand in the folder in place of the usual ones, or beside them.
  var files: [String: [UInt8]] = [:]
  /// What is not there, although it usually is.
  var missing: [String] = []
  /// Folders that stand where a file should.
  var folders: [String] = []
  /// What is said; `FOLDER` is the folder itself.
  let message: String

  var testDescription: String { message }

  /// A run of a week that has passed.
  static let run = ["run", "--week", "2024-07-26"]
  /// The key of the usual profile.
  static let key = ["OPENAI_API_KEY": "sk-1"]
  /// A `digest.json` with a topic on its first line, a profile on its second, and their use.
  static let digest = #"""
    {"topics":[{"slug":"sd","name":"合成データ","query":"abs:a"}],
     "models":{"m":{"kind":"openai-chat","model":"x","baseURL":"https://model.example/v1"}},
     "use":{"translate":"m","summarize":"m"}}
    """#

  /// Words that make no sense.
  static func typed(
    _ words: [String], _ message: String, _ variables: [String: String] = key
  ) -> Mistake {
    Mistake(words: words, variables: variables, message: message)
  }

  /// A variable that makes no sense, beside the usual key.
  static func variable(_ name: String, _ value: String, _ message: String) -> Mistake {
    Mistake(variables: key.merging([name: value]) { $1 }, message: message)
  }

  /// A `digest.json` that was edited; the message begins with the file.
  static func edited(
    _ old: String, _ new: String, _ message: String, _ variables: [String: String] = key
  ) -> Mistake {
    text(digest.replacing(old, with: new), message, variables)
  }

  /// Another `digest.json`; the message begins with the file.
  static func text(
    _ text: String, _ message: String, _ variables: [String: String] = key
  ) -> Mistake {
    Mistake(
      variables: variables, files: ["digest.json": Array(text.utf8)],
      message: "digest.json\(message)")
  }

  /// Fields of the profile; the message begins with its place.
  static func profile(
    _ fields: String, _ message: String, _ variables: [String: String] = key
  ) -> Mistake {
    edited(#""kind""#, fields + #","kind""#, ":2: models.m" + message, variables)
  }

  /// Rules of the checks; the message begins with their place.
  static func rules(_ rules: String, _ message: String) -> Mistake {
    edited(#""use""#, #""validation":\#(rules),"use""#, ":3: validation." + message)
  }

  /// Terms of the glossary; the message begins with the file.
  static func glossary(_ terms: String, _ message: String) -> Mistake {
    let text = #"{"terms":[\#(terms)]}"#
    return Mistake(
      files: ["prompts/glossary.json": Array(text.utf8)],
      message: "prompts/glossary.json:1: " + message)
  }

  /// Lines of `.env`; the message begins with the file.
  static func dotEnv(_ text: String, _ message: String) -> Mistake {
    Mistake(files: [".env": Array(text.utf8)], message: ".env:" + message)
  }
}
