import Foundation
import Models

/// `digest.json`: topics, models, and which model each stage takes.
struct DigestFile: StrictlyDecodable {
  /// An address or URL for the `User-Agent`, which arXiv asks for.
  let contact: String?
  /// The day on which weeks begin, in English; Friday where left out.
  let weekStart: String?
  /// The topics, in the order of links and pages.
  let topics: [Strict<TopicEntry>]
  /// The model profiles by name.
  let models: [String: Strict<ProfileEntry>]
  /// Which profile each paid stage takes.
  let use: Strict<Use>
  /// What becomes of answers that the rules reject; as usual where left out.
  let validation: Strict<ValidationEntry>?
  /// From which cost on a run asks first; as usual where left out.
  let spending: Strict<SpendingEntry>?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case contact, weekStart, topics, models, use, validation, spending
  }

  /// One subject of the digest.
  struct TopicEntry: StrictlyDecodable {
    /// The short name for paths and links.
    let slug: String
    /// The Japanese name that readers see.
    let name: String
    /// What is searched for, in arXiv's grammar.
    let query: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case slug, name, query
    }
  }

  /// The profile of each paid stage.
  struct Use: StrictlyDecodable {
    /// The profile that translates titles.
    let translate: String
    /// The profile that summarizes papers.
    let summarize: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case translate, summarize
    }
  }
}

extension DigestFile {
  /// The environment variables that profiles name for their keys.
  var keyVariables: Set<String> { Set(models.values.compactMap { $0.value.keyVariable }) }
}
