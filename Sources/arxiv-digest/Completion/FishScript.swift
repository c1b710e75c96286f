/// Completes the program's words in fish.
enum FishScript {
  /// The script, without a line end.
  static var text: String {
    ([
      "# Completes arxiv-digest in fish; made by: arxiv-digest completions fish", helpers,
      "complete -c arxiv-digest -f",
    ] + [commands, operands, options].map { $0.joined(separator: "\n") }).joined(separator: "\n\n")
  }

  private static var helpers: String {
    let valued = Option.allCases.filter { !$0.isSwitch }.map(\.flag)
    return """
      # Prints the command that stands before the cursor, and on further lines what stands behind it
      # and is no option.
      function __arxiv_digest_words
          set -l words (commandline -opc)[2..]
          set -l command $words[1]
          set -e words[1]
          if contains -- "$command $words[1]" \(list(Command.pairs.map(\.rawValue)))
              set command "$command $words[1]"
              set -e words[1]
          end
          echo $command
          set -l is_value
          for word in $words
              if set -q is_value[1]
                  set is_value
              else if contains -- $word \(valued.joined(separator: " "))
                  set is_value yes
              else if not string match -q -- '-*' $word
                  echo $word
              end
          end
      end

      # True behind one of the commands, where no operand is typed yet.
      function __arxiv_digest_wants_operand
          set -l words (__arxiv_digest_words)
          test (count $words) -eq 1; and contains -- $words[1] $argv
      end

      # True behind one of the commands, where operands may be typed, however many there are.
      function __arxiv_digest_on
          set -l words (__arxiv_digest_words)
          contains -- $words[1] $argv
      end

      # True behind one of the commands, where the option that comes first is not typed yet.
      function __arxiv_digest_takes
          set -l words (commandline -opc)
          # Right before its own value, the option is not one that comes again.
          test "$words[-1]" = --$argv[1]; and set -e words[-1]
          __arxiv_digest_on $argv[2..]
          and not string match -qr -- "^--$argv[1](=|\\$)" $words
      end

      # Prints topics or models of digest.json, with what they are.
      function __arxiv_digest_names
          set -l program (string replace -r '^~' $HOME -- (commandline -opc)[1])
          $program completions $argv[1] 2>/dev/null </dev/null
      end
      """
  }

  private static var commands: [String] {
    Command.firstWords.map {
      line("__arxiv_digest_wants_operand '' help", "-a \($0.rawValue)", $0.summary)
    }
      + [
        line("__arxiv_digest_on ''", "-l help", Command.help.summary),
        line("__arxiv_digest_on ''", "-l version", "print the version"),
      ]
  }

  private static var operands: [String] {
    Command.allCases.filter { $0 != .help }.flatMap { command -> [String] in
      let condition =
        (command.takesSeveral ? "__arxiv_digest_on " : "__arxiv_digest_wants_operand ")
        + list([command.rawValue])
      let offer = command.offer
      let words = offer.words.map { line(condition, "-a \(list([$0.text]))", $0.summary) }
      let rest = Offer(names: offer.names, paths: offer.paths)
      return words + (rest.isEmpty ? [] : [line(condition, arguments(rest), "")])
    }
  }

  /// One line for all commands for which an option means the same.
  private static var options: [String] {
    Option.allCases.flatMap { option -> [String] in
      let commands = Command.allCases.filter { $0.options.contains(option) }
      var summaries: [String] = []
      for summary in commands.map({ option.summary(for: $0) }) where !summaries.contains(summary) {
        summaries.append(summary)
      }
      return summaries.map { summary in
        let same = commands.filter { option.summary(for: $0) == summary }.map(\.rawValue)
        let condition =
          option.isRepeatable
          ? "__arxiv_digest_on \(list(same))"
          : "__arxiv_digest_takes \(option.rawValue) \(list(same))"
        let value = option.isSwitch ? "" : " \(arguments(option.offer))"
        return line(condition, "-l \(option.rawValue)\(value)", summary)
      }
    } + [line("not __arxiv_digest_on '' help", "-l help", "explain the command")]
  }

  private static func line(_ condition: String, _ what: String, _ summary: String) -> String {
    "complete -c arxiv-digest -n \(quoted(condition)) \(what)"
      + (summary.isEmpty ? "" : " -d \(quoted(summary))")
  }

  /// What fish does to complete a value or an operand; `-x` keeps files out, `-F` lets them in.
  private static func arguments(_ offer: Offer) -> String {
    var parts = offer.words.map { word in
      word.summary.isEmpty ? word.text : "\(word.text)\\t\(quoted(word.summary))"
    }
    if let names = offer.names { parts.append("(__arxiv_digest_names \(names.rawValue))") }
    if offer.paths == .folders { parts.append("(__fish_complete_directories)") }
    let flags = offer.paths == .files ? "-r -F" : "-x"
    return parts.isEmpty ? flags : "\(flags) -a \(quoted(parts.joined(separator: " ")))"
  }

  private static func list(_ words: [String]) -> String {
    words.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
