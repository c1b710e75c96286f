package import ArXiv
package import Foundation
package import Models
package import Records
package import Validation

/// Who does the work that is not ours: arXiv, the models, the clock.
package struct Services: Sendable {
  /// Where papers come from.
  package let source: PaperSource
  /// Translate titles: the first one is asked, the others stand in for it.
  package let translators: [ModelClient]
  /// Summarize papers: the first one is asked, the others stand in for it.
  package let summarizers: [ModelClient]
  /// The prompts for both.
  package let prompts: PromptBook
  /// Judges what came back.
  package let validator: Validator
  /// The mark of everything that was set for the program and is not among these; nil where nobody
  /// vouches for one, and then no run is taken for the same as an earlier one.
  package let settings: Fingerprint?
  /// The calendar's time, for records.
  package let now: @Sendable () -> Date

  /// Gives back to the system what is free of the memory that was taken from it.
  package let giveBackMemory: @Sendable () -> Void

  /// Puts the services together; those of a stage that does not run are never asked.
  package init(
    source: PaperSource, translators: [ModelClient], summarizers: [ModelClient],
    prompts: PromptBook, validator: Validator, settings: Fingerprint? = nil,
    now: @escaping @Sendable () -> Date, giveBackMemory: @escaping @Sendable () -> Void = {}
  ) {
    self.source = source
    self.translators = translators
    self.summarizers = summarizers
    self.prompts = prompts
    self.validator = validator
    self.settings = settings
    self.now = now
    self.giveBackMemory = giveBackMemory
  }
}
