extension Message {
  /// The text with the little colour that a terminal gets: what a line begins with, where that line
  /// matters.
  func coloured(_ text: String) -> String {
    guard let colour, let end = text.firstRange(of: ": ")?.lowerBound else { return text }
    return "\u{1B}[\(colour)m\(text[..<end])\u{1B}[0m\(text[end...])"
  }

  /// The number of a colour: red, yellow, or bold for what to type next.
  private var colour: Int? {
    switch level {
    case .error: 31
    case .warning: 33
    case .info where event == Self.next: 1
    case .info, .detail, .progress: nil
    }
  }
}
