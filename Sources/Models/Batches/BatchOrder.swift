package import Foundation

/// A batch as we mean it, on disk before the provider hears of it.
package struct BatchOrder: Sendable, Equatable {
  /// What tells the batch from all others, such as `digest-2024-07-26-summarize-9f86d081884c7d65`: the
  /// provider keeps it, and so the batch is found again after a crash.
  package let key: String
  /// The file that is sent as it is.
  package let file: String
  /// How many questions are in it.
  package let count: Int
  /// When it was written; a batch that is older is another one.
  package let made: Date

  /// Describes a batch.
  package init(key: String, file: String, count: Int, made: Date) {
    self.key = key
    self.file = file
    self.count = count
    self.made = made
  }

  /// What tells a question from all others of all batches, counted from 0.
  ///
  /// At most 64 letters, digits and hyphens, as Anthropic wants it.
  package static func questionKey(_ number: Int, of key: String) -> String {
    "\(mark(of: key))-\(number)"
  }

  /// True where a question's key is one of a batch.
  package static func holds(_ questionKey: String, _ key: String) -> Bool {
    questionKey.hasPrefix(mark(of: key) + "-")
  }

  /// The last part of a batch's key, which no other batch has.
  private static func mark(of key: String) -> Substring {
    key.split(separator: "-").last ?? Substring(key)
  }
}
