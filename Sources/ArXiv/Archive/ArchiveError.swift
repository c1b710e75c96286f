/// Why a file of papers cannot be read.
package enum ArchiveError: Error, Equatable {
  /// There is no such file.
  case missing(path: String)
  /// The system does not let the file be read.
  case unreadable(path: String, reason: String)
  /// The file holds nothing.
  case empty(path: String)
  /// The file holds something else.
  case otherFormat(path: String, excerpt: String)
  /// The file holds arXiv's report of an error.
  case errorReport(path: String, message: String)
  /// The file breaks off.
  case truncated(path: String)
  /// The file declares a document type, which can hide or multiply its text.
  case documentType(path: String)
  /// The file is not well-formed, even after repair.
  case malformed(path: String, line: Int)
  /// A line does not end.
  case lineTooLong(path: String, line: Int)
}

extension ArchiveError: CustomStringConvertible {
  private static let expected =
    "expected is a saved Atom feed of arXiv, a saved OAI-PMH page in the format arXivRaw, "
    + "or arXiv's metadata snapshot as JSON lines"

  package var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such file; \(Self.expected)"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .empty(let path): "\(path): the file is empty; \(Self.expected)"
    case .otherFormat(let path, let excerpt):
      "\(path): the file holds something else: \(excerpt); \(Self.expected)"
    case .errorReport(let path, let message):
      "\(path): the file holds no papers but an error that arXiv reported: \(message)"
    case .truncated(let path): "\(path): the file breaks off; save it again"
    case .documentType(let path):
      "\(path): the file declares a document type, which nothing of arXiv does; it was not read"
    case .malformed(let path, let line): "\(path):\(line): not well-formed XML"
    case .lineTooLong(let path, let line):
      "\(path):\(line): the line does not end; \(Self.expected)"
    }
  }
}
