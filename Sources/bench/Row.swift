import Foundation
import JSONText
import Records

/// One figure that was measured, beside what it should be.
struct Row {
  /// A bound on a figure.
  enum Target {
    case atLeast(Double)
    case atMost(Double)
  }

  /// What was measured.
  let what: String
  /// The median.
  let value: Double
  /// What the value counts.
  let unit: String
  /// What it should be; nil where it only explains others.
  let target: Target?
  /// What else is known of it.
  let note: String

  /// Puts a figure beside its target.
  init(_ what: String, _ value: Double, _ unit: String, _ target: Target? = nil, note: String = "")
  {
    self.what = what
    self.value = value
    self.unit = unit
    self.target = target
    self.note = note
  }

  /// True where the figure is what it should be; nil where nothing is asked of it.
  var isMet: Bool? {
    switch target {
    case .atLeast(let bound): value >= bound
    case .atMost(let bound): value <= bound
    case nil: nil
    }
  }

  /// The row as a line of a table in Markdown.
  var line: String {
    let bound =
      switch target {
      case .atLeast(let bound): "at least \(Self.text(bound)) \(unit)"
      case .atMost(let bound): "at most \(Self.text(bound)) \(unit)"
      case nil: ""
      }
    let verdict = isMet.map { $0 ? "met" : "missed" } ?? ""
    return "| \(what) | \(Self.text(value)) \(unit) | \(bound) | \(verdict) | \(note) |"
  }

  /// What stands above the rows.
  static let heading = """
    | what | measured | target | | note |
    | --- | --- | --- | --- | --- |
    """

  /// The row for other programs.
  func write(to object: inout JSONObject) {
    object.set("what", what)
    object.set("value", value)
    object.set("unit", unit)
    switch target {
    case .atLeast(let bound): object.set("atLeast", bound)
    case .atMost(let bound): object.set("atMost", bound)
    case nil: break
    }
    if let isMet { object.set("met", isMet) }
    if !note.isEmpty { object.set("note", note) }
  }

  private static func text(_ number: Double) -> String {
    String(format: number < 1 ? "%.3f" : number < 100 ? "%.2f" : "%.0f", number)
  }
}
