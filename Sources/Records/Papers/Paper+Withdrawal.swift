extension Paper {
  /// True where the authors or arXiv have withdrawn the paper.
  ///
  /// A withdrawal is a new version that says so in its comment, in older records at the beginning of
  /// its abstract; no feed has a mark for it. See https://info.arxiv.org/help/withdraw.html.
  package var isWithdrawn: Bool { withdrawal != nil }

  /// Where a withdrawal is told, `comment` or `abstract`, and the words; nil where there is none.
  package var withdrawal: (field: String, words: String)? {
    if let comment, comment.mayTellOfWithdrawal(within: .max), Notice(comment).tellsOfWithdrawal {
      return ("comment", comment)
    }
    guard abstract.mayTellOfWithdrawal(within: 400) else { return nil }
    return Notice(abstract).opensWithWithdrawal ? ("abstract", abstract) : nil
  }
}

extension String {
  /// False where no word among so many bytes can be `withdrawn`: looking at bytes is far quicker than
  /// at words.
  fileprivate func mayTellOfWithdrawal(within length: Int) -> Bool {
    let bytes = utf8.span
    let end = min(length, bytes.count)
    // The four letters in the middle, "thdr", stand in no other English word.
    var place = 3
    while place < end {
      switch bytes[place] | 0x20 {
      case UInt8(ascii: "r"):
        if bytes[place - 1] | 0x20 == UInt8(ascii: "d"),
          bytes[place - 2] | 0x20 == UInt8(ascii: "h"),
          bytes[place - 3] | 0x20 == UInt8(ascii: "t")
        {
          return true
        }
        place += 4
      case UInt8(ascii: "d"): place += 1
      case UInt8(ascii: "h"): place += 2
      case UInt8(ascii: "t"): place += 3
      default: place += 4
      }
    }
    return false
  }
}

/// A text that may tell that a paper was withdrawn.
private struct Notice {
  private static let nouns: Set<String> = [
    "paper", "article", "manuscript", "submission", "work", "preprint", "version", "report",
  ]

  private let words: [String]

  init(_ text: String) {
    words = text.prefix(1000).lowercased()
      .split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
  }

  /// True for "This paper has been withdrawn by …" and for "Withdrawn by …", anywhere in a comment.
  ///
  /// What was withdrawn from a conference, or what is told of another paper, is none of it.
  var tellsOfWithdrawal: Bool {
    words.indices.contains { place in
      guard isWithdrawal(at: place) else { return false }
      return place == 0 || hasNoun(before: place, within: 8)
    }
  }

  /// True where the first words of an abstract tell it.
  var opensWithWithdrawal: Bool {
    words.indices.prefix(10).contains { place in
      isWithdrawal(at: place)
        && (place == 0 || words.prefix(3).contains(where: Self.nouns.contains))
    }
  }

  private func isWithdrawal(at place: Int) -> Bool {
    guard words[place] == "withdrawn" else { return false }
    let next = words.dropFirst(place + 1).prefix(2)
    if next.first == "from", next.last != "arxiv" { return false }
    return !words[max(0, place - 3)..<place].contains("which")
  }

  /// True where one of the nouns stands among so many words before a place.
  private func hasNoun(before place: Int, within distance: Int) -> Bool {
    words[max(0, place - distance)..<place].contains(where: Self.nouns.contains)
  }
}
