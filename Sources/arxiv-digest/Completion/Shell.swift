/// A shell that words can be completed in.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The script that completes the program's words, without a line end.
  var script: String {
    switch self {
    case .bash: BashScript.text
    case .zsh: ZshScript.text
    case .fish: FishScript.text
    }
  }
}

extension String {
  /// The text in single quotes, as bash and zsh read it.
  var inSingleQuotes: String { "'" + replacing("'", with: "'\\''") + "'" }
}
