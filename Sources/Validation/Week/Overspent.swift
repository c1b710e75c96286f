/// What the remarks of a week say too often.
struct Overspent: Sendable {
  /// What one remark says too often.
  struct Note: Sendable {
    /// A pet word by its place in the rules, or how the remark begins.
    enum What: Sendable {
      /// A pet word.
      case petWord(Int32)
      /// A beginning that other remarks have as well.
      case opening(Opening)
    }

    /// The paper.
    let index: Int32
    /// What is said too often.
    let what: What
    /// How many remarks of the page say it.
    let holders: Int32
    /// How many remarks the page has.
    let remarks: Int32
    /// The page, by its place among those of the week.
    let page: Int32

    /// The code of the finding.
    var code: String {
      switch what {
      case .petWord: "pet-word"
      case .opening: "same-opening"
      }
    }
  }

  /// In the papers' order, and page by page.
  private let notes: [Note]
  private let pages: [String]
  private let petWords: [String]

  /// Takes notes page by page, with the names that they have by number.
  init(_ notes: [Note], pages: [String], petWords: [String]) {
    self.notes = notes.enumerated()
      .sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }.map(\.element)
    self.pages = pages
    self.petWords = petWords
  }

  /// What is wrong with the remark of the paper at an index.
  func problems(at index: Int) -> [(code: String, problem: Check.Problem)] {
    var (start, end) = (0, notes.count)
    while start < end {
      let middle = (start + end) / 2
      if notes[middle].index < Int32(index) { start = middle + 1 } else { end = middle }
    }
    return notes[start...].prefix { $0.index == Int32(index) }.map { ($0.code, problem(of: $0)) }
  }

  private func problem(of note: Note) -> Check.Problem {
    let begin = "\(note.holders) of \(note.remarks) remarks of page \(pages[Int(note.page)])"
    return switch note.what {
    case .petWord(let word): .init("remark", "\(begin) say so", quote: petWords[Int(word)])
    case .opening(let opening): .init("remark", "\(begin) begin so", quote: opening.text)
    }
  }
}
