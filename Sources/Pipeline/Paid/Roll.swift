import Records

/// How far a paid stage is with the papers that it answers for, in digest order: eight bytes each, without
/// any texts.
struct Roll: Sendable {
  /// One paper.
  struct Entry: Sendable {
    private struct Flags: OptionSet {
      let rawValue: UInt8

      static let hasDraft = Flags(rawValue: 1)
      static let isByHand = Flags(rawValue: 2)
      static let needsAnswer = Flags(rawValue: 4)
      static let isAsked = Flags(rawValue: 8)
      static let hasObstacle = Flags(rawValue: 16)
      static let isExhausted = Flags(rawValue: 32)
      static let isAnswered = Flags(rawValue: 64)
    }

    /// Where `papers.jsonl` has the paper.
    private let paper: UInt32
    private var flags: Flags = []
    private let changed: UInt8
    private let nextTurn: UInt8

    /// Keeps what is known of a paper but for its texts.
    init<Output: Draft>(_ weighed: Weighed<Output>, at place: Int, isAnswered: Bool = false) {
      paper = UInt32(place)
      if weighed.draft != nil { flags.insert(.hasDraft) }
      if weighed.isByHand { flags.insert(.isByHand) }
      if weighed.needsAnswer { flags.insert(.needsAnswer) }
      if weighed.isAsked { flags.insert(.isAsked) }
      if weighed.obstacle != nil { flags.insert(.hasObstacle) }
      if weighed.isExhausted { flags.insert(.isExhausted) }
      if isAnswered { flags.insert(.isAnswered) }
      changed = weighed.changes.reduce(0) { $0 | $1.bit }
      nextTurn = UInt8(clamping: weighed.nextTurn)
    }

    /// Where `papers.jsonl` has the paper.
    var place: Int { Int(paper) }
    /// True where there is a draft on disk.
    var hasDraft: Bool { flags.contains(.hasDraft) }
    /// True where a person has written all that the stage would ask for.
    var isByHand: Bool { flags.contains(.isByHand) }
    /// True where there is no text that could be published.
    var needsAnswer: Bool { flags.contains(.needsAnswer) }
    /// True where a run asks about the paper.
    var isAsked: Bool { flags.contains(.isAsked) }
    /// True where arXiv sent too little to ask about it.
    var hasObstacle: Bool { flags.contains(.hasObstacle) }
    /// True where the model was asked again as often as it may be.
    var isExhausted: Bool { flags.contains(.isExhausted) }
    /// True where an answer about the paper came in this run of the stage.
    var isAnswered: Bool { flags.contains(.isAnswered) }
    /// Whose turn it is to be asked.
    var turn: Int { Int(nextTurn) }
    /// What of the draft's question would be another one today.
    var changes: [QuestionInput] { QuestionInput.allCases.filter { changed & $0.bit != 0 } }
    /// True where nothing of it would be.
    var isFresh: Bool { changed == 0 }

    /// The same paper for the next run of the stage.
    var settled: Entry {
      var settled = self
      settled.flags.remove(.isAnswered)
      return settled
    }
  }

  /// Where the papers' records stand.
  let papers: RecordTable<Paper>
  /// The papers, in digest order.
  var entries: [Entry]

  /// How many answers are kept although their question has changed since.
  var staleCount: Int { entries.count { !$0.isFresh && !$0.isByHand } }

  /// How many papers got an answer in this run of the stage.
  var answeredCount: Int { entries.count(where: \.isAnswered) }

  /// The roll for the next run of the stage.
  var settled: Roll { Roll(papers: papers, entries: entries.map(\.settled)) }

  /// The id of a paper; throws `RecordError` where it cannot be read any more.
  func id(of entry: Entry) throws -> ArXivID { try papers.id(at: entry.place) }
}

extension QuestionInput {
  fileprivate var bit: UInt8 {
    switch self {
    case .prompt: 1
    case .model: 2
    case .terms: 4
    case .abstract: 8
    case .version: 16
    }
  }
}
