import HTTP

/// How often one question has failed, and whether it is worth sending again.
///
/// Each kind of failure is counted apart. A server with too much to do, or in trouble, gets all the
/// attempts of the profile; a lost connection fewer, because its request may have been paid for.
struct Attempts {
  /// Requests sent so far.
  private(set) var count = 0
  private let limits: ModelProfile.Limits
  /// When to give up; counts from the first failure, because waiting for one's turn is no failure.
  private var deadline: Duration?
  private var failures: [Patience: Int] = [:]
  private var last: (error: String, repeats: Int, answersThen: Int)?

  /// What failures have in common as to how often to try.
  private enum Patience {
    case load, trouble, network, generation

    /// Requests for one answer, the first one included.
    var attempts: Int {
      switch self {
      case .load, .trouble: .max
      case .network: 4
      case .generation: 2
      }
    }
  }

  /// So many times the same trouble is no accident.
  private static let mostRepeats = 5

  /// Begins a question.
  init(_ limits: ModelProfile.Limits) {
    self.limits = limits
  }

  /// Counts a request.
  mutating func begin() {
    count += 1
  }

  /// How long to wait before the next request; throws `error` where there is to be none.
  ///
  /// `answers` is how many questions the same server has answered in the run: where it answers others
  /// and meets this one with the same error again and again, the error is this question's own.
  mutating func wait(after error: any Error, answers: Int, timing: Timing) throws -> Duration {
    guard let patience = Self.patience(error, hasAnswered: answers > 0) else { throw error }
    failures[patience, default: 0] += 1
    let failed = failures[patience, default: 0]
    guard failed < min(patience.attempts, limits.attempts), !isStuck(error, answers: answers) else {
      throw error
    }
    let backoff = Backoff(base: .seconds(limits.backoffSeconds))
    let ours = backoff.wait(after: failures.values.reduce(0, +), random: timing.random())
    // Servers that say nothing sensible say zero, or less.
    let asked = (error as? ModelError)?.retryAfter.flatMap { $0 > .zero ? $0 : nil }
    // A little more than asked, so that waiting lanes do not all return in the same instant.
    let wait = asked.map { $0 + ours * 0.1 } ?? ours
    let end = deadline ?? timing.uptime() + .seconds(limits.deadlineSeconds)
    deadline = end
    guard timing.uptime() + wait <= end else { throw error }
    return wait
  }

  private static func patience(_ error: any Error, hasAnswered: Bool) -> Patience? {
    switch error {
    // A server that is away for a moment; nothing was sent that could be paid for.
    case HTTPError.unreachable, HTTPError.nameNotFound: hasAnswered ? .trouble : .network
    case let error as HTTPError: error.isTransient ? .network : nil
    case let error as ModelError:
      switch error.kind {
      case .rateLimited, .overloaded: .load
      case .unavailable: .trouble
      case .unreadable: .network
      case .badGeneration: .generation
      default: nil
      }
    default: nil
    }
  }

  /// True where the same trouble comes again and again, while others are answered.
  private mutating func isStuck(_ error: any Error, answers: Int) -> Bool {
    guard let error = error as? ModelError, error.kind == .unavailable, !error.message.isEmpty
    else {
      return false
    }
    let text = "\(error)"
    if let last, last.error == text {
      self.last?.repeats += 1
      return last.repeats + 1 >= Self.mostRepeats && answers > last.answersThen
    }
    last = (text, 1, answers)
    return false
  }
}
