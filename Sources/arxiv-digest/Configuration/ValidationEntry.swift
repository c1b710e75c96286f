import Pipeline

/// `validation` of `digest.json`: what the checks ask for, and what becomes of answers that they reject.
struct ValidationEntry: StrictlyDecodable {
  /// How often a model is asked again about a paper for an answer that cannot be used.
  let repairs: Int?
  /// `error`, `warning` or `off` by the codes of checks.
  let levels: [String: String]?
  /// The fewest and the most characters of a Japanese title.
  let titleLength: [Int]?
  /// The fewest and the most characters of a bullet.
  let bulletLength: [Int]?
  /// The fewest and the most characters of a remark.
  let remarkLength: [Int]?
  /// Names that may stand in a text although a paper does not have them, beside the usual ones.
  let knownNames: [String]?
  /// Words that a remark uses too readily, in place of the usual ones.
  let petWords: [String]?
  /// The largest share of a page's remarks that may hold one pet word.
  let petWordShare: Double?
  /// The largest share of a page's remarks that may begin alike.
  let openingShare: Double?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case repairs, levels, titleLength, bulletLength, remarkLength, knownNames, petWords
    case petWordShare, openingShare
  }

  /// What can be asked for: more would not be repairing.
  private static let repairsRange = 0...10

  /// How often a model is asked again, by the flag, else by the file, else as usual.
  ///
  /// Throws `UsageError` for a number that is out of range, with the place that it comes from.
  static func repairs(
    _ arguments: Arguments, _ entry: ValidationEntry?, path: JSONPlace
  ) throws(UsageError) -> Int {
    let filed = try repairs(entry, path: path)
    guard let text = arguments[.repairs] else { return filed }
    guard let number = Int(text), repairsRange.contains(number) else {
      throw UsageError("--repairs \(text): \(neededRepairs) is needed")
    }
    return number
  }

  /// How often a model is asked again by the file, else as usual.
  ///
  /// Throws `UsageError` for a number that is out of range, with its place.
  static func repairs(_ entry: ValidationEntry?, path: JSONPlace) throws(UsageError) -> Int {
    let filed = entry?.repairs ?? Job.usualRepairs
    guard repairsRange.contains(filed) else {
      throw UsageError("\(path["validation"]["repairs"]): \(neededRepairs) is needed")
    }
    return filed
  }

  private static let neededRepairs =
    "a whole number from \(repairsRange.lowerBound) to \(repairsRange.upperBound)"

  /// How often to allow after so many repairs; nil where that is as many as can be asked for.
  static func more(after repairs: Int) -> Int? {
    guard repairs < repairsRange.upperBound else { return nil }
    return min(repairs + 2, repairsRange.upperBound)
  }
}
