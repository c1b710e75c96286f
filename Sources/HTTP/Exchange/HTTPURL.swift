import Foundation

/// The parts of an `http` or `https` URL that decide where a request may go.
package struct HTTPURL: Sendable, Equatable {
  /// `http` or `https`.
  package let scheme: String
  /// The server's name or address, in lower case.
  package let host: String
  /// The port, the scheme's own when the URL names none.
  package let port: Int
  /// True where the URL carries a user name or password.
  package let hasUserInfo: Bool
  /// What stands behind the port, up to the query; escapes are left as they are.
  package let path: String
  /// The URL up to its query, and without user name or password.
  package let withoutQuery: String

  /// Reads an absolute URL; nil unless it is http or https and names a host.
  package init?(_ text: String) {
    // Foundation would escape these; libcurl refuses them, or ends the URL at a NUL.
    let isWritable = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    guard isWritable, var parts = URLComponents(string: text),
      let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty
    else { return nil }
    self.scheme = scheme
    self.host = host
    port = parts.port ?? (scheme == "https" ? 443 : 80)
    path = parts.percentEncodedPath
    hasUserInfo = parts.user != nil || parts.password != nil
    parts.query = nil
    parts.fragment = nil
    parts.user = nil
    parts.password = nil
    withoutQuery = parts.string ?? "\(scheme)://\(host)"
  }

  /// True for an address of this machine, where a key need not fear the way there.
  package var isLoopback: Bool {
    // A name may begin with 127 too, so all four numbers count.
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return host == "localhost" || host == "[::1]"
      || (numbers.count == 4 && numbers.first == 127 && !numbers.contains(nil))
  }
}

extension StringProtocol {
  /// True where nothing in it needs an escape anywhere in a URL (RFC 3986, section 2.3).
  var isUnreserved: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-._~".utf8.contains(byte)
      }
    }
  }
}
