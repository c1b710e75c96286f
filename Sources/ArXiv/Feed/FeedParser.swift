/// Reads Atom as arXiv writes it, in both of its wire formats.
enum FeedParser {
  /// Reads a feed; one that is not well-formed gets a second chance after repair.
  ///
  /// Throws `FeedError`.
  static func parse(_ body: [UInt8]) throws -> Feed {
    do { return try DocumentParser.parse(body[...], into: FeedContent()).feed } catch {
      switch error {
      case .otherRoot(let excerpt): throw FeedError.notAFeed(excerpt: excerpt)
      case .documentType: throw FeedError.documentType
      case .truncated: throw FeedError.truncated
      case .malformed(let line): throw FeedError.malformed(line: line)
      }
    }
  }
}
