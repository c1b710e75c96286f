package import Foundation

/// A batch at a test's server.
package struct FakeBatch: Sendable {
  /// How far it is.
  package enum Phase: Sendable, Equatable {
    case validating, running, stopping, ended, expired, stopped, refused
  }

  /// What became of a question.
  package enum Outcome: Sendable {
    case replied(FakeDialect.Said)
    case failed(FakeDialect.Trouble)
    case expired, stopped
  }

  /// Which one it is, from 1.
  package let number: Int
  /// The server's name for it.
  package let id: String
  /// The program's name for it; nil where the provider keeps none.
  package let key: String?
  /// Its questions.
  package let questions: [ProviderQuestion]
  /// When it was made.
  package let created: Date
  /// What is wrong with it.
  let surprises: [BatchSurprise]
  /// How far it is.
  package internal(set) var phase = Phase.validating
  /// What became of each question; empty before the end.
  package internal(set) var outcomes: [Outcome] = []
  /// How often it was looked at.
  package internal(set) var looks = 0
  /// How often it could have been on a list.
  var lists = 0
  /// How often its results were fetched.
  var downloads = 0
  /// How many looks it has been stopping for.
  var looksWhileStopping = 0

  /// The keys of its questions.
  package var questionKeys: [String] { questions.compactMap(\.key) }

  /// True once nothing more becomes of it.
  package var isOver: Bool { ![.validating, .running, .stopping].contains(phase) }

  /// How many questions were answered.
  var answered: Int {
    outcomes.count { if case .replied = $0 { true } else { false } }
  }
  /// How many have failed.
  var failed: Int {
    outcomes.count { if case .failed = $0 { true } else { false } }
  }
  /// How many were given up.
  var unasked: Int { outcomes.count - answered - failed }
}

extension FakeBatch {
  /// The first surprise that means something to whoever asks.
  func surprise<Meaning>(_ meaning: (BatchSurprise) -> Meaning?) -> Meaning? {
    surprises.lazy.compactMap(meaning).first
  }

  /// True where a surprise is among those of the batch.
  func has(_ isIt: (BatchSurprise) -> Bool) -> Bool { surprises.contains(where: isIt) }

  /// True where the server does not know it for this look.
  var isHidden: Bool {
    let hidden = surprise { if case .hiddenFor(let looks) = $0 { looks } else { nil } } ?? 0
    return looks <= hidden || isGone
  }

  /// True where the server will not know it any more.
  var isGone: Bool {
    surprise { if case .vanishes(let looks) = $0 { self.looks > looks } else { nil } } ?? false
  }

  /// True where the list leaves it out this time.
  var isUnlisted: Bool {
    let unlisted = surprise { if case .unlistedFor(let lists) = $0 { lists } else { nil } } ?? 0
    return lists <= unlisted || isGone
  }

  /// What the provider has against it once it has looked through its file; nil where nothing.
  var objection: (line: Int?, code: String, words: String)? {
    surprise { surprise in
      switch surprise {
      case .malformedLine(let line): (line, "invalid_request", "Line \(line) holds no question.")
      case .overQueue: (nil, "token_limit_exceeded", "Too many tokens are waiting already.")
      default: nil
      }
    }
  }
}
