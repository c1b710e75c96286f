import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

/// A real shell with the program's script, in which something is typed before Tab is pressed.
struct TypingShell {
  /// The shell.
  let shell: Shell
  /// A folder of its own, with the script.
  let home: String

  /// Puts the script, as the built program prints it, where the shell finds it.
  init(_ shell: Shell, home: String) async throws {
    self.shell = shell
    self.home = home
    let outcome = try await Program.digest.run(["completions", shell.rawValue], in: "/")
    #expect(outcome == RunningProgram.Outcome(status: .exit(0), output: shell.script + "\n"))
    try Data(outcome.output.utf8).write(to: URL(filePath: script))
  }

  /// The script's path; zsh goes by the name.
  var script: String { home + "/_arxiv-digest" }

  /// What is offered for the last word of a line, each with its meaning behind a tab where the
  /// shell shows it.
  func rows(_ line: String, in folder: String) async throws -> [String] {
    let words =
      ["arxiv-digest"]
      + line.split(separator: " ", omittingEmptySubsequences: false)
      .map(String.init)
    let outcome =
      switch shell {
      case .bash:
        try await run(
          ["--norc", "-c", Self.bash, "bash", script] + words.flatMap(Self.broken), folder)
      case .zsh:
        try await run(["-f", "-c", Self.zsh, "zsh", home, words.joined(separator: " ")], folder)
      case .fish:
        try await run(
          ["--no-config", "-c", Self.fish, script, words.joined(separator: " ")], folder)
      }
    #expect(outcome.errors == "", "\(shell) \(line)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  /// The words that are offered, whatever their order; of an option with its value, the value.
  func offers(_ line: String, in folder: String = Fixture.root) async throws -> Set<String> {
    let typed = line.split(separator: " ").last.map(String.init) ?? ""
    let glued = typed.hasPrefix("--") && typed.contains("=")
    let option = glued ? typed.prefix { $0 != "=" } + "=" : ""
    return Set(
      try await rows(line, in: folder).map { row in
        let word = row.prefix { $0 != "\t" }
        return String(word.hasPrefix(option) ? word.dropFirst(option.count) : word)
      })
  }

  /// Runs the shell with the built program where it finds it.
  func run(_ words: [String], _ folder: String) async throws -> RunningProgram.Outcome {
    let program = try #require(
      Program.installed(shell.rawValue), "\(shell) is missing; `make shells` installs it")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let own = URL(filePath: Program.digest.path).deletingLastPathComponent().path
    return try await program.run(
      words, environment: ["PATH": "\(own):\(path)", "HOME": home, "LC_ALL": "C.UTF-8"], in: folder)
  }

  /// Bash takes an equals sign for a word.
  private static func broken(_ word: String) -> [String] {
    guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return [word] }
    let value = String(word[word.index(after: sign)...])
    return [String(word[..<sign]), "="] + (value.isEmpty ? [] : [value])
  }

  /// Calls the script's function as bash does when Tab is pressed; what bash is told to do by
  /// itself is printed.
  private static let bash = """
    source "$1"; shift
    compopt() { printf 'compopt %s\\n' "$*"; }
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _arxiv_digest
    for word in "${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done
    """

  private static let fish = "source $argv[1]; complete -C \"$argv[2]\""

  /// Types into a terminal of its own: zsh completes nowhere else.
  private static let zsh = #"""
    zmodload zsh/zpty
    zpty shell zsh -f -i
    () {
      zpty -w shell source $1
      local line
      while zpty -r shell line; do [[ $line == *ready* ]] && return; done
    } =(cat <<END
    PROMPT= fpath=(${(q)1} \$fpath)
    autoload -Uz compinit
    compinit -u -D
    bindkey '^I' complete-word
    zstyle ':completion:*' insert-tab false
    mark() { print -r -- @@ }
    compprefuncs=(mark)
    comppostfuncs=(mark exit)
    # What is offered is printed, too.
    compadd() {
      if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "\$@"; return; fi
      local -a hits
      builtin compadd -A hits "\$@"
      (( \$#hits )) && print -rl -- "\${hits[@]}"
      builtin compadd "\$@"
    }
    print -r ready
    END
    )
    zpty -w -n shell "$2"$'\t'
    integer inside=0
    while zpty -r shell line; do print -rn -- "$line"; done | tr -d '\r' |
      while IFS= read -r line; do
        if [[ $line == *@@ ]]; then (( inside++ )) && exit; continue; fi
        if (( inside )); then print -r -- "$line"; fi
      done
    """#
}
