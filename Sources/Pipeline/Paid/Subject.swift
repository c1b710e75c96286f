import Models
import Records

/// A paper as a question is about it, with what takes time to find out about its words.
struct Subject: Sendable {
  /// The paper.
  let paper: Paper
  /// How the terms in its words are to be written.
  let terms: [PromptBook.Term]
  /// The mark of the paper's own words in the prompt.
  let textMark: Fingerprint
  /// The mark of all that the paper puts into the prompt, terms of the glossary included.
  let inputMark: Fingerprint

  /// Takes the words that a paper puts into a prompt beside its identifier.
  init(_ paper: Paper, words: String..., terms: [PromptBook.Term]) {
    self.paper = paper
    self.terms = terms
    textMark = Fingerprint(parts: [paper.id.text] + words)
    inputMark = textMark.followed(by: terms.mark)
  }
}
