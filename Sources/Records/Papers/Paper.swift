package import Foundation
package import JSONText

/// One paper as arXiv describes it: a line of `papers.jsonl`.
package struct Paper: Record {
  /// The identifier without version.
  package let id: ArXivID
  /// The version that title and abstract are of.
  package let version: Int
  /// The title, with white space collapsed.
  package let title: String
  /// The abstract: paragraphs separated by a line break; empty where arXiv sent none.
  package let abstract: String
  /// The authors in arXiv's order; two of the same name are two people.
  package let authors: [String]
  /// The authors' comment field with its line breaks; nil where there is none.
  package let comment: String?
  /// Category terms, the primary one first; older records carry ACM and MSC classes too.
  package let categories: [String]
  /// When version 1 was submitted.
  package let published: Date
  /// When this version was submitted.
  package let updated: Date
  /// Slugs of the topics that found the paper.
  package var topics: [String]

  /// Puts a paper together.
  package init(
    id: ArXivID, version: Int, title: String, abstract: String, authors: [String],
    comment: String?, categories: [String], published: Date, updated: Date, topics: [String]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.abstract = abstract
    self.authors = authors
    self.comment = comment
    self.categories = categories
    self.published = published
    self.updated = updated
    self.topics = topics
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    version = try fields.read("version")
    title = try fields.read("title")
    abstract = try fields.read("abstract")
    authors = try fields.read("authors")
    comment = try fields.readIfPresent("comment")
    categories = try fields.read("categories")
    published = try fields.read("published")
    updated = try fields.read("updated")
    topics = try fields.read("topics")
  }

  package func write(to object: inout JSONObject) {
    object.set("version", version)
    object.set("title", title)
    object.set("abstract", abstract)
    object.set("authors", authors)
    object.set("comment", comment)
    object.set("categories", categories)
    object.set("published", published)
    object.set("updated", updated)
    object.set("topics", topics)
  }

  /// The order of the digest: newest submission first, then by identifier.
  package static func isBefore(_ one: Paper, _ other: Paper) -> Bool { one.place < other.place }

  /// Where the paper stands in the digest.
  package var place: Place { Place(id: id, published: published) }

  /// What the order of the digest goes by.
  package struct Place: Sendable, Comparable {
    /// The paper.
    package let id: ArXivID
    /// When version 1 was submitted.
    package let published: Date

    package static func < (one: Place, other: Place) -> Bool {
      one.published == other.published ? one.id < other.id : one.published > other.published
    }
  }
}
