package import ArXiv
package import Foundation
package import Models

/// Who does the work that is not ours: arXiv, the models, the clock.
package struct Services: Sendable {
  /// Searches arXiv.
  package let search: TopicSearch
  /// Translates titles.
  package let translator: ModelClient
  /// Summarizes papers.
  package let summarizer: ModelClient
  /// The prompts for both.
  package let prompts: PromptBook
  /// The calendar's time, for records.
  package let now: @Sendable () -> Date

  /// Puts the services together; those of a stage that does not run are never asked.
  package init(
    search: TopicSearch, translator: ModelClient, summarizer: ModelClient, prompts: PromptBook,
    now: @escaping @Sendable () -> Date
  ) {
    self.search = search
    self.translator = translator
    self.summarizer = summarizer
    self.prompts = prompts
    self.now = now
  }
}
