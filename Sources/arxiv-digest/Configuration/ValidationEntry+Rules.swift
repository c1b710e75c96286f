import Validation

extension ValidationEntry {
  /// The rules of a file; the shipped ones where it says nothing.
  ///
  /// Throws `UsageError` for a value that is out of range, and for a code that no check has.
  static func rules(_ entry: ValidationEntry?, path: JSONPlace) throws(UsageError) -> Rules {
    var rules = Rules()
    guard let entry else { return rules }
    let place = path["validation"]
    rules.levels = try levels(entry.levels ?? [:], at: place["levels"])
    for (key, band, rule) in [
      ("titleLength", entry.titleLength, \Rules.titleLength),
      ("bulletLength", entry.bulletLength, \Rules.bulletLength),
      ("remarkLength", entry.remarkLength, \Rules.remarkLength),
    ] {
      guard let band else { continue }
      guard band.count == 2, band[0] >= 1, band[0] <= band[1], band[1] <= mostCharacters else {
        let shipped = rules[keyPath: rule]
        throw UsageError(
          "\(place[key]): the fewest and the most characters are needed, from 1 to "
            + "\(mostCharacters); shipped is [\(shipped.lowerBound), \(shipped.upperBound)]")
      }
      rules[keyPath: rule] = band[0]...band[1]
    }
    rules.knownNames += try words(entry.knownNames, at: place["knownNames"]) ?? []
    rules.petWords = try words(entry.petWords, at: place["petWords"]) ?? rules.petWords
    for (key, share, rule) in [
      ("petWordShare", entry.petWordShare, \Rules.petWordShare),
      ("openingShare", entry.openingShare, \Rules.openingShare),
    ] {
      guard let share else { continue }
      guard (0...1).contains(share) else {
        throw UsageError("\(place[key]): a share from 0 to 1 is needed")
      }
      rules[keyPath: rule] = share
    }
    return rules
  }

  /// No text of a digest is longer.
  private static let mostCharacters = 1000

  private static func levels(
    _ levels: [String: String], at place: JSONPlace
  ) throws(UsageError) -> [String: Rules.Level] {
    let known = Validator.codes
    let names = Rules.Level.allCases.map(\.rawValue)
    var result: [String: Rules.Level] = [:]
    for (code, name) in levels.sorted(by: { $0.key < $1.key }) {
      guard known.contains(code) else {
        throw UsageError("\(place[code]): no check has the code '\(code)'\(nearest(code, known))")
      }
      guard let level = Rules.Level(rawValue: name) else {
        throw UsageError(
          "\(place[code]): '\(name)' is none of \(names.joined(separator: ", "))"
            + nearest(name, names))
      }
      result[code] = level
    }
    return result
  }

  private static func words(
    _ words: [String]?, at place: JSONPlace
  ) throws(UsageError) -> [String]? {
    guard let words else { return nil }
    guard words.allSatisfy({ $0.unicodeScalars.count > 1 }) else {
      throw UsageError("\(place): a word of two characters or more is needed in each place")
    }
    return words
  }
}
