package import Records

/// What the next run would do about papers that have no usable answer.
package struct Outlook: Sendable, Equatable {
  /// A paper that is not asked about again, because the model was, as often as it may be.
  package struct Exhausted: Sendable, Equatable {
    /// The paper.
    package let id: ArXivID
    /// The stage that asked.
    package let stage: Stage
    /// How often the model was asked again since the last change of prompt, paper or model.
    package let repairs: Int

    /// Describes a paper that waits for a person.
    package init(id: ArXivID, stage: Stage, repairs: Int) {
      self.id = id
      self.stage = stage
      self.repairs = repairs
    }
  }

  /// Papers that it would ask about.
  package var asks: [ArXivID]
  /// Papers that it would leave to a person.
  package var exhausted: [Exhausted]
  /// Papers that are withheld for what they have in common with others, and good by themselves: no
  /// stage asks about them.
  package var compared: [ArXivID]

  /// Looks at nothing, unless told otherwise.
  package init(
    asks: [ArXivID] = [], exhausted: [Exhausted] = [], compared: [ArXivID] = []
  ) {
    self.asks = asks
    self.exhausted = exhausted
    self.compared = compared
  }

  /// True where the same command again would ask nothing, although papers are withheld.
  package var waitsForPerson: Bool { asks.isEmpty && !(exhausted.isEmpty && compared.isEmpty) }

  /// Puts what is known of two stages, or weeks, together.
  package static func + (one: Outlook, other: Outlook) -> Outlook {
    Outlook(
      asks: one.asks + other.asks, exhausted: one.exhausted + other.exhausted,
      compared: one.compared + other.compared)
  }
}
