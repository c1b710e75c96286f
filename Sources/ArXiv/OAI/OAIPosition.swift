import Records

/// Where a harvest that was broken off goes on: the `next` of a receipt.
///
/// Written as day, set and the papers that the topic has so far, such as
/// `2024-07-28 physics:hep-th 2407.00001 2407.00002`. The server lists a set by day of change, so
/// all earlier days have been read. Days are all that it counts in, so the records of that day come
/// again, and papers that are in two sets; the identifiers tell them from new ones.
struct OAIPosition: Equatable, Sendable {
  /// The day of change from which on records are still to be read.
  let day: String
  /// The set that was being read, `all` for no set; the ones before it have been read.
  let set: String
  /// The papers that an earlier receipt has counted already.
  let known: Set<ArXivID>

  /// Notes a place.
  init(day: String, set: String, known: Set<ArXivID>) {
    self.day = day
    self.set = set
    self.known = known
  }

  /// Reads what `description` wrote; nil for anything else.
  init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 2, Instant.day(words[0]) != nil else { return nil }
    let known = words.dropFirst(2).map { ArXivID($0) }
    guard known.allSatisfy({ $0 != nil }) else { return nil }
    self.init(day: words[0], set: words[1], known: Set(known.compactMap(\.self)))
  }
}

extension OAIPosition: CustomStringConvertible {
  var description: String { ([day, set] + known.sorted().map(\.text)).joined(separator: " ") }
}
