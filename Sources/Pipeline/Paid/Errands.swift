/// Questions that are still to be put into words, in the order in which they are asked.
///
/// It holds the numbers of the papers, and makes each question of them when it is its turn: a week has as
/// many questions as papers.
struct Errands: RandomAccessCollection, Sendable {
  /// A question: the papers that it is about.
  struct Errand: Sendable {
    /// What is known of the papers.
    enum Kind: Sendable {
      /// Nothing was asked about them before.
      case first
      /// There is a draft about the one paper, which cannot be used.
      case again
      /// They are to be asked about as if they had never been; what was paid for stays on record.
      case anew
    }

    /// The papers, by their numbers on the roll.
    let numbers: ArraySlice<UInt32>
    /// What is known of them.
    let kind: Kind
  }

  /// Papers that share questions, by their numbers on the roll.
  private let shared: [UInt32]
  private let kind: Errand.Kind
  private let size: Int
  /// Papers that are asked about again, each alone.
  private let again: [UInt32]

  /// Asks about some papers together, so many at a time, and then about others alone and again.
  init(_ kind: Errand.Kind, about shared: [UInt32], together size: Int, again: [UInt32] = []) {
    self.kind = kind
    self.shared = shared
    self.size = size
    self.again = again
  }

  let startIndex = 0
  var endIndex: Int { batches + again.count }

  private var batches: Int { (shared.count + size - 1) / size }

  subscript(index: Int) -> Errand {
    guard index < batches else {
      let place = index - batches
      return Errand(numbers: again[place...place], kind: .again)
    }
    let start = index * size
    return Errand(numbers: shared[start..<Swift.min(start + size, shared.count)], kind: kind)
  }

  /// The papers of all questions, by their numbers on the roll.
  var numbers: [UInt32] { shared + again }
  /// How many papers the questions are about.
  var paperCount: Int { shared.count + again.count }
}
