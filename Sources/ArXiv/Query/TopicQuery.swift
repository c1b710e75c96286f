package import Records

/// A topic's query, understood as arXiv understands it.
///
/// The grammar is the one that arXiv and a reader understand alike: see
/// https://info.arxiv.org/help/api/user-manual.html#query_details. What arXiv would take for
/// something else than it looks like is an error.
package struct TopicQuery: Sendable, Equatable {
  /// The query as it was written.
  package let text: String
  /// What the query is made of.
  package let root: QueryNode

  /// Reads a query; throws `QueryError` where arXiv would read another one than was meant.
  package init(_ text: String) throws(QueryError) {
    self.text = text
    root = try QueryParser.parse(text)
  }

  /// True where a paper is one that the query means.
  ///
  /// What no record holds never matches: ask `localObstacle` first.
  package func matches(_ paper: Paper) -> Bool { matches(SearchablePaper(paper)) }

  /// True where a paper, made searchable once for many queries, is one that the query means.
  package func matches(_ paper: SearchablePaper) -> Bool { root.matches(paper) }

  /// The archives, such as `cs`, outside of which no paper can match; nil where there is no such
  /// bound.
  package var archives: Set<String>? { root.archives }

  /// The first term that only arXiv can evaluate, as an error; nil where a record answers them all.
  package var localObstacle: QueryError? {
    root.terms.first { !$0.field.isRecorded }
      .map { .notRecorded($0.field, at: $0.range.lowerBound) }
  }

  /// The text of a part, on one line; a term is written with its field.
  package func source(of part: QueryNode) -> String {
    switch part {
    case .term(let term): term.description
    case .group(let group): QueryText.line(text.unicodeScalars, group.range)
    }
  }
}
