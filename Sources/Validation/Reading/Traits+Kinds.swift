extension Traits {
  /// The characters that Japanese texts are made of, each with the number of its kind.
  ///
  /// A text is read by looking up each of its characters here, which takes a fraction of the time that
  /// `Traits(of:)` does.
  struct Kinds: Sendable {
    /// The kind of each character below U+A000; 0 where it is none of the usual ones.
    let numbers: [UInt8]
    /// The traits of each kind; those of 0 mean nothing.
    let traits: [Traits]
    /// A bit for each kind of which a character may end a sentence.
    let mayEnd: UInt32

    /// So many kinds are enough.
    static let most = 32

    /// The kinds of all usual characters.
    static let shared = Kinds()

    private init() {
      var numbers = [UInt8](repeating: 0, count: 0xA000)
      var kinds: [Traits] = [[]]
      for value in [0..<0x80, 0x3000..<0x3100, 0x4E00..<0xA000].joined() {
        guard let scalar = Unicode.Scalar(UInt32(value)),
          value < 0x4E00 || Kanji.isStandard(scalar)
        else { continue }
        let traits = Traits(of: scalar)
        let number = kinds.dropFirst().firstIndex(of: traits) ?? kinds.count
        guard number < Self.most else { continue }
        if number == kinds.count { kinds.append(traits) }
        numbers[value] = UInt8(number)
      }
      self.numbers = numbers
      traits = kinds
      mayEnd = kinds.indices.reduce(0) { bits, number in
        kinds[number].isDisjoint(with: [.narrowMark, .wideMark]) ? bits : bits | 1 << number
      }
    }
  }
}
