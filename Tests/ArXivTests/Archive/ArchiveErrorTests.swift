import Testing

@testable import ArXiv

@Suite("Messages about files of papers")
struct ArchiveErrorTests {
  private static let expected =
    "expected is a saved Atom feed of arXiv, a saved OAI-PMH page in the format arXivRaw, "
    + "or arXiv's metadata snapshot as JSON lines"

  @Test(
    "a message names the file, and says what was expected where something else was found",
    arguments: [
      (.missing(path: "a/b"), "a/b: there is no such file; \(expected)"),
      (.unreadable(path: "a/b", reason: "Is a directory"), "a/b: cannot be read: Is a directory"),
      (.empty(path: "a/b"), "a/b: the file is empty; \(expected)"),
      (
        .otherFormat(path: "a/b", excerpt: "x,y"),
        "a/b: the file holds something else: x,y; \(expected)"
      ),
      (
        .errorReport(path: "a/b", message: "sorry"),
        "a/b: the file holds no papers but an error that arXiv reported: sorry"
      ),
      (.truncated(path: "a/b"), "a/b: the file breaks off; save it again"),
      (
        .documentType(path: "a/b"),
        "a/b: the file declares a document type, which nothing of arXiv does; it was not read"
      ),
      (.malformed(path: "a/b", line: 7), "a/b:7: not well-formed XML"),
      (.lineTooLong(path: "a/b", line: 7), "a/b:7: the line does not end; \(expected)"),
    ] as [(ArchiveError, String)])
  func message(error: ArchiveError, text: String) {
    #expect(error.description == text)
  }
}
