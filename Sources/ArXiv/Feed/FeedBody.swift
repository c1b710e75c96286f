import Foundation
import HTTP

/// What an answer of arXiv is, told from its first and last bytes.
///
/// The status alone does not tell: "Rate exceeded." and HTML come with 200, and a wrong request
/// comes back as a feed with status 500.
enum FeedBody: Equatable {
  /// A feed that ends properly: papers, or arXiv's report of an error that would only repeat.
  case feed
  /// The server asks to be left alone.
  case busy
  /// Status 200 with a feed that breaks off, with another document, or with nothing.
  case incomplete
  /// Any other status, with no feed.
  case other

  /// Classifies an answer.
  init(_ response: HTTPResponse) {
    let body = response.body[...].trimmed
    if body.elementsEqual("Rate exceeded.".utf8) || response.status == 429 {
      self = .busy
    } else if [200, 400, 500].contains(response.status), body.ends(with: "</feed>") {
      self = .feed
    } else {
      self = response.status == 200 ? .incomplete : .other
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space or a byte order mark around them.
  var trimmed: ArraySlice<UInt8> {
    var bytes = self
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return bytes
  }

  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
