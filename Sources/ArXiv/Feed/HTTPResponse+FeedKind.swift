package import HTTP

extension HTTPResponse {
  /// What an answer of arXiv's search is, told from its first and last bytes.
  ///
  /// The status alone does not tell: "Rate exceeded." and HTML come with 200, and a wrong request
  /// comes back as a feed with status 500.
  package var feedKind: AnswerKind {
    let body = body[...].trimmed
    if body.elementsEqual("Rate exceeded.".utf8) || status == 429 { return .busy }
    if [200, 400, 500].contains(status), body.ends(with: "</feed>") { return .page }
    if status == 200 { return .incomplete }
    return RetryPolicy.isTransient(.success(self)) ? .unavailable : .final
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
