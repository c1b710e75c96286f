import JSONText
import Records

/// What came of looking at one thing.
struct Diagnosis: Equatable, Sendable {
  /// What was looked at, such as `digest.json`.
  let name: String
  /// How bad it is.
  let level: Level
  /// How it is; where it is not well, what to do about it as well.
  let detail: String

  /// How bad a finding is.
  enum Level: String, Sendable {
    /// As it should be.
    case ok
    /// A run will work, but should not be left so.
    case warning = "warn"
    /// A run will not work.
    case failure = "FAIL"
  }

  /// It is as it should be.
  static func ok(_ name: String, _ detail: String) -> Diagnosis {
    Diagnosis(name: name, level: .ok, detail: detail)
  }

  /// It works, but should not be left so.
  static func warning(_ name: String, _ detail: String) -> Diagnosis {
    Diagnosis(name: name, level: .warning, detail: detail)
  }

  /// It does not work.
  static func failure(_ name: String, _ detail: String) -> Diagnosis {
    Diagnosis(name: name, level: .failure, detail: detail)
  }

  /// The finding on one line; the levels stand in a column.
  var line: String {
    let level = level.rawValue
    return level + String(repeating: " ", count: 5 - level.count) + "\(name): \(detail)"
  }

  /// Writes the finding into an object.
  var json: @Sendable (inout JSONObject) -> Void {
    { object in
      object.set("name", name)
      object.set("level", level.rawValue.lowercased())
      object.set("detail", detail)
    }
  }
}
