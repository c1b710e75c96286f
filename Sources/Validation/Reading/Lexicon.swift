/// What English words say about numbers.
struct Lexicon: Sendable {
  /// What a word stands for.
  enum Meaning: Sendable, Equatable {
    /// A number by itself: `seven`, `half`.
    case number(Double)
    /// A factor of the number before it: `million`.
    case scale(Double)
    /// What the number before it counts: `percent`.
    case unit(Figure.Unit)
    /// A factor by itself: `twice`.
    case factor(Double)
    /// Ten, or a power of it behind `two orders of`.
    case magnitude
  }

  /// The meaning of a word; nil for most.
  static func meaning(of atom: Atom) -> Meaning? { shared.meaning(of: atom) }

  /// The tables of words, for one who asks for many and holds them meanwhile.
  static let shared = Lexicon()

  private let words = Self.words
  private let months = Self.months

  /// The meaning of a word; nil for most.
  @inline(__always) func meaning(of atom: Atom) -> Meaning? {
    // With a capital `May` is a month, and `march` is none.
    if atom.capitals == 1, let month = months[atom.mark] { return month }
    guard words.mayHold(atom.mark) || words.mayHold(atom.stem) else { return nil }
    return words[atom.mark] ?? words[atom.stem]
  }

  /// What the letters say that follow the digits of one run: the `M` of `70M`, the `ms` of `12ms`.
  ///
  /// Nil for what is rather a name, such as `3D` and `5G`.
  static func measure(ending atom: Atom, in bytes: [UInt8]) -> Meaning? {
    guard atom.beginsWithDigit, !atom.isNumber else { return nil }
    let letters = bytes[atom.range].drop { (0x30...0x39).contains($0) }
    return suffixes[WordMark(String(decoding: letters, as: UTF8.self))]
  }

  private static let suffixes = MarkTable(
    [
      "k": .scale(1e3), "m": .scale(1e6), "b": .scale(1e9), "bn": .scale(1e9), "t": .scale(1e12),
      "x": .unit(.times), "pt": .unit(.percent), "th": .unit(.none), "st": .unit(.none),
      "nd": .unit(.none),
      "rd": .unit(.none), "pp": .unit(.percent), "s": .unit(.measure("second")),
      "h": .unit(.measure("hour")),
    ].merging(measures) { $1 })

  private static let words = MarkTable(
    numbers.mapValues(Meaning.number)
      .merging(scales.mapValues(Meaning.scale)) { $1 }
      .merging(factors.mapValues(Meaning.factor)) { $1 }
      .merging(measures) { $1 }
      .merging([
        "percent": .unit(.percent), "percentage": .unit(.percent), "pp": .unit(.percent),
        "pct": .unit(.percent), "fold": .unit(.times), "times": .unit(.times),
        "x": .unit(.times), "s": .unit(.measure("second")), "h": .unit(.measure("hour")),
        "magnitude": .magnitude,
      ]) { $1 })

  private static let months = MarkTable(
    Dictionary(
      uniqueKeysWithValues: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ].enumerated().map { ($1, Meaning.number(Double($0 + 1))) }))

  private static let scales: [String: Double] = [
    "decade": 10, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]

  private static let numbers: [String: Double] = [
    "zero": 0, "no": 0, "none": 0, "one": 1, "single": 1, "first": 1, "two": 2, "second": 2,
    "secondly": 2, "both": 2,
    "pair": 2, "dual": 2, "binary": 2, "double": 2, "bilevel": 2, "bi": 2, "bipartite": 2,
    "pairwise": 2, "bilingual": 2, "bimodal": 2,
    "couple": 2, "twin": 2, "square": 2, "squared": 2, "quadratic": 2, "cubic": 3, "three": 3,
    "third": 3,
    "thirdly": 3, "triple": 3, "triplet": 3, "ternary": 3, "four": 4, "fourth": 4, "quadruple": 4,
    "five": 5, "fifth": 5, "six": 6, "sixth": 6, "seven": 7, "seventh": 7, "eight": 8, "nine": 9,
    "ninth": 9, "ten": 10, "tenth": 10, "eleven": 11, "twelve": 12, "dozen": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hexadecimal": 16, "half": 0.5, "halve": 0.5,
    "halved": 0.5,
    "halving": 0.5, "quarter": 0.25, "century": 100,
  ]

  private static let factors: [String: Double] = [
    "twice": 2, "doubled": 2, "doubling": 2, "thrice": 3, "tripled": 3, "tripling": 3,
    "quadrupled": 4, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6,
    "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100,
    "thousandfold": 1000,
  ]

  private static let measures: [String: Meaning] = {
    let names: [String: [String]] = [
      "nanosecond": ["ns"], "microsecond": ["us"], "millisecond": ["ms", "msec"],
      "second": ["sec", "seconds"], "minute": ["min"], "hour": ["hr"], "day": [], "week": [],
      "month": [], "year": ["yr"], "kilobyte": ["kb", "kib"], "megabyte": ["mb", "mib"],
      "gigabyte": ["gb", "gib"], "terabyte": ["tb", "tib"], "bit": [], "byte": [], "hertz": ["hz"],
      "kilohertz": ["khz"], "megahertz": ["mhz"], "gigahertz": ["ghz"], "watt": [],
      "decibel": ["db"], "fps": [], "dollar": ["usd"], "pixel": ["px"],
      "kilometer": ["km", "kilometre"],
      "centimeter": ["cm", "centimetre"], "millimeter": ["mm", "millimetre"],
    ]
    var measures: [String: Meaning] = [:]
    for (name, others) in names {
      // `second` by itself is far more often the ordinal; a number before it is looked at apart.
      for word in [name] + others where word != "second" { measures[word] = .unit(.measure(name)) }
    }
    return measures
  }()
}
