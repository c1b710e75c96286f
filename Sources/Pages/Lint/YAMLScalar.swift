/// A YAML scalar without quotes (YAML 1.2, section 7.3.3).
struct YAMLPlain {
  private let scalars: [Unicode.Scalar]

  /// Takes the scalar as it is written.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// What is made of the value; nil where it is read as it is written.
  ///
  /// Only a title has to be a text: a list in brackets is a good value of `tags`.
  func damage(isTitle: Bool) -> String? {
    if let sign = scalars.first, "@`%".unicodeScalars.contains(sign) || isTitle && opens(sign) {
      return "YAML reads the '\(sign)' at the start as a sign of its own: "
        + "Hugo builds nothing, and Jekyll makes the page without its title"
    }
    if isFollowed(":"), scalars.first.map({ !"[{".unicodeScalars.contains($0) }) ?? true {
      return
        "YAML takes ': ' for another key: Hugo builds nothing, and Jekyll makes the page without "
        + "its title"
    }
    if let place = comment, isTitle {
      return "YAML drops '\(String(scalars[place...]))' as a comment"
    }
    return isTitle && isNoText ? "YAML reads a value that is no text" : nil
  }

  private func opens(_ sign: Unicode.Scalar) -> Bool {
    if "[]{},&*!|>#'\"".unicodeScalars.contains(sign) { return true }
    return "-?:".unicodeScalars.contains(sign) && (scalars.count == 1 || scalars[1] == " ")
  }

  /// True where a sign stands before a blank or at the end.
  private func isFollowed(_ sign: Unicode.Scalar) -> Bool {
    scalars.indices.contains { index in
      scalars[index] == sign && (index + 1 == scalars.count || scalars[index + 1] == " ")
    }
  }

  private var comment: Int? {
    scalars.indices.dropFirst().first { scalars[$0] == "#" && scalars[$0 - 1] == " " }
      .map { $0 - 1 }
  }

  private var isNoText: Bool {
    let text = String(scalars)
    return Double(text) != nil
      || ["true", "false", "yes", "no", "on", "off", "null", "~"].contains(text.lowercased())
  }
}

/// A YAML scalar in quotes (YAML 1.2, sections 7.3.1 and 7.3.2).
struct YAMLQuoted {
  private let scalars: [Unicode.Scalar]

  /// Takes the scalar as it is written.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Why the value cannot be read; nil where it can.
  var damage: String? {
    let quote = scalars[0]
    var index = 1
    while index < scalars.count {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if quote == "\"", scalars[index] == "\\" {
        guard let next, Self.escapes.contains(next) else {
          return "'\\\(next.map { "\($0)" } ?? "")' means nothing between double quotes"
        }
        index += 2
      } else if scalars[index] == quote, quote == "'", next == quote {
        index += 2
      } else if scalars[index] == quote {
        return endsWell(at: index) ? nil : "text follows the closing quote"
      } else {
        index += 1
      }
    }
    return "the quote is not closed"
  }

  private static let escapes = "0abt\tnvfre \"/\\N_LPxuU".unicodeScalars

  /// True where only a comment follows.
  private func endsWell(at index: Int) -> Bool {
    let rest = scalars[(index + 1)...].drop { $0 == " " || $0 == "\t" }
    return rest.isEmpty || rest.first == "#"
  }
}
