import Models
import Pipeline
import Synchronization

/// Asks the operator before a command spends more than it may without being asked.
///
/// What was agreed to counts over all weeks of a command: many small weeks are one large sum.
final class Approval: Sendable {
  private struct State {
    /// What the weeks so far are expected to cost.
    var expectedUSD = 0.0
    /// Up to this much nobody is asked.
    var agreedUSD: Double
    /// True once a cost that nobody knows was agreed to.
    var isUnknownAgreed = false
  }

  private let ask: @Sendable (String) async throws -> String?
  private let state: Mutex<State>

  /// Asks above an amount of US dollars, through a function that returns the line that was typed.
  init(aboveUSD limit: Double, ask: @escaping @Sendable (String) async throws -> String?) {
    self.ask = ask
    state = Mutex(State(agreedUSD: limit))
  }

  /// Why nothing was sent.
  struct Declined: Error, CustomStringConvertible {
    var description: String { "not agreed to, so no model was asked and nothing was spent" }
  }

  /// Throws `Declined` where the operator does not agree.
  func agree(to forecast: Forecast) async throws {
    guard let question = question(on: forecast) else { return }
    let answer = try await ask("\(question) Go on? [y/N] ") ?? ""
    guard ["y", "yes"].contains(answer.lowercased()) else { throw Declined() }
    state.withLock { state in
      state.isUnknownAgreed = state.isUnknownAgreed || forecast.costUSD == nil
      state.agreedUSD = max(state.agreedUSD, state.expectedUSD)
    }
  }

  /// What is to be asked; nil where nothing is.
  private func question(on forecast: Forecast) -> String? {
    state.withLock { state in
      guard let cost = forecast.costUSD else {
        return state.isUnknownAgreed
          ? nil : "Nobody knows what this costs: the model's profile names no prices."
      }
      state.expectedUSD += cost.high
      guard state.expectedUSD > state.agreedUSD else { return nil }
      return "This may cost up to \(BillText.dollars(state.expectedUSD)), which is more than "
        + "\(BillText.dollars(state.agreedUSD))."
    }
  }
}
