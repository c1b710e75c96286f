/// What a shell offers in one place of the command line.
struct Offer: Equatable {
  /// A word that may be typed, and what it means; the meaning is empty where the word says it.
  struct Word: Equatable {
    /// What is typed.
    let text: String
    /// What it means, on one line.
    let summary: String
  }

  /// Paths that may be typed.
  enum Paths: Equatable {
    case files, folders
  }

  /// Words that are the same everywhere.
  var words: [Word] = []
  /// What is asked from `digest.json` while somebody types; nil where nothing is.
  var names: DigestNames?
  /// Which paths may be typed; nil where none may.
  var paths: Paths?

  /// True where nothing can be offered, such as for a day or a number.
  var isEmpty: Bool { self == Offer() }

  /// Words that need no explanation.
  static func words(_ texts: [String]) -> Offer {
    Offer(words: texts.map { Word(text: $0, summary: "") })
  }

  /// Commands, with what they do.
  static func commands(_ commands: [Command]) -> Offer {
    Offer(words: commands.map { Word(text: $0.rawValue, summary: $0.summary) })
  }
}
