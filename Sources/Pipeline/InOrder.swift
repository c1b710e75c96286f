import Foundation

/// Work on a list that uses all processors, and hands its results over in the order of the list.
enum InOrder {
  /// So many items are worked on in one go, by one task.
  private static let chunk = 128

  /// Calls `work` for every item on some processor, and `body` with each result in turn.
  ///
  /// Only a few results wait at a time, however long the list is. The first error ends it and is thrown.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], work: @escaping @Sendable (Item) throws -> Result,
    body: (Result) throws -> Void
  ) async throws {
    let starts = Array(stride(from: 0, to: items.count, by: chunk))
    try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
      func begin(_ place: Int) {
        guard place < starts.count else { return }
        let start = starts[place]
        group.addTask {
          try Task.checkCancellation()
          return (place, try items[start..<min(start + chunk, items.count)].map(work))
        }
      }
      let ahead = ProcessInfo.processInfo.activeProcessorCount + 1
      for place in 0..<ahead { begin(place) }
      var waiting: [Int: [Result]] = [:]
      var next = 0
      while let (place, results) = try await group.next() {
        waiting[place] = results
        while let results = waiting.removeValue(forKey: next) {
          for result in results { try body(result) }
          next += 1
          begin(next + ahead - 1)
        }
      }
    }
  }
}
