/// The first thing in a text that is no JSON, and where it stands.
struct JSONMistake: Error, Equatable {
  /// The line, from 1 on.
  let line: Int
  /// The character on the line, from 1 on.
  let column: Int
  /// What is wrong.
  let message: String
}
