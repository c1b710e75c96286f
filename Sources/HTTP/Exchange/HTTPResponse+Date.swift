import CCurl
package import Foundation

extension HTTPResponse {
  /// The server's clock when it answered; nil where it does not tell.
  package var date: Date? {
    guard let text = headers["date"] else { return nil }
    let seconds = unsafe ccurl_date(text)
    return seconds < 0 ? nil : Date(timeIntervalSince1970: Double(seconds))
  }
}
