/// Completes the program's words in bash.
enum BashScript {
  /// The script, without a line end.
  static var text: String {
    [
      "# Completes arxiv-digest in bash; made by: arxiv-digest completions bash", helpers,
      "_arxiv_digest() {\n\(start)\n\(values)\n\(operands)\n\(flags)\n}",
      "complete -F _arxiv_digest arxiv-digest",
    ].joined(separator: "\n\n")
  }

  private static let helpers = #"""
    # Offers those of the words that begin with what is typed.
    _arxiv_digest_words() {
      local word
      for word; do
        if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
      done
    }

    # Offers topics or models of digest.json, quoted: they are somebody's words, and no commands.
    _arxiv_digest_names() {
      local name
      while IFS=$'\t' read -r name _; do
        if [[ $name == "$cur"* ]]; then COMPREPLY+=("$(printf %q "$name")"); fi
      done < <("${COMP_WORDS[0]/#\~/$HOME}" completions "$1" 2>/dev/null </dev/null)
    }
    """#

  /// Finds the command, the option whose value is typed, and what stands before.
  private static var start: String {
    let commands = Command.firstWords.map(\.rawValue)
    let valued = Option.allCases.filter { !$0.isSwitch }.map(\.flag)
    return """
        local cur=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} first=2
        local word option= joined= typed=' ' operands=0
        COMPREPLY=()
        if ((COMP_CWORD == 1)); then
          if [[ $cur == -* ]]; then
            _arxiv_digest_words --help --version
          else
            _arxiv_digest_words \(commands.joined(separator: " "))
          fi
          return
        fi
        if ((COMP_CWORD > 2)); then
          case "$command ${COMP_WORDS[2]}" in
            \(pattern(Command.pairs.map(\.rawValue)))) command+=" ${COMP_WORDS[2]}" first=3 ;;
          esac
        fi
        # Bash takes --from=render for three words.
        for word in "${COMP_WORDS[@]:first:COMP_CWORD-first}"; do
          case $word in
            =) joined=1; continue ;;
            \(pattern(valued))) option=$word typed+="$word " ;;
            -*) option= typed+="$word " ;;
            *) if [[ ! $option && ! $joined ]]; then ((++operands)); fi; option= ;;
          esac
          joined=
        done
        if [[ $cur == '=' ]]; then cur=; fi
      """
  }

  /// Offers the value of an option.
  private static var values: String {
    let options = Option.allCases.filter { !$0.offer.isEmpty }
    let cases = options.map { "    \($0.flag)) \(calls($0.offer)); return ;;" }
    return "  case $option in\n    '') ;;\n\(lines(cases))\n    *) return ;;\n  esac"
  }

  /// Offers what may stand behind a command.
  private static var operands: String {
    let cases = Command.allCases.filter { !$0.offer.isEmpty }.map { command in
      let wanted = command.takesSeveral ? "" : "if ((operands == 0)); then "
      return "      \(pattern([command.rawValue]))) \(wanted)\(calls(command.offer))"
        + "\(wanted.isEmpty ? "" : "; fi") ;;"
    }
    return """
        if [[ $cur != -* ]]; then
          case $command in
      \(lines(cases))
          esac
        fi
      """
  }

  /// Offers the options of a command that are not typed yet.
  private static var flags: String {
    let cases = Command.allCases.filter { !$0.flags.isEmpty }.map { command in
      "    \(pattern([command.rawValue]))) options='\(command.flags.joined(separator: " "))' ;;"
    }
    let repeatable = Option.allCases.filter(\.isRepeatable).map(\.flag).joined(separator: " ")
    return """
        if [[ $cur != -* && ($cur || ${#COMPREPLY[@]} -gt 0) ]]; then return; fi
        local options=
        case $command in
      \(lines(cases))
        esac
        for word in $options; do
          if [[ $typed != *" $word "* || ' \(repeatable) ' == *" $word "* ]]; then
            _arxiv_digest_words "$word"
          fi
        done
      """
  }

  /// What puts an offer before the user; a path is left to bash, which knows how to quote it.
  private static func calls(_ offer: Offer) -> String {
    var calls: [String] = []
    if !offer.words.isEmpty {
      calls.append("_arxiv_digest_words \(offer.words.map(\.text).joined(separator: " "))")
    }
    if let names = offer.names { calls.append("_arxiv_digest_names \(names.rawValue)") }
    switch offer.paths {
    case .files: calls.append("compopt -o default")
    case .folders: calls.append("compopt -o dirnames")
    case nil: break
    }
    return calls.joined(separator: "; ")
  }

  private static func pattern(_ words: [String]) -> String {
    words.map { $0.contains(" ") ? $0.inSingleQuotes : $0 }.joined(separator: " | ")
  }

  private static func lines(_ lines: [String]) -> String { lines.joined(separator: "\n") }
}
