/// What was typed, before anything is made of it.
struct Arguments: Equatable {
  /// The command.
  var command: Command
  /// The command that help is wanted for; nil for the program as a whole.
  var helpTopic: Command?
  /// True where only the version is wanted.
  var wantsVersion = false
  /// The options' values in the order in which they were typed.
  var values: [Option: [String]] = [:]

  /// Reads the arguments after the program's name.
  ///
  /// Throws `UsageError`, which names the word that is wrong.
  init(_ words: [String]) throws(UsageError) {
    guard let first = words.first else { throw UsageError("no command was given") }
    let version = ["--version", "-V", "version"]
    if (version + ["--help", "-h"]).contains(first) {
      guard words.count == 1 else {
        throw UsageError("'\(first)' stands alone; unexpected word '\(words[1])'")
      }
      command = .help
      wantsVersion = version.contains(first)
      return
    }
    guard let command = Command(rawValue: first) else {
      throw first.hasPrefix("-")
        ? UsageError("the command comes first; '\(first)' is an option")
        : UsageError(
          "unknown command '\(first)'\(nearest(first, Command.allCases.map(\.rawValue)))")
    }
    self.command = command
    if command == .help {
      try readHelpTopic(words.dropFirst())
    } else {
      try readOptions(words.dropFirst())
    }
  }

  /// The one value of an option; nil where it was not typed.
  subscript(_ option: Option) -> String? { values[option]?.last }

  private mutating func readHelpTopic(_ words: ArraySlice<String>) throws(UsageError) {
    guard let word = words.first else { return }
    guard let topic = Command(rawValue: word), words.count == 1 else {
      throw UsageError("there is no help on '\(words.joined(separator: " "))'")
    }
    helpTopic = topic
  }

  private mutating func readOptions(_ words: ArraySlice<String>) throws(UsageError) {
    var rest = words
    while let word = rest.popFirst() {
      if word == "--help" || word == "-h" {
        helpTopic = command
        command = .help
        return
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = try self.option(String(parts[0]))
      let follows = rest.first.map { !$0.hasPrefix("--") } ?? false
      let value = parts.count == 2 ? String(parts[1]) : follows ? rest.popFirst() : nil
      guard let value, !value.isEmpty else {
        throw UsageError("\(option.flag) needs a value: \(option.flag) \(option.placeholder)")
      }
      guard option == .topic || values[option] == nil else {
        throw UsageError("\(option.flag) is given twice")
      }
      values[option, default: []].append(value)
    }
  }

  private func option(_ word: String) throws(UsageError) -> Option {
    guard word.hasPrefix("--") else {
      throw UsageError("unexpected word '\(word)'; '\(command.rawValue)' takes only options")
    }
    guard let option = Option(rawValue: String(word.dropFirst(2))) else {
      throw UsageError("unknown option '\(word)'\(nearest(word, command.options.map(\.flag)))")
    }
    guard command.options.contains(option) else {
      throw UsageError("'\(command.rawValue)' takes no \(word)")
    }
    return option
  }
}
