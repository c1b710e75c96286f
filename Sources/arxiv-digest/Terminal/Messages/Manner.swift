import Pipeline

/// How much is said on stderr, and in which form.
struct Manner: Equatable {
  /// The forms that a line may have.
  enum Format: String, CaseIterable {
    case text, json
  }

  /// How much is said.
  enum Amount {
    /// What is wrong, and what to do next.
    case little
    /// What a run does.
    case usual
    /// Each request and each wait as well.
    case much
  }

  /// The form of a line.
  var format = Format.text
  /// How much is said.
  var amount = Amount.usual

  /// False for an event of which nothing is said; there are too many of them to put them into words.
  func hears(_ event: RunEvent) -> Bool {
    switch event {
    case .advanced, .sent: false
    case .settled, .waiting: amount == .much
    default: true
    }
  }

  /// True where a message of this kind is said.
  func says(_ message: Message) -> Bool {
    switch amount {
    case .little:
      message.level == .warning || message.level == .error || message.event == Message.next
    case .usual: message.level != .detail
    case .much: true
    }
  }
}

extension Manner {
  /// The manner for a mistake in what was typed: its form is as wanted, where that can be made out.
  init(ofMistakeIn words: [String]) {
    let option = Option.logFormat.flag
    let isJSON =
      words.contains("\(option)=json")
      || zip(words, words.dropFirst()).contains { $0 == option && $1 == "json" }
    self.init(format: isJSON ? .json : .text)
  }

  /// Takes what was typed; throws `UsageError` for what makes no sense.
  init(_ arguments: Arguments) throws(UsageError) {
    if let name = arguments[.logFormat] {
      guard let format = Format(rawValue: name) else {
        let names = Format.allCases.map(\.rawValue)
        throw UsageError(
          "--log-format \(name): no such format; it is \(names.joined(separator: " or "))"
            + nearest(name, names))
      }
      self.format = format
    }
    switch (arguments.has(.quiet), arguments.has(.verbose)) {
    case (true, true): throw UsageError("--quiet and --verbose exclude each other")
    case (true, false): amount = .little
    case (false, true): amount = .much
    case (false, false): amount = .usual
    }
  }
}
