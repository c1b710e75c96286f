import Records

/// Whether the authors' LaTeX came through as what it was meant to be.
extension Check {
  /// The rules of this file.
  static let latex = [macro, damage]

  /// A command of LaTeX says nothing to a reader of a digest.
  private static let macro = ofTexts(with: .backslash, "latex-macro", severity: .warning) { text in
    text.commands.first.map {
      Problem(text, "a LaTeX command is left in the text", at: $0)
    }
  }

  /// JSON reads the `\n` of `\name` as a line end, and half of the command stays behind it.
  private static let damage = Check("latex-damage") { reading in
    reading.texts.compactMap { text in
      guard !text.traits.isDisjoint(with: [.lineEnd, .hidden]) else { return nil }
      return text.damagedCommand(of: reading.source).map {
        Problem(
          text.field.description, "half of the command '\\\($0)' was lost on its way through JSON",
          quote: String($0.dropFirst()))
      }
    }
  }
}

extension ReadText {
  /// The commands of LaTeX: a backslash with letters behind it.
  fileprivate var commands: [Range<Int>] {
    atoms.compactMap { atom in
      let start = atom.range.lowerBound
      guard start > 0, bytes[start - 1] == UInt8(ascii: "\\"), !atom.beginsWithDigit else {
        return nil
      }
      return start - 1..<atom.range.upperBound
    }
  }

  /// The command of which a line end or a control is left in place of its first letter.
  fileprivate func damagedCommand(of source: SourceText) -> String? {
    let lost: [Unicode.Scalar: Character] = [
      "\n": "n", "\t": "t", "\r": "r", "\u{8}": "b", "\u{C}": "f",
    ]
    for (index, scalar) in scalars.enumerated() {
      guard let letter = lost[scalar] else { continue }
      let rest = scalars[(index + 1)...].prefix { ("a"..."z").contains($0.folded) }
      guard !rest.isEmpty else { continue }
      let command = String(letter) + String(String.UnicodeScalarView(rest))
      if source.hasCommand(beginning: command) || Self.common.contains(command) { return command }
    }
    return nil
  }

  private static let common: Set<String> = [
    "nabla", "neq", "nu", "not", "newcommand", "textbf", "textit", "texttt", "text", "times", "tau",
    "theta", "tilde", "to", "rho", "rightarrow", "right", "ref", "beta", "bar", "begin", "bf", "bm",
    "boldsymbol", "frac", "forall", "footnote",
  ]
}

extension SourceText {
  /// True where the source has a command that begins with some letters.
  fileprivate func hasCommand(beginning command: String) -> Bool {
    let letters = Array("\\\(command)".utf8)
    return bytes.containsRun(letters)
  }
}
