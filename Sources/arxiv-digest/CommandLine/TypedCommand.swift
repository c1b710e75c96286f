import Foundation
import Records

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

  /// The command on one line, for a shell that has to go to a folder first.
  func line(in folder: String) -> String {
    guard folder != "." else { return line }
    // A path that begins in this folder leads nowhere from that one.
    let program = program.contains("/") ? URL(filePath: program).path : program
    return "cd \(Self.quoted(folder)) && \(TypedCommand(program: program, words: words).line)"
  }

  /// The same command, for weeks that stay the same whenever it is typed.
  func pinned(to weeks: [Week]) -> TypedCommand {
    guard let first = weeks.first, let last = weeks.last,
      !["--week", "--weeks"].contains(where: { has($0) })
    else { return self }
    let option =
      weeks.count == 1 ? ["--week", "\(first)"] : ["--weeks", "\(first)..\(last)"]
    return TypedCommand(program: program, words: words(without: "--recent") + option)
  }

  /// The same command for a shard that is the same wherever it is typed, and not only in its task.
  func sharded(by shard: Shard?) -> TypedCommand {
    shard.map { with(Option.shard.flag, "\($0.part)") } ?? self
  }

  /// The same command with an option that has this value.
  func with(_ option: String, _ value: String) -> TypedCommand {
    TypedCommand(program: program, words: words(without: option) + [option, value])
  }

  /// The same command with an option that has each of these values, and no other.
  func with(_ option: String, each values: [String]) -> TypedCommand {
    TypedCommand(
      program: program, words: words(without: option) + values.flatMap { [option, $0] })
  }

  /// The same command without an option, however often it is typed.
  func without(_ option: String) -> TypedCommand {
    TypedCommand(program: program, words: words(without: option))
  }

  /// The same command with an option that has no value.
  func with(switch option: String) -> TypedCommand {
    TypedCommand(program: program, words: words.filter { $0 != option } + [option])
  }

  /// The same command without an option that has no value.
  func without(switch option: String) -> TypedCommand {
    TypedCommand(program: program, words: words.filter { $0 != option })
  }

  /// True where an option is typed.
  func has(_ option: String) -> Bool {
    words.contains { $0 == option || $0.hasPrefix(option + "=") }
  }

  private func words(without option: String) -> [String] {
    var words = words
    while let place = words.firstIndex(of: option) {
      words.removeSubrange(place..<min(place + 2, words.count))
    }
    words.removeAll { $0.hasPrefix(option + "=") }
    return words
  }

  /// A run from a stage on, with the same options; arXiv is asked by `fetch` where the command leaves
  /// it alone, because others may be at work as well.
  func run(from stage: String) -> TypedCommand {
    if stage == Command.fetch.rawValue, [Option.noFetch, .shard].contains(where: { has($0.flag) }) {
      return turned(into: .fetch)
    }
    let run = turned(into: .run).words(without: "--from").dropFirst()
    return TypedCommand(program: program, words: ["run", "--from", stage] + run)
  }

  /// Another command with those of the options that it takes, and with words of its own.
  func turned(into command: Command, _ operands: [String] = []) -> TypedCommand {
    var kept: [String] = []
    var rest = (Command.named(by: words)?.rest ?? words)[...]
    while let word = rest.popFirst() {
      let name = word.split(separator: "=", maxSplits: 1)[0]
      guard word.hasPrefix("--"), let option = Option(rawValue: String(name.dropFirst(2))) else {
        continue
      }
      var typed = [word]
      if !option.isSwitch, !word.contains("="), let value = rest.popFirst() { typed.append(value) }
      if command.options.contains(option) { kept += typed }
    }
    let own = command.rawValue.split(separator: " ").map(String.init)
    return TypedCommand(program: program, words: own + operands + kept)
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,@+%")

  private static func quoted(_ word: String) -> String {
    !word.isEmpty && word.allSatisfy(plain.contains)
      ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
