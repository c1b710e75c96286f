/// What an editor may set about the checks.
package struct Rules: Sendable, Equatable {
  /// What becomes of a rule's findings.
  package enum Level: String, Sendable, CaseIterable {
    /// They withhold the paper.
    case error
    /// They are reported only.
    case warning
    /// There are none.
    case off
  }

  /// Levels by code, where they are not the shipped ones.
  package var levels: [String: Level] = [:]
  /// How many characters a Japanese title may have.
  package var titleLength = 2...160
  /// How many characters a bullet may have.
  package var bulletLength = 8...180
  /// How many characters a remark may have.
  package var remarkLength = 8...160
  /// Names that may stand in a text although neither title nor abstract has them.
  package var knownNames = Rules.commonNames
  /// Words that a remark uses too readily.
  package var petWords = ["未来", "面白", "ワクワク", "すごい", "期待"]
  /// The largest share of a page's remarks that may hold one pet word.
  package var petWordShare = 0.35
  /// The largest share of a page's remarks that may begin alike.
  package var openingShare = 0.2

  /// The rules as they are shipped.
  package init() {}

  /// What everybody in the field writes, whether a paper does or not.
  package static let commonNames = [
    "AI", "API", "CPU", "GPU", "ID", "IoT", "IT", "JSON", "LLM", "ML", "NLP", "PC", "SNS", "SOTA",
    "VR", "AR",
    "Web", "XAI", "3D", "2D",
  ]
}
