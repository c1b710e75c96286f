import Records

/// Escapes that may be none.
extension LiveText {
  /// A backslash that stands for itself to its writer, and is eaten before a sign.
  var doubtfulEscapes: [Hazard] {
    let digits = units.units.prefix { $0.scalar.isASCIIDigit }.count
    let lone = units.units.indices.first { index in
      let unit = units.units[index]
      guard unit.isEscaped, units.raw[unit.range.lowerBound] == "\\" else { return false }
      // Behind a number at the start, the escape keeps the line from becoming a list.
      if unit.scalar == ")" { return index == 0 || index != digits }
      return "(%,;!^\"'/@?&".unicodeScalars.contains(unit.scalar)
    }
    var hazards = [lone].compactMap(\.self).map { index in
      let sign = units.units[index].scalar
      return Hazard(
        code: .backslash, message: "the backslash before '\(sign)' may be eaten",
        edits: [Flaw.Edit(range: units.units[index].range, text: "")], isDeliberate: true,
        severity: .warning)
    }
    if setting.place == .title, let last = units.units.indices.last, units.isPlain("\\", at: last) {
      hazards.append(
        hazard(
          .backslash, [last],
          "the backslash takes away the end of the title, and its signs are shown"))
    }
    return hazards
  }
}
