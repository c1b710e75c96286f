/// A command as it was typed, for showing which one to type next.
struct TypedCommand: Equatable {
  /// How the program was called: its name where the shell finds it, else its path.
  let program: String
  /// The words after it.
  let words: [String]

  /// Takes the arguments of the process, the program's own included.
  init(_ arguments: [String]) {
    let called = arguments.first ?? "arxiv-digest"
    program = called.contains("/") ? called : "arxiv-digest"
    words = Array(arguments.dropFirst())
  }

  private init(program: String, words: [String]) {
    self.program = program
    self.words = words
  }

  /// The command on one line, quoted for a shell where that is needed.
  var line: String {
    ([program] + words).map(Self.quoted).joined(separator: " ")
  }

  /// The same command, for a week that stays the same whenever it is typed.
  func pinned(to week: String) -> TypedCommand {
    guard !words.contains(where: { $0 == "--week" || $0.hasPrefix("--week=") }) else { return self }
    return TypedCommand(program: program, words: words + ["--week", week])
  }

  /// A run from a stage on, with the same options.
  func run(from stage: String) -> TypedCommand {
    var options = Array(words.dropFirst())
    if let from = options.firstIndex(of: "--from") {
      options.removeSubrange(from..<min(from + 2, options.count))
    }
    options.removeAll { $0.hasPrefix("--from=") }
    return TypedCommand(program: program, words: ["run", "--from", stage] + options)
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,@+%")

  private static func quoted(_ word: String) -> String {
    !word.isEmpty && word.allSatisfy(plain.contains)
      ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
