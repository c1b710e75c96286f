import CCurl

/// A version of libcurl.
package struct CurlVersion: Sendable, Comparable, CustomStringConvertible {
  private let number: UInt32

  /// Names a version; each part is below 256.
  package init(_ major: UInt32, _ minor: UInt32, _ patch: UInt32) {
    number = major << 16 | minor << 8 | patch
  }

  private init(number: UInt32) {
    self.number = number
  }

  /// The one that runs.
  package static let running = CurlVersion(number: ccurl_version())

  /// The first that signs every path as Amazon does.
  package static let signingEveryPath = CurlVersion(8, 14, 0)

  /// True where this version signs a path as Amazon does.
  ///
  /// An older one signs the path as it is sent (curl's commit c19465ca55), but Amazon escapes it once
  /// more, so that the two agree only on a path without anything to escape.
  package func signs(path: String) -> Bool {
    self >= .signingEveryPath || path.split(separator: "/").allSatisfy(\.isUnreserved)
  }

  package var description: String { "\(number >> 16).\(number >> 8 & 0xFF).\(number & 0xFF)" }

  package static func < (one: CurlVersion, other: CurlVersion) -> Bool {
    one.number < other.number
  }
}
