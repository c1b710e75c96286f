/// One kind of damage that a reply can have.
struct Damage: Sendable {
  /// Takes a text and spoils it; nil where the text has nothing to spoil.
  typealias Change = @Sendable (String, Sheet, inout SeededGenerator) -> String?

  /// What is done, in a few words.
  let name: String
  /// The code of the finding that it must bring.
  let code: String
  /// The fields that it is done to.
  let fields: [String]
  /// Findings that it may bring besides, because the damage is that as well.
  let consequences: Set<String>
  /// Does it.
  let change: Change

  /// The bullets.
  static let bullets = (0..<4).map { "bullets[\($0)]" }
  /// Every text.
  static let everywhere = ["title"] + bullets + ["remark"]

  /// Describes a kind of damage.
  init(
    _ name: String, _ code: String, in fields: [String] = Damage.everywhere,
    besides consequences: Set<String> = [], change: @escaping Change
  ) {
    self.name = name
    self.code = code
    self.fields = fields
    self.consequences = consequences
    self.change = change
  }

  /// Puts something between two Japanese letters.
  static func inserting(
    _ name: String, _ code: String, _ words: [String], in fields: [String] = Damage.everywhere,
    besides consequences: Set<String> = []
  ) -> Damage {
    Damage(name, code, in: fields, besides: consequences) { text, _, generator in
      guard let place = text.joints.randomElement(using: &generator),
        let word = words.randomElement(using: &generator)
      else { return nil }
      var scalars = Array(text.unicodeScalars)
      scalars.insert(contentsOf: word.unicodeScalars, at: place)
      return String(String.UnicodeScalarView(scalars))
    }
  }

  /// Puts something before the text or behind it.
  static func around(
    _ name: String, _ code: String, before: [String] = [""], behind: [String] = [""],
    in fields: [String] = Damage.everywhere, besides consequences: Set<String> = []
  ) -> Damage {
    Damage(name, code, in: fields, besides: consequences) { text, _, generator in
      (before.randomElement(using: &generator) ?? "") + text
        + (behind.randomElement(using: &generator) ?? "")
    }
  }

  /// Writes something else in place of the text.
  static func replacing(
    _ name: String, _ code: String, by texts: [String], in fields: [String] = Damage.everywhere,
    besides consequences: Set<String> = []
  ) -> Damage {
    Damage(name, code, in: fields, besides: consequences) { _, _, generator in
      texts.randomElement(using: &generator)
    }
  }

  /// Writes one of some words in place of another; texts without any are left alone.
  static func exchanging(
    _ name: String, _ code: String, _ pairs: [(String, String)],
    besides consequences: Set<String> = []
  ) -> Damage {
    Damage(name, code, besides: consequences) { text, _, generator in
      guard let (old, new) = pairs.filter({ text.contains($0.0) }).randomElement(using: &generator)
      else { return nil }
      return text.replacing(old, with: new)
    }
  }
}

extension String {
  /// The places between two Japanese letters, counted in characters of Unicode.
  var joints: [Int] {
    let scalars = Array(unicodeScalars)
    return scalars.indices.dropFirst().filter {
      scalars[$0 - 1].isKanaOrKanji && scalars[$0].isKanaOrKanji
    }
  }
}

extension Unicode.Scalar {
  /// True for kana and the usual kanji.
  fileprivate var isKanaOrKanji: Bool {
    switch value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
