/// What was typed, before anything is made of it.
struct Arguments: Equatable {
  /// The command.
  var command: Command
  /// The command that help is wanted for; nil for the program as a whole.
  var helpTopic: Command?
  /// True where only the version is wanted.
  var wantsVersion = false
  /// What stands behind the command and is no option, such as the profile to check.
  var operands: [String] = []
  /// The options' values in the order in which they were typed; none for a switch.
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
    guard let (command, rest) = Command.named(by: words) else {
      throw first.hasPrefix("-")
        ? UsageError("the command comes first; '\(first)' is an option")
        : UsageError(
          "unknown command '\(first)'\(nearest(first, Command.allCases.map(\.rawValue)))")
    }
    self.command = command
    if command == .help {
      try readHelpTopic(rest)
    } else {
      try readRest(rest)
    }
  }

  /// The first word behind the command; nil where there is none.
  var operand: String? { operands.first }

  /// The one value of an option; nil where it was not typed.
  subscript(_ option: Option) -> String? { values[option]?.last }

  /// True where an option was typed.
  func has(_ option: Option) -> Bool { values[option] != nil }

  /// True where it is typed which weeks are meant.
  var namesWeeks: Bool { [Option.week, .weeks, .recent].contains(where: has) }

  private mutating func readHelpTopic(_ words: [String]) throws(UsageError) {
    guard !words.isEmpty else { return }
    guard let (topic, rest) = Command.named(by: words), rest.isEmpty else {
      throw UsageError("there is no help on '\(words.joined(separator: " "))'")
    }
    helpTopic = topic
  }

  private mutating func readRest(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--help" || word == "-h" {
        helpTopic = command
        command = .help
        return
      }
      guard word.hasPrefix("-") || command.operand == nil else {
        try take(operand: word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = try self.option(String(parts[0]))
      let value = try value(of: option, in: parts, before: &rest)
      guard option.isRepeatable || values[option] == nil else {
        throw UsageError("\(option.flag) is given twice")
      }
      values[option, default: []] += value.map { [$0] } ?? []
    }
  }

  /// The value behind an equals sign or in the next word; nil for a switch.
  private func value(
    of option: Option, in parts: [Substring], before rest: inout ArraySlice<String>
  ) throws(UsageError) -> String? {
    guard !option.isSwitch else {
      guard parts.count == 1 else { throw UsageError("\(option.flag) takes no value") }
      return nil
    }
    let follows = rest.first.map { !$0.hasPrefix("--") } ?? false
    let value = parts.count == 2 ? String(parts[1]) : follows ? rest.popFirst() : nil
    guard let value, !value.isEmpty else {
      throw UsageError("\(option.flag) needs a value: \(option.usage)")
    }
    return value
  }

  private mutating func take(operand word: String) throws(UsageError) {
    guard operands.isEmpty || command.takesSeveral, !word.isEmpty else {
      throw UsageError("unexpected word '\(word)'; it is: \(command.usage)")
    }
    operands.append(word)
  }

  private func option(_ word: String) throws(UsageError) -> Option {
    guard word.hasPrefix("--") else {
      let others = Command.allCases.filter { $0 != command }.map(\.rawValue)
      let meant = nearest("\(command.rawValue) \(word)", others)
      let what = command.options.isEmpty ? "nothing more" : "only options"
      throw UsageError("unexpected word '\(word)'; '\(command.rawValue)' takes \(what)\(meant)")
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
