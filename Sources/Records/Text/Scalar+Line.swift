extension Unicode.Scalar {
  /// True for the line ends of Unicode, U+0085, U+2028 and U+2029 among them.
  package var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// True for what shows nothing and may do harm: controls, and marks that turn the writing
  /// direction; line ends are not among them.
  package var isHiddenControl: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: !endsLine && properties.generalCategory == .control
    }
  }
}
