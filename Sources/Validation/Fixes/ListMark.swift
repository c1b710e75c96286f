extension Substring.UnicodeScalarView {
  /// What stands behind the list mark at the start; nil where there is none.
  ///
  /// `1.5` and `2、3` are numbers, `-5%` is one too, and `2.x` and `C++` are names.
  var behindListMark: Substring.UnicodeScalarView? {
    guard let first else { return nil }
    let rest = dropFirst()
    switch first {
    case "・", "•", "‣", "◦", "●", "○", "■", "□", "◆", "◇", "※", "①"..."⑳": return rest
    // A star may belong to a name.
    case "-", "*", "+", "–", "—", "－":
      return rest.first?.properties.isWhitespace ?? true ? rest : nil
    default: return behindNumber
    }
  }

  private var behindNumber: Substring.UnicodeScalarView? {
    let digits = prefix { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    guard (1...2).contains(digits.count) else { return nil }
    let mark = dropFirst(digits.count)
    guard let sign = mark.first, ".)．）、".unicodeScalars.contains(sign) else { return nil }
    let rest = mark.dropFirst()
    guard let next = rest.first else { return rest }
    let isNumber = next.properties.generalCategory == .decimalNumber
    return isNumber || next.isASCII && next.properties.isAlphabetic ? nil : rest
  }
}
