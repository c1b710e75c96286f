extension Paper {
  /// True where the authors or arXiv have withdrawn the paper.
  ///
  /// A withdrawal is a new version that says so in its comment, in older records at the beginning of
  /// its abstract; no feed has a mark for it. See https://info.arxiv.org/help/withdraw.html.
  package var isWithdrawn: Bool { withdrawal != nil }

  /// Where a withdrawal is told, `comment` or `abstract`, and the words; nil where there is none.
  package var withdrawal: (field: String, words: String)? {
    if let comment, comment.utf8.mayTellOfWithdrawal, Notice(comment).tellsOfWithdrawal {
      return ("comment", comment)
    }
    guard abstract.utf8.prefix(400).mayTellOfWithdrawal else { return nil }
    return Notice(abstract).opensWithWithdrawal ? ("abstract", abstract) : nil
  }
}

extension Sequence<UInt8> {
  /// False where no word can be `withdrawn`: looking at bytes is far quicker than at words.
  fileprivate var mayTellOfWithdrawal: Bool {
    var last: UInt32 = 0
    for byte in self {
      last = last << 8 | UInt32(byte | 0x20)
      // The four letters in the middle, "thdr", stand in no other English word.
      if last == 0x7468_6472 { return true }
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
