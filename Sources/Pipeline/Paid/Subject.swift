import Models
import Records

/// A paper as a question is about it, with what takes time to find out about its words.
struct Subject: Sendable {
  /// What is known of a paper's words.
  struct Words: Sendable {
    /// How the terms in them are to be written.
    let terms: [PromptBook.Term]
    /// The mark of the paper's own words in the prompt.
    let textMark: Fingerprint
    /// The mark of all that the paper puts into the prompt, terms of the glossary included.
    let inputMark: Fingerprint
  }

  /// The paper.
  let paper: Paper
  /// What is known of its words.
  let words: Words

  /// How the terms in its words are to be written.
  var terms: [PromptBook.Term] { words.terms }
  /// The mark of the paper's own words in the prompt.
  var textMark: Fingerprint { words.textMark }
  /// The mark of all that the paper puts into the prompt, terms of the glossary included.
  var inputMark: Fingerprint { words.inputMark }

  /// Takes the words that a paper puts into a prompt beside its identifier.
  init(_ paper: Paper, words: String..., terms: [PromptBook.Term]) {
    let textMark = Fingerprint(parts: [paper.id.text] + words)
    self.init(
      paper,
      Words(terms: terms, textMark: textMark, inputMark: textMark.followed(by: terms.mark)))
  }

  /// Takes a paper of whose words everything is known.
  init(_ paper: Paper, _ words: Words) {
    self.paper = paper
    self.words = words
  }
}
