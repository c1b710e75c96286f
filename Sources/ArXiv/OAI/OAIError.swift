/// Why an answer is not a page of records.
package enum OAIError: Error, Equatable {
  /// The server reports an error in the protocol's own way.
  case refused(code: String, message: String)
  /// The server refuses because too much was asked, by us or by others.
  case busy
  /// Another status than 200.
  case status(Int, excerpt: String)
  /// Status 200 with something that is no OAI-PMH.
  case notOAI(excerpt: String)
  /// OAI-PMH that holds neither records nor an error.
  case otherAnswer
  /// The answer breaks off.
  case truncated
  /// The answer declares a document type, which can hide or multiply its text.
  case documentType
  /// The answer is not well-formed, even after repair.
  case malformed(line: Int)
  /// The server forgot where the list goes on, again and again.
  case forgetful(restarts: Int)
  /// The list had begun, and goes on with nothing.
  case emptyPage(pages: Int)
  /// The list does not come to an end.
  case endless(pages: Int)
}

extension OAIError {
  /// Says what a document is instead of an answer.
  static func document(_ error: DocumentError) -> OAIError {
    switch error {
    case .otherRoot(let excerpt): .notOAI(excerpt: excerpt)
    case .documentType: .documentType
    case .truncated: .truncated
    case .malformed(let line): .malformed(line: line)
    }
  }
}

extension OAIError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let code, let message):
      "arXiv's OAI-PMH server says: \(code)\(message.isEmpty ? "" : ": \(message)")"
    case .busy:
      "arXiv is busy and refused the request; nothing is wrong here, run again in some minutes"
    case .status(let status, let excerpt):
      "arXiv's OAI-PMH server answered with status \(status)\(excerpt.isEmpty ? "" : ": \(excerpt)")"
    case .notOAI(let excerpt):
      "arXiv's answer is no OAI-PMH\(excerpt.isEmpty ? ", it is empty" : ": \(excerpt)")"
    case .otherAnswer:
      "arXiv's OAI-PMH server answered something else than was asked"
    case .truncated:
      "arXiv's answer breaks off"
    case .documentType:
      "arXiv's answer declares a document type, which OAI-PMH never does; it was not read"
    case .malformed(let line):
      "arXiv's answer is not well-formed XML (line \(line))"
    case .forgetful(let restarts):
      "arXiv forgot \(restarts) times where the list goes on; run again later to go on from there"
    case .emptyPage(let pages):
      "arXiv's list goes on with nothing after \(pages) pages; run again to go on from there"
    case .endless(let pages):
      "arXiv's list does not end: after \(pages) pages it names a place that it named before, or one too many"
    }
  }
}
