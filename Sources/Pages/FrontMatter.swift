/// Values of the YAML block that a static site reads before the page.
enum FrontMatter {
  /// A text as a YAML scalar, quoted where YAML would read a plain one as something else.
  ///
  /// One unquoted `[` or `: ` in a title fails a whole site's build. A JSON string is a YAML
  /// double-quoted scalar (YAML 1.2, section 1.3).
  static func scalar(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let startsPlain = scalars.first.map { $0.properties.isAlphabetic } ?? false
    let staysPlain = scalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || " ()~-.・、。".unicodeScalars.contains(scalar)
        || ("0"..."9").contains(scalar)
    }
    if startsPlain, staysPlain, scalars.last != " " { return text }
    var quoted = "\""
    for scalar in scalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
