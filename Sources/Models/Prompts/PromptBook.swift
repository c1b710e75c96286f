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
    title = try template("title.md", holes: ["fence", "id", "title"])
    summarize = try template("summarize.md", holes: [])
    paper = try template("paper.md", holes: ["fence", "id", "title", "abstract"])
    again = try template("again.md", holes: ["fence", "reason", "reply"])
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

    /// Describes a paper.
    package init(id: String, title: String, abstract: String) {
      self.id = id
      self.title = title
      self.abstract = abstract
    }
  }

  /// Asks for the Japanese titles of some papers.
  package func titles(of papers: [Paper], named name: String) -> Prompt {
    let items = papers.map { paper in
      title.filled(
        ["fence": fence(around: paper.title), "id": paper.id, "title": paper.title])
    }
    return Prompt(
      name: name, system: translate.text, user: items.joined(separator: "\n"), schema: .titles)
  }

  /// Asks for the bullets and the remark of a paper.
  package func summary(of paper: Paper, named name: String) -> Prompt {
    let text = self.paper.filled([
      "fence": fence(around: paper.title + paper.abstract), "id": paper.id, "title": paper.title,
      "abstract": paper.abstract,
    ])
    return Prompt(name: name, system: summarize.text, user: text, schema: .summary)
  }

  /// Asks the same once more, and shows the model what was wrong with its reply.
  ///
  /// The question itself stays as it was, so that the instructions come from the cache again.
  package func again(_ prompt: Prompt, reply: String, reason: String) -> Prompt {
    let shown = String(reply.prefix(2000))
    var repeated = prompt
    repeated.user += again.filled([
      "fence": fence(around: shown + reason), "reason": reason, "reply": shown,
    ])
    return repeated
  }

  /// A line that does not occur in the data, so that the data cannot end its own fence.
  private func fence(around data: String) -> String {
    var fence = "=========="
    // By bytes: a combining mark hides an equals sign from a search by characters.
    while data.utf8.contains(fence.utf8) { fence += "=" }
    return fence
  }

  /// What decides the questions about titles, for fingerprints.
  package var titlesText: [String] { [translate.text, title.text] }
  /// What decides the questions about summaries, for fingerprints.
  package var summaryText: [String] { [summarize.text, paper.text] }
}
