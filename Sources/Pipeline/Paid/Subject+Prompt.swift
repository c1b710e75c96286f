import Models
import Records
import Validation

extension Subject {
  /// What the prompts see of a paper, with how the glossary wants its terms written.
  ///
  /// No backslash reaches a model, which would copy it into JSON.
  var whole: PromptBook.Paper {
    PromptBook.Paper(
      id: paper.id.text, title: paper.title.withoutCommands,
      abstract: paper.abstract.withoutCommands, terms: terms)
  }

  /// What the prompts see of a paper whose title alone is asked about.
  var titleAlone: PromptBook.Paper {
    PromptBook.Paper(
      id: paper.id.text, title: paper.title.withoutCommands, abstract: "", terms: terms)
  }
}

extension Paper {
  /// Title and abstract, as terms are looked for in them.
  var wholeText: String { "\(title)\n\(abstract)" }
}

extension Glossary {
  /// The terms of a text as the prompts name them.
  func promptTerms(in text: String) -> [PromptBook.Term] {
    terms(in: text).map { .init(english: $0.english[0], japanese: $0.agreed) }
  }
}

extension [PromptBook.Term] {
  /// The mark of everything that a paper puts into a prompt but its text.
  var mark: String { map { "\($0.english)=\($0.japanese)" }.joined(separator: ";") }
}
