import Foundation
import FoundationXML
import HTTP

/// Reads XML that a server sent or somebody saved.
///
/// `XMLParser` calls a cut, an empty and an HTML document a success, so success here also needs the
/// root to be the right one and its end to have been seen.
enum DocumentParser {
  /// Reads a document into `content`; one that is not well-formed gets a second chance after repair.
  ///
  /// Throws `DocumentError`.
  static func parse<Content: DocumentContent>(
    _ body: ArraySlice<UInt8>, into content: Content
  ) throws(DocumentError) -> Content {
    let bytes = body.trimmed
    do { return try parseOnce(bytes, into: content) } catch {
      guard case .malformed = error else { throw error }
      return try parse(repairing: bytes, into: content)
    }
  }

  /// Repairs a document that was found not to be well-formed, and reads it.
  ///
  /// Throws `DocumentError`.
  static func parse<Content: DocumentContent>(
    repairing body: ArraySlice<UInt8>, into content: Content
  ) throws(DocumentError) -> Content {
    try parseOnce(DocumentRepair.repaired(body.trimmed)[...], into: content)
  }

  private static func parseOnce<Content: DocumentContent>(
    _ bytes: ArraySlice<UInt8>, into content: Content
  ) throws(DocumentError) -> Content {
    try parse(InputStream(data: Data(bytes)), beginning: bytes, last: bytes.last, into: content)
  }

  /// Reads a document from a stream, in memory that does not grow with it; nothing is repaired.
  ///
  /// Takes as many of the document's first bytes as hold all that stands before its root, and its
  /// last byte that is no white space. A stream rather than `XMLParser(data:)`, which takes no more
  /// than 10,000,000 bytes. Throws `DocumentError`.
  static func parse<Content: DocumentContent>(
    _ stream: InputStream, beginning: ArraySlice<UInt8>, last: UInt8?, into content: Content
  ) throws(DocumentError) -> Content {
    var walk = DocumentWalk(content)
    // Closures, because a generic delegate looks its types up again for every element.
    let reader = DocumentReader(
      begin: { walk.begin($0, in: $1, attributes: $2) }, end: { walk.end() },
      add: { walk.add($0) })
    let parser = XMLParser(stream: stream)
    parser.shouldProcessNamespaces = true
    parser.delegate = reader
    let parsed = parser.parse()
    guard walk.rootIsKnown else {
      throw .otherRoot(excerpt: String(decoding: beginning.prefix(4096), as: UTF8.self).excerpt)
    }
    // HTML begins with a document type as well; that is reported as what it is.
    guard !declaresDocumentType(beginning) else { throw .documentType }
    if parsed, parser.parserError == nil, walk.sawEnd { return walk.content }
    // 5 is libxml's XML_ERR_DOCUMENT_END: the text ended inside an element.
    let code = (parser.parserError as NSError?)?.code
    let isCut = code == 5 && !walk.sawEnd || last != UInt8(ascii: ">")
    throw isCut ? .truncated : .malformed(line: reader.firstBadLine ?? parser.lineNumber)
  }

  /// True where a document type stands before the root, behind any declarations and comments, or
  /// where these do not end.
  private static func declaresDocumentType(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.trimmed
    while rest.starts(with: "<?".utf8) || rest.starts(with: "<!--".utf8) {
      let end = rest.starts(with: "<?".utf8) ? "?>" : "-->"
      guard let end = rest.firstRange(of: Array(end.utf8))?.upperBound else { return true }
      rest = rest[end...].trimmed
    }
    return rest.starts(with: "<!DOCTYPE".utf8)
  }
}

/// Hands on what the parser reports.
private final class DocumentReader: NSObject, XMLParserDelegate {
  private let begin: (String, String?, [String: String]) -> Void
  private let end: () -> Void
  private let add: (String) -> Void
  /// Where the first mistake is; the parser itself goes on and knows only the last.
  private(set) var firstBadLine: Int?

  init(
    begin: @escaping (String, String?, [String: String]) -> Void, end: @escaping () -> Void,
    add: @escaping (String) -> Void
  ) {
    self.begin = begin
    self.end = end
    self.add = add
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) { begin(name, namespaceURI, attributes) }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { end() }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    firstBadLine = firstBadLine ?? parser.lineNumber
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { add(text) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    add(String(decoding: block, as: UTF8.self))
  }
}
