import Records

/// Splits the one line that holds all authors of a paper, as `A. First, B. Second and C. Third
/// (An Institute)`.
///
/// The same names come out as the search API gives, which are split by arXiv's own rules: at commas,
/// colons and "and", never at semicolons; a colon stands among the names; what is in parentheses is
/// an affiliation; a space follows each initial; a collaboration in front is one name.
enum AuthorLine {
  /// The names, in order, without affiliations, in Unicode.
  static func names(in line: String) -> [String] {
    var names = parts(of: line).filter { !isNoName($0) }.map { tidied($0) }
    names.removeAll(where: meansOthers)
    return (collaborations(from: &names) + names).map(\.withoutTeX.collapsed)
      .filter { !$0.isEmpty }
  }

  private static func isNoName(_ part: String) -> Bool {
    part.hasPrefix(",") || part.hasPrefix("(") || part.hasPrefix("]")
  }

  /// Names, commas, colons and affiliations, a suffix rejoined to its name.
  private static func parts(of line: String) -> [String] {
    var result: [String] = []
    for part in blocks(of: line.unicodeScalars).flatMap(parts(ofBlock:)) {
      let isSuffix = part == "Jr" || part == "Jr."
      if isSuffix, result.count >= 2, result.last == "," {
        result.removeLast()
        result[result.count - 1] += ", \(part)"
      } else {
        result.append(part)
      }
    }
    return result
  }

  /// The line, cut before and after each outermost pair of parentheses.
  private static func blocks(of line: String.UnicodeScalarView) -> [String] {
    var blocks = [""]
    var depth = 0
    for scalar in line {
      if scalar == "(" {
        depth += 1
        if depth == 1 { blocks.append("") }
      }
      blocks[blocks.count - 1].unicodeScalars.append(scalar)
      if scalar == ")" {
        depth -= 1
        if depth == 0 { blocks.append("") }
      }
    }
    return blocks
  }

  /// An affiliation whole, and what stands between two of them in names and separators.
  private static func parts(ofBlock block: String) -> [String] {
    if block.hasPrefix("(") { return [block] }
    var result = [""]
    for scalar in block.withCommasForAnd.unicodeScalars {
      if scalar == "," || scalar == ":" {
        result += [String(Character(scalar)), ""]
      } else {
        result[result.count - 1].unicodeScalars.append(scalar)
      }
    }
    return result.map(\.collapsed).filter { !$0.isEmpty }
  }

  /// A name with a space after each initial, TeX's `\.` excepted.
  private static func tidied(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    var result = ""
    var place = 0
    while place < scalars.count {
      result.unicodeScalars.append(scalars[place])
      let isEscaped = place > 0 && scalars[place - 1] == "\\"
      if scalars[place] == ".", !isEscaped, place + 1 < scalars.count, !scalars[place + 1].isSpace {
        result += " "
        place += 1
        result.unicodeScalars.append(scalars[place])
      }
      place += 1
    }
    return result
  }

  /// True for "et al" in its spellings.
  private static func meansOthers(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ")
    guard words.count >= 2 else { return false }
    return ["et", "et."].contains(words[0]) && words[1].hasPrefix("al")
  }

  /// Takes the collaborations that stand in front away from the names, with what separates them.
  private static func collaborations(from names: inout [String]) -> [String] {
    var result: [String] = []
    while let first = names.first, let name = collaboration(in: first) {
      result.append(name)
      names.removeFirst()
      if names.first == ":" { names.removeFirst() }
    }
    return result
  }

  /// The words of letters and digits that end in "collaboration", "group" or "team"; nil where there
  /// are none.
  private static func collaboration(in name: String) -> String? {
    let runs = name.unicodeScalars.split(omittingEmptySubsequences: true) { scalar in
      !(scalar.isSpace || scalar.isASCII && scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar))
    }
    for run in runs {
      let words = String(run).split(separator: " ")
      let last = words.lastIndex { word in
        ["collaboration", "group", "team"].contains { word.lowercased().hasPrefix($0) }
      }
      if let last, last > 0 { return words[...last].joined(separator: " ") }
    }
    return nil
  }
}

extension String {
  /// The text with a comma in place of each "and" or "&" between two spaces, and of a comma before
  /// it.
  fileprivate var withCommasForAnd: String {
    var words: [Substring] = []
    var result = ""
    for word in split(omittingEmptySubsequences: true, whereSeparator: \.isWhitespace) {
      if word == "and" || word == "&" {
        result += words.joined(separator: " ")
        if !result.hasSuffix(",") { result += "," }
        words = []
      } else {
        words.append(word)
      }
    }
    return result + words.joined(separator: " ")
  }
}
