import Foundation
import FoundationXML

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
    try refuseDocumentType(bytes)
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
    if parsed, parser.parserError == nil, reader.sawEnd { return reader.feed }
    // 5 is libxml's XML_ERR_DOCUMENT_END: the text ended inside an element.
    let code = (parser.parserError as NSError?)?.code
    throw code == 5 ? FeedError.truncated : FeedError.malformed(line: parser.lineNumber)
  }

  private static func refuseDocumentType(_ bytes: ArraySlice<UInt8>) throws {
    let prologue = bytes.firstRange(of: Array("<feed".utf8)).map { bytes[..<$0.lowerBound] }
    // HTML begins with one as well; that is reported as what it is.
    guard let prologue, prologue.contains("<!DOCTYPE") else { return }
    throw FeedError.documentType
  }
}

/// Follows the parser through the document and keeps what stands in known places.
private final class FeedReader: NSObject, XMLParserDelegate {
  var feed = Feed()
  var rootIsFeed = false
  var sawEnd = false
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
    case "feed/entry": feed.entries.append(FeedEntry())
    case "feed/entry/category": attributes["term"].map { last.categories.append($0) }
    case "feed/entry/arxiv:primary_category": last.primaryCategory = attributes["term"]
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
    case "feed/entry/id": last.id = text.collapsed
    case "feed/entry/title": last.title = text
    case "feed/entry/summary": last.summary = text
    case "feed/entry/published": last.published = text.collapsed
    case "feed/entry/updated": last.updated = text.collapsed
    case "feed/entry/arxiv:comment": last.comment = text
    case "feed/entry/author/name": last.authors.append(text.collapsed)
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

  /// The entry that is being read; paths below `feed/entry` are met only inside one.
  private var last: FeedEntry {
    get { feed.entries.last ?? FeedEntry() }
    set {
      guard !feed.entries.isEmpty else { return }
      feed.entries[feed.entries.count - 1] = newValue
    }
  }
}
