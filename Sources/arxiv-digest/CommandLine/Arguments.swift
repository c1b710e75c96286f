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
    if words.count > 1, ["--version", "-V", "version", "--help", "-h"].contains(first) {
      throw UsageError("'\(first)' stands alone; unexpected word '\(words[1])'")
    }
    if ["--version", "-V", "version"].contains(first) {
      command = .help
      wantsVersion = true
      return
    }
    if ["--help", "-h"].contains(first) {
      command = .help
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

/// Something in the arguments or the configuration that has to be put right first; nothing was done.
struct UsageError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, where, and what would be right.
  let description: String

  /// Says what is wrong, where, and what would be right.
  init(_ description: String) {
    self.description = description
  }
}

/// A hint at the name that was probably meant: `; did you mean 'fetch'?`, or nothing.
func nearest(_ word: String, _ names: [String]) -> String {
  let best = names.map { (name: $0, distance: editDistance(word, $0)) }
    .min { $0.distance < $1.distance }
  guard let best, best.distance <= 3, best.distance * 2 < word.count else { return "" }
  return "; did you mean '\(best.name)'?"
}

/// The number of letters to change, add or drop to get from one word to another (Levenshtein).
private func editDistance(_ one: String, _ other: String) -> Int {
  let other = Array(other)
  var row = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, candidate) in other.enumerated() {
      let change = diagonal + (letter == candidate ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[other.count]
}
