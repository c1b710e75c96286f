package import HTTP

extension HTTPResponse {
  /// What an answer of an OAI-PMH server is.
  ///
  /// 503 with `Retry-After` between pages is the protocol's own way of keeping a pace.
  package var oaiKind: AnswerKind { kind(statuses: [200]) { $0.endsOAI } }
}

extension ArraySlice<UInt8> {
  /// True where the last tag closes the root of an OAI-PMH document.
  fileprivate var endsOAI: Bool {
    // The root may have a prefix, and white space before the bracket.
    let tag = suffix(80)
    guard tag.last == UInt8(ascii: ">"), let start = tag.lastIndex(of: UInt8(ascii: "<")) else {
      return false
    }
    let name = String(decoding: tag[start...].dropLast(), as: UTF8.self).collapsed
    return name == "</OAI-PMH" || name.hasPrefix("</") && name.hasSuffix(":OAI-PMH")
  }
}
