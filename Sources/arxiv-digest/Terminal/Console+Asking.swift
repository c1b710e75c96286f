extension Console {
  /// Asks the operator; returns the line that was typed, or nil where the input has ended.
  ///
  /// Throws `CancellationError` where the command is interrupted meanwhile.
  func answer(to question: String) async throws -> String? {
    TerminalInput.forget()
    ask(question)
    let line = try await TerminalInput.line()
    // Without a line nobody has gone to the next one.
    if line != nil { endQuestion() }
    return line
  }
}
