package import Records

/// A paper made ready for queries; made once, it serves many.
package struct SearchablePaper: Sendable {
  /// The paper.
  package let paper: Paper
  private let title: SearchableText
  private let abstract: SearchableText
  private let comment: SearchableText?
  private let authors: [SearchableText]
  private let categories: [SearchableText]
  private let identifier: SearchableText

  /// Cuts the texts of a paper into words.
  package init(_ paper: Paper) {
    self.paper = paper
    title = SearchableText(paper.title)
    abstract = SearchableText(paper.abstract)
    comment = paper.comment.map { SearchableText($0) }
    authors = paper.authors.map { SearchableText($0) }
    categories = paper.categories.map { SearchableText($0) }
    identifier = SearchableText(paper.id.text)
  }

  /// The texts of a field; none of a field that no record holds.
  ///
  /// Each is searched by itself, so that no phrase reaches from one into the next.
  func texts(of field: QueryField) -> [SearchableText] {
    switch field {
    case .title: [title]
    case .abstract: [abstract]
    case .comment: comment.map { [$0] } ?? []
    case .author: authors
    case .category: categories
    case .identifier: [identifier]
    case .all:
      [title, abstract] + (comment.map { [$0] } ?? []) + authors + categories + [identifier]
    case .journal, .report, .doi: []
    }
  }
}
