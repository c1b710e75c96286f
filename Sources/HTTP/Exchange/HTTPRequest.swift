/// One request, with everything that decides how it is sent.
package struct HTTPRequest: Sendable, Equatable {
  /// What is asked of the server.
  package enum Method: Sendable, Equatable {
    /// Reads; may be repeated without harm.
    case get
    /// Sends a body; repeating it may cost twice.
    case post(body: [UInt8])
  }

  /// A header that carries a key, kept apart from the others so that it can be left out of records.
  package struct Credential: Sendable, Equatable {
    /// The header's name, such as `Authorization`.
    package let header: String
    /// What stands before the key, such as `Bearer `.
    package let prefix: String
    /// The key.
    package let secret: Secret

    /// Names the header, and the key that goes into it.
    package init(header: String, prefix: String = "", secret: Secret) {
      self.header = header
      self.prefix = prefix
      self.secret = secret
    }
  }

  /// How long a request may take and how much it may bring.
  package struct Limits: Sendable, Equatable {
    /// Time for name lookup, connection and TLS handshake.
    package var connect: Duration
    /// Time for the whole transfer.
    package var total: Duration
    /// Bytes of body after decompression; a longer one ends the transfer.
    package var bodyBytes: Int

    /// Takes ten seconds to connect, three minutes in all, and 64 MiB, unless told otherwise.
    package init(
      connect: Duration = .seconds(10), total: Duration = .seconds(180),
      bodyBytes: Int = 64 << 20
    ) {
      self.connect = connect
      self.total = total
      self.bodyBytes = bodyBytes
    }
  }

  /// The caller's name for this exchange, such as `arxiv/sd-2024-07-26-0`.
  ///
  /// Recordings are found by it, so it says what is asked, and nothing of how.
  package var name: String
  /// What is asked, with the body where there is one.
  package var method: Method
  /// An absolute `http` or `https` URL.
  package var url: String
  /// Headers without any key.
  package var headers: [HTTPHeader]
  /// The header with the key, for servers that want one.
  package var credential: Credential?
  /// What the request is signed with, for servers that want that instead of a key.
  package var signature: Signature?
  /// Time and size limits.
  package var limits: Limits
  /// True for a request on a connection of its own, which is closed after it.
  ///
  /// A kept connection may have closed meanwhile; then libcurl sends a GET once more by itself, and a
  /// server that counts requests gets one too many.
  package var isAlone: Bool

  /// Describes a request; nothing is sent.
  package init(
    name: String, method: Method, url: String, headers: [HTTPHeader] = [],
    credential: Credential? = nil, signature: Signature? = nil, limits: Limits = Limits(),
    isAlone: Bool = false
  ) {
    self.name = name
    self.method = method
    self.url = url
    self.headers = headers
    self.credential = credential
    self.signature = signature
    self.limits = limits
    self.isAlone = isAlone
  }

  /// All that nobody but the server may see.
  var secrets: [Secret] {
    [credential?.secret, signature?.secretKey, signature?.sessionToken].compactMap(\.self)
  }

  /// The part of the URL that names the server, for messages.
  package var host: String { HTTPURL(url)?.host ?? "an address that is not http" }
}

extension HTTPRequest: CustomStringConvertible {
  /// The method and the URL without its query, which may hold what should not be shown.
  package var description: String {
    let verb = if case .get = method { "GET" } else { "POST" }
    return "\(verb) \(HTTPURL(url)?.withoutQuery ?? host)"
  }
}
