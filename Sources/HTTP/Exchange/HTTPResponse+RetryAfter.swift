import CCurl
package import Foundation

extension HTTPResponse {
  /// How long the server asks to be left alone; nil where it says nothing that can be read.
  ///
  /// `retry-after-ms` comes first (OpenAI's and Azure's own), then `Retry-After` in seconds or as a
  /// date (RFC 9110, section 10.2.3). Negative values mean no wait.
  package func retryAfter(now: Date) -> Duration? {
    if let text = headers["retry-after-ms"], let value = Double(text), value.isFinite {
      return .milliseconds(Int(min(max(0, value), 1e12)))
    }
    guard let text = headers["retry-after"] else { return nil }
    if let value = Double(text) {
      return value.isFinite ? .milliseconds(Int(min(max(0, value), 1e9) * 1000)) : nil
    }
    let date = unsafe ccurl_date(text)
    guard date >= 0 else { return nil }
    return .seconds(max(0, date - Int(now.timeIntervalSince1970)))
  }
}
