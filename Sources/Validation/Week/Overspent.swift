/// What the remarks of a week say too often.
struct Overspent: Sendable {
  /// Something that a remark can say.
  enum What: Sendable, Hashable {
    /// A pet word, by its place in the rules.
    case petWord(Int32)
    /// A beginning that other remarks have as well.
    case opening(Opening)

    /// The code of the finding.
    var code: String {
      switch self {
      case .petWord: "pet-word"
      case .opening: "same-opening"
      }
    }
  }

  /// What the remarks of one page say too often.
  struct Page: Sendable {
    /// The page's topic.
    let name: String
    /// How many remarks it has.
    let remarks: Int
    /// What is said too often, and how many remarks of the page say it.
    private var things: [(what: What, holders: Int32)] = []
    private var numbers: [What: Int32] = [:]
    /// Which paper's remark is one too many for a thing, in the papers' order.
    private var notes: [(index: Int32, thing: Int32)] = []

    /// Begins with none.
    init(name: String, remarks: Int) {
      self.name = name
      self.remarks = remarks
    }

    /// Notes that the remark of the paper at an index is one too many; papers come in their order.
    mutating func note(_ what: What, _ index: Int32, holders: Int32) {
      let number = numbers[what] ?? Int32(things.count)
      if Int(number) == things.count {
        things.append((what, holders))
        numbers[what] = number
      }
      notes.append((index, number))
    }

    /// What the remark of the paper at an index says too often, and how many do.
    fileprivate func things(at index: Int) -> [(what: What, holders: Int32)] {
      var (start, end) = (0, notes.count)
      while start < end {
        let middle = (start + end) / 2
        if notes[middle].index < Int32(index) { start = middle + 1 } else { end = middle }
      }
      return notes[start...].prefix { $0.index == Int32(index) }.map { things[Int($0.thing)] }
    }
  }

  private let pages: [Page]
  private let petWords: [String]

  /// Takes what was found page by page, and the rules' pet words.
  init(_ pages: [Page], petWords: [String]) {
    self.pages = pages
    self.petWords = petWords
  }

  /// What is wrong with the remark of the paper at an index.
  func problems(at index: Int) -> [(code: String, problem: Check.Problem)] {
    pages.flatMap { page in
      page.things(at: index).map { what, holders in
        let begin = "\(holders) of \(page.remarks) remarks of page \(page.name)"
        let problem: Check.Problem =
          switch what {
          case .petWord(let word): .init("remark", "\(begin) say so", quote: petWords[Int(word)])
          case .opening(let opening): .init("remark", "\(begin) begin so", quote: opening.text)
          }
        return (what.code, problem)
      }
    }
  }
}
