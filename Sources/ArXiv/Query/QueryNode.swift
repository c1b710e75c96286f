/// A part of a query: a term, or several parts.
package enum QueryNode: Sendable, Equatable {
  /// What is searched for in one field.
  case term(QueryTerm)
  /// Parts that one operator joins.
  case group(QueryGroup)

  /// The terms in their order.
  package var terms: [QueryTerm] {
    switch self {
    case .term(let term): [term]
    case .group(let group): group.parts.flatMap(\.terms)
    }
  }

  /// True where a paper is one that the part means.
  func matches(_ paper: SearchablePaper) -> Bool {
    switch self {
    case .term(let term): term.evidence(in: paper) != nil
    case .group(let group): group.joined(group.parts.lazy.map { $0.matches(paper) })
    }
  }

  /// The archives outside of which no paper can match; nil where there is no such bound.
  ///
  /// A paper stands in several archives, so of two bounds that must both hold one is taken whole:
  /// `cat:cs.LG AND cat:stat.ML` means papers of both.
  var archives: Set<String>? {
    switch self {
    case .term(let term): term.archive.map { [$0] }
    case .group(let group):
      switch group.operation {
      case .and: group.parts.compactMap(\.archives).min { $0.count < $1.count }
      case .andNot: group.parts.first?.archives
      case .or: Self.union(group.parts.map(\.archives))
      }
    }
  }

  private static func union(_ sides: [Set<String>?]) -> Set<String>? {
    sides.reduce([]) { union, side in
      guard let union, let side else { return nil }
      return union.union(side)
    }
  }

  /// The part with the place of what stands around it.
  func placed(at range: Range<Int>) -> QueryNode {
    switch self {
    case .term(var term):
      term.range = range
      return .term(term)
    case .group(var group):
      group.range = range
      return .group(group)
    }
  }
}

/// Parts of a query that one operator joins.
package struct QueryGroup: Sendable, Equatable {
  /// What stands between the parts.
  package let operation: QueryOperator
  /// Two parts or more; exactly two of `ANDNOT`.
  package let parts: [QueryNode]
  /// Where the group stands, in Unicode scalars of the query.
  package internal(set) var range: Range<Int>

  /// What the operator makes of its parts' answers.
  func joined(_ answers: some Collection<Bool>) -> Bool {
    switch operation {
    case .and: answers.allSatisfy { $0 }
    case .or: answers.contains(true)
    case .andNot: answers.first == true && !answers.dropFirst().contains(true)
    }
  }
}
