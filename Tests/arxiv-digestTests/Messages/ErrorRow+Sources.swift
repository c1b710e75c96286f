import ArXiv
import HTTP

extension ErrorRow {
  private static let expected =
    "expected is a saved Atom feed of arXiv, a saved OAI-PMH page in the format arXivRaw, "
    + "or arXiv's metadata snapshot as JSON lines"

  /// A file in arXiv's place is not one, or a source can bring nothing more.
  static let ofSources: [ErrorRow] = [
    ErrorRow(ArchiveError.missing(path: "a/b"), "a/b: there is no such file; \(expected)"),
    ErrorRow(
      ArchiveError.unreadable(path: "a/b", reason: "Is a directory"),
      "a/b: cannot be read: Is a directory"),
    ErrorRow(ArchiveError.empty(path: "a/b"), "a/b: the file is empty; \(expected)"),
    ErrorRow(
      ArchiveError.otherFormat(path: "a/b", excerpt: "x,y"),
      "a/b: the file holds something else: x,y; \(expected)"),
    ErrorRow(
      ArchiveError.errorReport(path: "a/b", message: "sorry"),
      "a/b: the file holds no papers but an error that arXiv reported: sorry"),
    ErrorRow(ArchiveError.truncated(path: "a/b"), "a/b: the file breaks off; save it again"),
    ErrorRow(
      ArchiveError.documentType(path: "a/b"),
      "a/b: the file declares a document type, which nothing of arXiv does; it was not read"),
    ErrorRow(ArchiveError.malformed(path: "a/b", line: 7), "a/b:7: not well-formed XML"),
    ErrorRow(
      ArchiveError.lineTooLong(path: "a/b", line: 7), "a/b:7: the line does not end; \(expected)"),
    ErrorRow(
      SourceError(cause: FeedError.status(503, excerpt: "")), "arXiv answered with status 503"),
    ErrorRow(
      SourceError(topic: "sd", cause: FeedError.truncated), "topic sd: arXiv's answer breaks off"),
    ErrorRow(
      old(SourceError(topic: "sd", cause: FeedError.status(503, excerpt: ""))),
      "not asked again in this run, after this: topic sd: arXiv answered with status 503"),
  ]

  private static func old(_ error: SourceError) -> SourceError {
    var error = error
    error.isOld = true
    return error
  }
}
