import CCurl

/// What a libcurl was built with.
package struct CurlFeatures: Sendable, Equatable {
  /// The TLS library with its version; nil where there is none, and https cannot be spoken.
  package let tls: String?
  /// What else it can do that matters here, such as `gzip`.
  package let names: [String]
  /// True where it can sign requests to Amazon.
  package let signs: Bool

  /// Names what a libcurl can do.
  package init(tls: String?, names: [String], signs: Bool) {
    self.tls = tls
    self.names = names
    self.signs = signs
  }

  /// Those of the one that runs.
  package static let running = CurlFeatures(
    tls: unsafe ccurl_tls_library().map { unsafe String(cString: $0) },
    names: [
      ("HTTP/2", ccurl_http2), ("gzip", ccurl_gzip), ("brotli", ccurl_brotli), ("zstd", ccurl_zstd),
    ].filter { ccurl_has($0.1) != 0 }.map(\.0),
    signs: ccurl_signs() != 0)
}
