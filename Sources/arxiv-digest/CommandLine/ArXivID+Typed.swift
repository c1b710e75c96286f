import Foundation
import Records

extension ArXivID {
  /// The identifier in what people paste behind an option or a command: with `arXiv:`, as an address,
  /// with a version.
  ///
  /// Whatever the version, the latest one is meant. Throws `UsageError` for what is no identifier.
  init(typed word: String, behind what: String) throws(UsageError) {
    var text = word.trimmingCharacters(in: .whitespaces)
    for mark in ["/abs/", "/pdf/", "10.48550/"] {
      if let end = text.range(of: mark)?.upperBound { text = String(text[end...]) }
    }
    for end in ["/", ".pdf"] where text.hasSuffix(end) { text.removeLast(end.count) }
    if text.lowercased().hasPrefix("arxiv:") { text.removeFirst("arxiv:".count) }
    guard let id = ArXivID.parse(text)?.id else {
      throw UsageError("\(what) \(word): no arXiv identifier; write it as 2407.20021")
    }
    self = id
  }

  /// The identifiers in several words, each once, in the order in which they were typed.
  static func all(typed words: [String], behind what: String) throws(UsageError) -> [ArXivID] {
    var ids: [ArXivID] = []
    for word in words {
      let id = try ArXivID(typed: word, behind: what)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}
