/// The project's prompts, checked and ready to be filled.
package struct PromptBook: Sendable, Equatable {
  private let translate: PromptTemplate
  private let title: PromptTemplate
  private let summarize: PromptTemplate
  private let paper: PromptTemplate
  private let again: PromptTemplate

  /// The headings of all prompts, none of which belongs into a reply.
  package let headings: [String]

  /// Reads the prompts through a function that returns a file's text.
  ///
  /// Throws `TemplateError`, else what `read` throws.
  package init(read: (_ file: String) throws -> (path: String, text: String)) throws {
    func template(_ name: String, holes: Set<String>) throws -> PromptTemplate {
      let (path, text) = try read(name)
      return try PromptTemplate(file: path, text: text, holes: holes)
    }
    translate = try template("translate.md", holes: [])
    title = try template("title.md", holes: ["fence", "id", "title", "terms"])
    summarize = try template("summarize.md", holes: [])
    paper = try template("paper.md", holes: ["fence", "id", "title", "abstract", "terms"])
    again = try template("again.md", holes: ["fence", "findings", "reply"])
    headings = [translate, title, summarize, paper, again].flatMap(\.headings)
  }

  /// One paper as the prompts see it.
  package struct Paper: Sendable, Equatable {
    /// The arXiv id without version.
    package let id: String
    /// The English title.
    package let title: String
    /// The abstract.
    package let abstract: String
    /// How the terms in it are to be written.
    package let terms: [Term]

    /// Describes a paper.
    package init(id: String, title: String, abstract: String, terms: [Term] = []) {
      self.id = id
      self.title = title
      self.abstract = abstract
      self.terms = terms
    }

    /// The terms in one line, line end included; nothing where there are none.
    fileprivate var termsLine: String {
      guard !terms.isEmpty else { return "" }
      let pairs = terms.map {
        $0.english == $0.japanese ? $0.english : "\($0.english) → \($0.japanese)"
      }
      return "用語: \(pairs.joined(separator: "、"))\n"
    }
  }

  /// A term of the field with its agreed form.
  package struct Term: Sendable, Equatable {
    /// The English form.
    package let english: String
    /// The Japanese form; the English one where that is kept.
    package let japanese: String

    /// Pairs the two.
    package init(english: String, japanese: String) {
      self.english = english
      self.japanese = japanese
    }
  }

  /// Asks for the Japanese titles of some papers.
  package func titles(of papers: [Paper], named name: String) -> Prompt {
    let items = papers.map { paper in
      title.filled(
        [
          "fence": fence(around: [paper.title]), "id": paper.id, "title": paper.title,
          "terms": paper.termsLine,
        ])
    }
    return Prompt(
      name: name, system: translate.text, user: items.joined(separator: "\n"), schema: .titles)
  }

  /// Asks for the bullets and the remark of a paper.
  package func summary(of paper: Paper, named name: String) -> Prompt {
    let text = self.paper.filled([
      "fence": fence(around: [paper.title, paper.abstract]), "id": paper.id, "title": paper.title,
      "abstract": paper.abstract, "terms": paper.termsLine,
    ])
    return Prompt(name: name, system: summarize.text, user: text, schema: .summary)
  }

  /// Unicode scalars of a reply that a model is shown again: no good answer is longer.
  private static let mostShown = 2500

  /// Asks the same once more, and shows the model its last answer and what was found in it.
  ///
  /// Both are data: the answer may repeat a hostile abstract, and the findings quote the answer. The
  /// question itself stays as it was, so that the instructions come from the cache again.
  package func again(_ prompt: Prompt, reply: String, findings: [String]) -> Prompt {
    let shown = String(String.UnicodeScalarView(reply.unicodeScalars.prefix(Self.mostShown)))
    let listed = findings.joined(separator: "\n")
    var repeated = prompt
    // Apart, lest two halves of a fence meet.
    repeated.user += again.filled([
      "fence": fence(around: [listed, "\n", shown]), "findings": listed, "reply": shown,
    ])
    return repeated
  }

  /// A line that does not occur in the data, so that the data cannot end its own fence.
  private func fence(around data: [String]) -> String {
    var (longest, run) = (0, 0)
    for text in data {
      // By bytes: a combining mark hides an equals sign from a search by characters.
      let bytes = text.utf8.span
      for place in bytes.indices {
        run = bytes[place] == UInt8(ascii: "=") ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return String(repeating: "=", count: max(10, longest + 1))
  }

  /// The texts of all prompts, none of which belongs into a reply.
  package var texts: [String] { [translate, title, summarize, paper, again].map(\.text) }

  /// What decides the questions about titles, for fingerprints.
  package var titlesText: [String] { [translate.text, title.text] }
  /// What decides the questions about summaries, for fingerprints.
  package var summaryText: [String] { [summarize.text, paper.text] }
}
