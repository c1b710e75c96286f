import Foundation
import HTTP
import Records

/// A paper in arXiv's own words: what OAI-PMH calls `arXivRaw`, and a line of the metadata snapshot.
///
/// The paper that is made of it is the one that the search API gives, as far as that can be: the
/// API takes its names and texts from the same fields. What differs is this.
/// - A line break within a long comment stands where the snapshot has it; the API of today sends
///   none, the one until 2025-11-11 the same.
/// - MSC and ACM classes are no categories here; the API sent them until 2025-11-11.
/// - Names in TeX that arXiv's own conversion leaves half done, as `{\'e}` with its braces or `\v s`,
///   are converted.
struct MetadataRecord: Equatable, Sendable {
  /// One version of the paper.
  struct Version: Equatable, Sendable {
    /// The number, from 1 on.
    let number: Int
    /// When the version was submitted; nil where that cannot be read.
    let date: Date?

    /// Reads `v2` and `Mon, 2 Apr 2007 19:18:42 GMT`; nil where the first is no version.
    init?(name: String?, date: String?) {
      guard let digits = name?.collapsed.utf8, digits.first == UInt8(ascii: "v"),
        (2...5).contains(digits.count),
        digits.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(String(Substring(digits.dropFirst()))), number > 0
      else { return nil }
      self.number = number
      self.date = (date?.collapsed).flatMap(Instant.rfc1123)
    }
  }

  /// The identifier without version.
  var id: String?
  /// The title, perhaps wrapped.
  var title: String?
  /// All authors in one line, with affiliations, in TeX.
  var authors: String?
  /// Family name, first names, suffix and affiliations of each author, where a source splits them.
  var splitAuthors: [[String]]?
  /// The abstract, perhaps wrapped.
  var abstract: String?
  /// The authors' comment.
  var comments: String?
  /// The categories, the primary one first, with spaces between.
  var categories: String?
  /// The versions, in any order.
  var versions: [Version] = []
}

extension MetadataRecord: SourceRecord {
  var submitted: Date? { versions.first { $0.number == 1 }?.date }

  var identifier: ArXivID? { id.flatMap { ArXivID($0.collapsed) } }

  func paper() throws -> Paper {
    guard let id, !id.collapsed.isEmpty else {
      throw DroppedEntry(reason: "a record without an identifier")
    }
    guard let identifier else {
      throw DroppedEntry(reason: "'\(id.excerpt)' is no arXiv identifier")
    }
    guard let submitted, let last = versions.max(by: { $0.number < $1.number }) else {
      throw DroppedEntry(reason: "\(identifier): no readable submission date")
    }
    let comment = comments?.trimmedEnds
    return Paper(
      id: identifier, version: last.number,
      title: title?.collapsed ?? "",
      abstract: abstract?.unwrappedAbstract ?? "",
      authors: names,
      comment: comment?.isEmpty == false ? comment : nil,
      categories: categoryTerms,
      published: submitted,
      updated: last.date ?? submitted,
      topics: [])
  }

  private var names: [String] {
    guard let splitAuthors else { return AuthorLine.names(in: authors ?? "") }
    return splitAuthors.map { parts in
      let family = parts.first ?? ""
      let first = parts.dropFirst().first ?? ""
      let suffix = parts.dropFirst(2).first ?? ""
      return [first, family, suffix].joined(separator: " ").withoutTeX.collapsed
    }.filter { !$0.isEmpty }
  }

  /// Every term once, in order.
  private var categoryTerms: [String] {
    var seen: Set<String> = []
    return (categories ?? "").collapsed.split(separator: " ").map(String.init)
      .filter { seen.insert($0).inserted }
  }
}
