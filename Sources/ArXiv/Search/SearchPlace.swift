import Records

/// A place in the results of a search: where a fetch that was broken off goes on.
struct SearchPlace: Equatable, CustomStringConvertible {
  /// The window that is being read; those before it are done.
  let window: SearchWindow
  /// How many of its hits are done.
  let start: Int
  /// How many hits the window announced when they were read; nil where it announced none.
  let total: Int?

  /// The beginning of a window, unless told otherwise.
  init(_ window: SearchWindow, start: Int = 0, total: Int? = nil) {
    self.window = window
    self.start = start
    self.total = total
  }

  /// The place that a receipt names; nil where it names none within the week.
  init?(_ text: String, in week: Week) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts[1].split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, (1...2).contains(numbers.count), let start = numbers[0],
      (0...TopicSearch.furthestHit).contains(start),
      let window = SearchWindow(from: ends[0], to: ends[1], in: SearchWindow(week))
    else { return nil }
    self.init(window, start: start, total: numbers.count == 2 ? numbers[1] : nil)
  }

  /// The place as a receipt keeps it, such as `202407260000-202408020000@200/450`.
  var description: String {
    "\(window.from)-\(window.to)@\(start)" + (total.map { "/\($0)" } ?? "")
  }
}
