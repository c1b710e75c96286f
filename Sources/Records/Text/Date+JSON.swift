public import Foundation
public import JSONText

extension Date: JSONReadable {
  @usableFromInline package init(json: JSONElement) throws(JSONError) {
    if let bytes = json.plainBytes, let date = Date(plainISO8601: bytes) {
      self = date
      return
    }
    let text = try json.text()
    // Foundation's words for a date that is none are of no use to whoever mends the line.
    guard let date = try? Date(text, strategy: .iso8601) else {
      throw .senseless("Expected date string to be ISO8601-formatted.")
    }
    self = date
  }
}

extension JSONObject {
  /// Sets an instant, in UTC to the second.
  package mutating func set(_ name: String, _ date: Date) {
    set(name, date.iso8601)
  }
}
