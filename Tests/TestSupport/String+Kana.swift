extension String {
  /// An identifier in katakana: words that differ from paper to paper, and claim no number.
  package var inKana: String {
    String(compactMap { $0.wholeNumberValue.map { Array("アイウエオカキクケコ")[$0] } })
  }
}
