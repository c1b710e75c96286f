import Records

/// What a paper says about itself, title and abstract, read once for all checks.
struct SourceText: Sendable {
  /// The title, a line end, and the abstract.
  let bytes: [UInt8]
  /// Its runs of letters and digits.
  let atoms: [Atom]
  /// How many of them are the title's.
  let titleAtoms: Int
  /// Its numbers.
  let figures: [Figure]
  /// False where the abstract is not known, so that nothing can be held against it.
  let isKnown: Bool

  /// Reads a paper's title and abstract.
  init(_ paper: Paper) {
    // Models are shown letters and not TeX's commands for them.
    let (title, abstract) = (paper.title.withoutTeX, paper.abstract.withoutTeX)
    let titleEnd = title.utf8.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(titleEnd + 1 + abstract.utf8.count)
    bytes += title.utf8
    bytes.append(0x0A)
    bytes += abstract.utf8
    self.bytes = bytes
    atoms = Array(in: bytes)
    titleAtoms = atoms.firstIndex { $0.range.lowerBound > titleEnd } ?? atoms.count
    figures = EnglishFigures(bytes: bytes, atoms: atoms).figures()
    isKnown = !paper.abstract.isEmpty
  }

  /// True where the digits of a version go on behind an atom: the 3 of `GPT-3.5`.
  func isCut(at index: Int) -> Bool {
    let end = atoms[index].range.upperBound
    guard index + 1 < atoms.count, atoms[index + 1].range.lowerBound == end + 1,
      bytes[end] == UInt8(ascii: "."), atoms[index + 1].beginsWithDigit
    else { return false }
    return (0x30...0x39).contains(bytes[end - 1])
  }

  /// Calls `body` with the mark's value of each run of up to so many atoms, without a plural's `s`, and
  /// with the first and the last of them; only runs that begin with one of some letters count.
  @inline(__always)
  func forEachPhrase(
    upTo length: Int, beginningWith initials: UInt64,
    _ body: (_ mark: UInt64, _ start: Int, _ last: Int) -> Void
  ) {
    let atoms = atoms.span
    for start in atoms.indices where initials & atoms[start].initialBit != 0 {
      var mark = WordMark()
      for index in start..<min(start + length, atoms.count) {
        body(mark.value(followedBy: atoms[index].stem), start, index)
        mark = mark.followed(by: atoms[index].mark)
      }
    }
  }

  /// Of how many atoms a run may be that is one of some names, by the numbers of theirs.
  ///
  /// A name may be in more parts than in the text, and names of models are of many.
  static func phraseLength(for parts: some Sequence<Int>) -> Int { parts.reduce(4, max) }

  /// Which of some words stand in the text, however they are joined and whether in the plural.
  func holds(_ words: [LatinWord]) -> [Bool] {
    var found = [Bool](repeating: false, count: words.count)
    guard !words.isEmpty else { return found }
    var (bits, initials) = (UInt64(0), UInt64(0))
    for word in words {
      bits |= WordMark.bit(of: word.stem.value)
      initials |= word.atoms.first?.initialBit ?? 0
    }
    let length = Self.phraseLength(for: words.lazy.map { $0.atoms.count })
    forEachPhrase(upTo: length, beginningWith: initials) { mark, _, last in
      guard bits & WordMark.bit(of: mark) != 0 else { return }
      for (index, word) in words.enumerated() where word.stem.value == mark {
        found[index] = found[index] || !isCut(at: last)
      }
    }
    return found
  }
}
