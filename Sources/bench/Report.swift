import Foundation
import JSONText
import Records

/// What a run of the benchmarks says: a table that grows while it runs, or one JSON object at its end.
final class Report {
  private let isJSON: Bool
  private let load: String
  private var rows: [Row] = []

  /// Begins a report; `load` is how busy the machine is before anything is measured.
  init(isJSON: Bool, load: String) {
    self.isJSON = isJSON
    self.load = load
    if !isJSON { print("load before: \(load)\n\n\(Row.heading)") }
  }

  /// Takes rows.
  func add(_ rows: [Row]) {
    self.rows += rows
    guard !isJSON else { return }
    for row in rows { print(row.line) }
    // A pipe would get all of it at the end.
    fflush(nil)
  }

  /// Ends the report; `load` is how busy the machine is after all of it.
  func end(load after: String) {
    guard isJSON else { return print("\nload after: \(after)") }
    var object = JSONObject()
    object.set("format", 1)
    object.set("loadBefore", load)
    object.set("loadAfter", after)
    object.set("rows", rows.map { $0.write })
    print(String(decoding: object.line, as: UTF8.self))
  }
}
