import CCurl

/// A list of header lines in libcurl's form.
@safe final class HeaderList {
  /// The list, for the easy handle; nil while it is empty.
  private(set) var pointer: UnsafeMutableRawPointer?

  /// Copies the lines.
  init(_ lines: [String]) throws {
    for line in lines {
      guard let longer = unsafe ccurl_headers_add(pointer, line) else {
        throw HTTPError.engine("out of memory")
      }
      unsafe pointer = unsafe longer
    }
  }

  deinit {
    unsafe ccurl_headers_free(pointer)
  }
}

/// The header lists of requests: most requests want the one that the last request had.
struct HeaderLists {
  /// All that a list is made of.
  private struct Fields: Equatable {
    let headers: [HTTPHeader]
    let credential: HTTPRequest.Credential?
    let sessionToken: Secret?
    let isSigned: Bool
    /// How many bytes the texts have.
    ///
    /// Texts that are equal to Swift may be of other bytes, but never of as many where one is ASCII.
    let size: Int

    init(of request: HTTPRequest) {
      headers = request.headers
      credential = request.credential
      sessionToken = request.signature?.sessionToken
      isSigned = request.signature != nil
      let parts = [credential?.header, credential?.prefix, credential?.secret.value]
      size =
        headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        + parts.reduce(sessionToken?.value.utf8.count ?? 0) { $0 + ($1?.utf8.count ?? 0) }
    }
  }

  private let userAgent: String
  private var last: (fields: Fields, list: HeaderList)?

  /// Makes lists that name a program where the request does not.
  init(userAgent: String) {
    self.userAgent = userAgent
  }

  /// The list for a request; throws `HTTPError` where a header would break out of its line.
  mutating func list(for request: HTTPRequest) throws -> HeaderList {
    let fields = Fields(of: request)
    if let last, last.fields == fields { return last.list }
    let lines = try request.headerLines(userAgent: userAgent)
    let list = try HeaderList(lines)
    last = lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } ? (fields, list) : nil
    return list
  }
}

extension HTTPRequest {
  /// The header lines in libcurl's form; throws where one would break out of its line.
  fileprivate func headerLines(userAgent: String) throws -> [String] {
    var fields = headers
    if fields["user-agent"] == nil { fields.append(HTTPHeader("User-Agent", userAgent)) }
    if let credential {
      fields.append(HTTPHeader(credential.header, credential.prefix + credential.secret.value))
    }
    if let token = signature?.sessionToken {
      fields.append(HTTPHeader("X-Amz-Security-Token", token.value))
    }
    for field in fields {
      let breaks = (field.name + field.value).utf8.contains { $0 < 0x20 || $0 == 0x7F }
      guard !breaks, !field.name.isEmpty else {
        throw HTTPError.invalidRequest("the header '\(field.name)' holds a control character")
      }
    }
    // curl drops a header that ends in a colon; a semicolon there means an empty value.
    let lines = fields.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
    // Without the last one, large bodies wait for a go-ahead that many servers never give. But libcurl
    // would sign it as if it were sent.
    return signature == nil ? lines + ["Expect:"] : lines
  }
}
