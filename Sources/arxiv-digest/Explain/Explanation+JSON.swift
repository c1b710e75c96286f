import JSONText
import Records
import Validation

extension Explanation.Part {
  /// Writes a text with what was found in it, for other programs.
  func write(to object: inout JSONObject) {
    object.set("field", field)
    object.set("text", text)
    object.set("fixes", fixes)
    object.set("findings", points.map { $0.write })
  }
}

extension Explanation.Point {
  fileprivate func write(to object: inout JSONObject) {
    object.set("code", finding.code)
    object.set("severity", finding.severity.rawValue)
    object.set("message", finding.message)
    object.set("quote", finding.quote)
    object.set("abstract", sentence)
  }
}
