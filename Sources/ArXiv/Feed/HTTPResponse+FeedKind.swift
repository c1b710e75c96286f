package import HTTP

extension HTTPResponse {
  /// What an answer of arXiv's search is.
  ///
  /// The status alone does not tell: "Rate exceeded." and HTML come with 200, and a wrong request
  /// comes back as a feed with status 500.
  package var feedKind: AnswerKind {
    kind(statuses: [200, 400, 500]) { body in
      body.suffix("</feed>".utf8.count).elementsEqual("</feed>".utf8)
    }
  }
}
