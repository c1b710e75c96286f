/// Completes the program's words in zsh.
enum ZshScript {
  /// The script, without a line end.
  static var text: String {
    ([
      "#compdef arxiv-digest\n# Completes arxiv-digest in zsh; made by: arxiv-digest completions zsh"
    ]
      + [names] + helpers + [main, ending]).joined(separator: "\n\n")
  }

  private static let names = #"""
    # Offers topics or models of digest.json, with what they are.
    _arxiv_digest_names() {
      # Zsh puts words of its own before ours.
      local what=$argv[-1] name summary
      local -a names
      while IFS=$'\t' read -r name summary; do
        names+=("${name//:/\\:}:$summary")
      done < <("$program" completions $what 2>/dev/null </dev/null)
      _describe -t $what $what names
    }
    """#

  /// A function for each place where fixed words are offered.
  private static var helpers: [String] {
    let options = Option.allCases.map { (name(of: $0), $0.offer) }
    let commands = Command.allCases.map { (name(of: $0), $0.offer) }
    return (options + commands).filter { !$0.1.words.isEmpty }.map { name, offer in
      """
      \(name)() {
        local -a words
        words=(
      \(offer.words.map { "    \(word($0))" }.joined(separator: "\n"))
        )
        _describe word words
      }
      """
    }
  }

  private static var main: String {
    let flags = [
      Offer.Word(text: "--help", summary: Command.help.summary),
      Offer.Word(text: "--version", summary: "print the version"),
    ]
    return """
      _arxiv_digest() {
        local program=${${(Q)words[1]}/#\\~/$HOME} command=$words[2]
        local -a flags
        if (( CURRENT == 2 )); then
          flags=(\(flags.map(word).joined(separator: " ")))
          \(name(of: .help))
          _describe -o option flags
          return
        fi
        shift words
        (( CURRENT-- ))
        if (( CURRENT > 2 )); then
          case "$command $words[2]" in
            (\(Command.pairs.map(\.rawValue.inSingleQuotes).joined(separator: "|")))
              command+=" $words[2]"
              shift words
              (( CURRENT-- )) ;;
          esac
        fi
        case $command in
      \(Command.allCases.map(arguments).joined(separator: "\n"))
        esac
      }
      """
  }

  /// The script serves as the function itself, which zsh loads, and can be read with `source` as well.
  private static let ending = """
    if [[ $funcstack[1] == _arxiv-digest ]]; then
      _arxiv_digest "$@"
    else
      compdef _arxiv_digest arxiv-digest
    fi
    """

  /// What a command takes, for zsh's `_arguments`.
  private static func arguments(_ command: Command) -> String {
    var specs = command.options.map { spec($0, command) }
    if command != .help { specs.append("(- *)--help[explain the command]".inSingleQuotes) }
    if let title = command.operand ?? (command.offer.isEmpty ? nil : "COMMAND") {
      let place = command.takesSeveral ? "*" : "1"
      specs.append("\(place):\(title):\(action(command.offer, name(of: command)))".inSingleQuotes)
    }
    let lines = specs.map { "        \($0)" }.joined(separator: " \\\n")
    return "    (\(command.rawValue.inSingleQuotes))\n      _arguments \\\n\(lines) ;;"
  }

  private static func spec(_ option: Option, _ command: Command) -> String {
    let text = option.summary(for: command)
    let summary = "[" + text.replacing("[", with: "\\[").replacing("]", with: "\\]") + "]"
    let flag = (option.isRepeatable ? "*" : "") + option.flag
    guard !option.isSwitch else { return (flag + summary).inSingleQuotes }
    return "\(flag)=\(summary):\(option.placeholder):\(action(option.offer, name(of: option)))"
      .inSingleQuotes
  }

  /// What zsh does to complete one place; a blank shows what is wanted and offers nothing.
  private static func action(_ offer: Offer, _ helper: String) -> String {
    var actions: [String] = []
    if !offer.words.isEmpty { actions.append(helper) }
    if let names = offer.names { actions.append("_arxiv_digest_names \(names.rawValue)") }
    switch offer.paths {
    case .files: actions.append("_files")
    case .folders: actions.append("_files -/")
    case nil: break
    }
    guard actions.count > 1 else { return actions.first ?? " " }
    return "{ \(actions.joined(separator: "; ")) }"
  }

  private static func name(of option: Option) -> String {
    "_arxiv_digest_option_\(function(option.rawValue))"
  }

  private static func name(of command: Command) -> String {
    "_arxiv_digest_behind_\(function(command.rawValue))"
  }

  private static func function(_ name: String) -> String {
    name.replacing("-", with: "_").replacing(" ", with: "_")
  }

  /// A word with its meaning, as `_describe` reads them.
  private static func word(_ word: Offer.Word) -> String {
    let text = word.text.replacing(":", with: "\\:")
    return (word.summary.isEmpty ? text : "\(text):\(word.summary)").inSingleQuotes
  }
}
