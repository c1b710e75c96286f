import Records

/// One way through the pages of a window, as it adds up.
struct Walk {
  /// The window.
  let window: SearchWindow
  /// True where the window has been walked before.
  let isRepeated: Bool
  /// Where the next page begins.
  private(set) var start: Int
  /// The largest total that any page announced; nil where none did.
  private(set) var total: Int?
  /// True when there is no further page.
  private(set) var isAtEnd = false
  /// Entries that have come on this walk, by what tells them apart.
  private var keys: Set<String> = []
  /// Entries that are known from before a fetch was broken off.
  private let before: Set<String>
  /// Entries that are counted although nothing tells them apart.
  private var nameless = 0
  /// True where a page brought nothing that had not come before: no further one would.
  private(set) var isRepeating = false
  /// True where the last page was full, so that its total may be that page's own.
  private var endsFull = false
  private var countBefore = 0
  /// What the window announced before a fetch was broken off, until the first page has come.
  private var expected: Int?

  /// Sets out from the beginning of a window.
  init(_ window: SearchWindow, isRepeated: Bool = false) {
    self.window = window
    self.isRepeated = isRepeated
    start = 0
    before = []
  }

  /// Sets out from a place; the entries of the tally count as read.
  init(from place: SearchPlace, _ tally: Tally) {
    window = place.window
    isRepeated = false
    start = place.start
    let isResumed = place.start > 0
    total = isResumed ? place.total : nil
    expected = total
    before = isResumed ? tally.keys : []
    nameless = isResumed ? tally.receipt.dropped.count : 0
    countBefore = nameless
  }

  /// The place of the next page.
  var place: SearchPlace { SearchPlace(window, start: start, total: total) }

  /// Hits that were announced and did not come.
  var missing: Int { max(0, (total ?? 0) - count) }

  /// Entries that have come, each counted once.
  private var count: Int { keys.union(before).count + nameless }

  /// True where nobody knows how many entries there are: only an empty page that stays empty is the
  /// end then.
  var distrustsTotal: Bool {
    guard let total else { return true }
    return start > 0 && start >= total && (endsFull || count > total)
  }

  /// True where all that was announced has come.
  var isComplete: Bool { missing == 0 && !(isRepeating && distrustsTotal) }

  /// True where an empty page here is the end of the list, or says that there is none.
  func believesEmpty(_ feed: Feed) -> Bool {
    guard let announced = feed.totalResults, !distrustsTotal || start == 0 else { return false }
    return start >= max(announced, total ?? 0)
  }

  /// True where the list is another one by now, so that no page of it is at its place: since a fetch
  /// was broken off, or because it ends before the page that was asked for.
  func hasMoved(_ feed: Feed) -> Bool {
    guard let announced = feed.totalResults else { return false }
    if let expected, announced != expected { return true }
    return feed.entries.isEmpty && announced > 0 && announced <= start && announced < total ?? 0
  }

  /// Turns a page that has room for so many entries.
  mutating func turn(_ feed: Feed, size: Int) {
    start += feed.entries.count
    expected = nil
    if let announced = feed.totalResults { total = max(announced, total ?? 0) }
    // A total that more has come than is worth nothing, and one that is reached with a full page may
    // be that page's own; then, as without any, only an empty page is the end.
    let isBelieved = feed.totalResults != nil && count <= total ?? 0 && feed.entries.count < size
    endsFull = feed.entries.count >= size
    // While there is more to come by the total, a page may repeat what the one before had.
    isRepeating =
      !feed.entries.isEmpty && keys.count + nameless == countBefore && start >= total ?? 0
    countBefore = keys.count + nameless
    isAtEnd = feed.entries.isEmpty || isRepeating || isBelieved && start >= total ?? 0
  }

  /// Counts an entry; false where it came before on this walk.
  mutating func count(_ key: String?) -> Bool {
    guard let key else {
      nameless += 1
      return true
    }
    return keys.insert(key).inserted
  }
}
