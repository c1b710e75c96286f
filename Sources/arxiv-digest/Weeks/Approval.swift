import Models
import Pipeline
import Synchronization

/// Asks the operator before a command spends more than it may without being asked.
///
/// What was agreed to counts over all weeks of a command: many small weeks are one large sum. It is
/// also the bound of what is spent, because a forecast is no promise.
final class Approval: Sendable {
  private struct State {
    /// What the weeks so far may cost.
    var expectedUSD = 0.0
    /// Up to this much nobody is asked.
    var agreedUSD: Double
    /// True once a cost that nobody knows was agreed to.
    var isUnknownAgreed = false
    /// True once a week was let pass.
    var hasPassed = false
  }

  private let ask: @Sendable (String) async throws -> String?
  private let mostUSD: Double?
  private let state: Mutex<State>

  /// Asks above an amount of US dollars, through a function that returns the line that was typed;
  /// `mostUSD` is what can be spent in any case.
  init(
    aboveUSD limit: Double, mostUSD: Double? = nil,
    ask: @escaping @Sendable (String) async throws -> String?
  ) {
    self.ask = ask
    self.mostUSD = mostUSD
    state = Mutex(State(agreedUSD: limit))
  }

  /// Why nothing was sent.
  struct Declined: Error, Equatable, CustomStringConvertible {
    /// True where weeks before were agreed to.
    var isLater = false

    var description: String {
      isLater
        ? "not agreed to, so no model was asked about this week and those after it"
        : "not agreed to, so no model was asked and nothing was spent"
    }
  }

  /// The US dollars that may be spent by now, all weeks of the command together; nil where nobody knows
  /// what is spent.
  ///
  /// Throws `Declined` where the operator does not agree.
  func agree(to forecast: Forecast) async throws -> Double? {
    if let question = question(on: forecast) {
      let answer = try await ask("\(question) Go on? [y/N] ") ?? ""
      guard ["y", "yes"].contains(answer.lowercased()) else {
        throw Declined(isLater: state.withLock(\.hasPassed))
      }
    }
    return state.withLock { state in
      state.hasPassed = true
      state.isUnknownAgreed = state.isUnknownAgreed || forecast.costUSD == nil
      state.agreedUSD = max(state.agreedUSD, state.expectedUSD)
      return state.isUnknownAgreed ? nil : state.agreedUSD
    }
  }

  /// What was agreed to so far, in US dollars; nil where nobody knows what is spent.
  var agreedUSD: Double? { state.withLock { $0.isUnknownAgreed ? nil : $0.agreedUSD } }

  /// What is to be asked; nil where nothing is.
  private func question(on forecast: Forecast) -> String? {
    state.withLock { state in
      guard let cost = forecast.costUSD else {
        return state.isUnknownAgreed
          ? nil : "Nobody knows what this costs: the model's profile names no prices."
      }
      state.expectedUSD = min(state.expectedUSD + cost.high, mostUSD ?? .infinity)
      guard state.expectedUSD > state.agreedUSD else { return nil }
      return "This may cost up to \(BillText.dollars(state.expectedUSD)), which is more than "
        + "\(BillText.dollars(state.agreedUSD))."
    }
  }
}
