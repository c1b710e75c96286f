import Foundation
import FoundationXML
import HTTP

/// Reads Atom as arXiv writes it, in both of its wire formats.
///
/// Elements are told apart by namespace and place, never by prefix or order. `XMLParser` calls a
/// cut, an empty and an HTML document a success, so success here also needs the root to be a feed
/// and its end to have been seen.
enum FeedParser {
  /// Reads a feed; one that is not well-formed gets a second chance after repair.
  ///
  /// Throws `FeedError`.
  static func parse(_ body: [UInt8]) throws -> Feed {
    let bytes = body[...].trimmed
    do { return try parseOnce(bytes) } catch FeedError.malformed {
      return try parseOnce(FeedRepair.repaired(bytes)[...])
    }
  }

  private static func parseOnce(_ bytes: ArraySlice<UInt8>) throws -> Feed {
    let reader = FeedReader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.delegate = reader
    let parsed = parser.parse()
    guard reader.rootIsFeed else {
      throw FeedError.notAFeed(excerpt: String(decoding: bytes, as: UTF8.self).excerpt)
    }
    // HTML begins with a document type as well; that is reported as what it is.
    guard !declaresDocumentType(bytes) else { throw FeedError.documentType }
    if parsed, parser.parserError == nil, reader.sawEnd { return reader.feed }
    // 5 is libxml's XML_ERR_DOCUMENT_END: the text ended inside an element.
    let code = (parser.parserError as NSError?)?.code
    let isCut = code == 5 && !reader.sawEnd || bytes.last != UInt8(ascii: ">")
    throw isCut ? FeedError.truncated : FeedError.malformed(line: parser.lineNumber)
  }

  /// True where a document type stands before the root, behind any declarations and comments.
  private static func declaresDocumentType(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.trimmed
    while rest.starts(with: "<?".utf8) || rest.starts(with: "<!--".utf8) {
      let end = rest.starts(with: "<?".utf8) ? "?>" : "-->"
      guard let end = rest.firstRange(of: Array(end.utf8))?.upperBound else { return false }
      rest = rest[end...].trimmed
    }
    return rest.starts(with: "<!DOCTYPE".utf8)
  }
}

/// Follows the parser through the document and keeps what stands in known places.
private final class FeedReader: NSObject, XMLParserDelegate {
  var feed = Feed()
  var rootIsFeed = false
  var sawEnd = false
  /// The entry that is being read.
  private var entry = FeedEntry()
  private var path: [String] = []
  /// The text of each open element; what an unknown element holds belongs to the one around it.
  private var texts: [String] = []

  private static let prefixes = [
    "http://www.w3.org/2005/Atom": "",
    "http://a9.com/-/spec/opensearch/1.1/": "opensearch:",
    "http://arxiv.org/schemas/atom": "arxiv:",
  ]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let prefix = Self.prefixes[namespaceURI ?? ""] ?? "unknown:"
    path.append(prefix + name)
    texts.append("")
    switch path.joined(separator: "/") {
    case "feed": rootIsFeed = true
    case "feed/entry": entry = FeedEntry()
    case "feed/entry/category": attributes["term"].map { entry.categories.append($0) }
    case "feed/entry/arxiv:primary_category": entry.primaryCategory = attributes["term"]
    default: break
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let place = path.joined(separator: "/")
    path.removeLast()
    let text = texts.removeLast()
    switch place {
    case "feed": sawEnd = true
    case "feed/title": feed.title = text.collapsed
    case "feed/opensearch:totalResults": feed.totalResults = Int(text.collapsed)
    case "feed/opensearch:startIndex": feed.startIndex = Int(text.collapsed)
    case "feed/entry": feed.entries.append(entry)
    case "feed/entry/id": entry.id = text.collapsed
    case "feed/entry/title": entry.title = text
    case "feed/entry/summary": entry.summary = text
    case "feed/entry/published": entry.published = text.collapsed
    case "feed/entry/updated": entry.updated = text.collapsed
    case "feed/entry/arxiv:comment": entry.comment = text
    case "feed/entry/author/name": entry.authors.append(text.collapsed)
    default:
      if !texts.isEmpty { texts[texts.count - 1] += text }
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if !texts.isEmpty { texts[texts.count - 1] += text }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if !texts.isEmpty { texts[texts.count - 1] += String(decoding: block, as: UTF8.self) }
  }
}
