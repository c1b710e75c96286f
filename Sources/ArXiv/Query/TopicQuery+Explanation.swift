import Records

extension TopicQuery {
  /// Tells what each part of the query finds among some papers, and where.
  package func explanation(of papers: [SearchablePaper]) -> QueryExplanation {
    var work = Explaining(query: self, papers: papers)
    _ = work.visit(root, Position())
    return QueryExplanation(branches: work.branches.map(\.branch), matches: work.matches)
  }
}

/// Where a part stands in the query.
private struct Position {
  var depth = 0
  /// True right behind an `ANDNOT`.
  var isNegated = false
  /// True where a paper must not have the part, by all the `ANDNOT`s around it.
  var isExcluded = false

  func within(negating: Bool) -> Position {
    Position(depth: depth + 1, isNegated: negating, isExcluded: isExcluded != negating)
  }
}

/// The parts that were visited so far.
private struct Explaining {
  let query: TopicQuery
  let papers: [SearchablePaper]
  var branches: [Visited] = []
  var matches: [ArXivID: [QueryMatch]] = [:]

  /// A part whose numbers are not all known yet.
  struct Visited {
    let source: String
    let position: Position
    var papers: [ArXivID] = []
    var only: Int?

    var branch: QueryBranch {
      QueryBranch(
        depth: position.depth, source: source, isNegated: position.isNegated, papers: papers,
        only: only)
    }
  }

  /// Visits a part and those within; returns which papers it means.
  mutating func visit(_ node: QueryNode, _ position: Position) -> [Bool] {
    let place = branches.count
    branches.append(Visited(source: query.source(of: node), position: position))
    let answers: [Bool]
    switch node {
    case .term(let term): answers = visit(term, position)
    case .group(let group): answers = visit(group, position)
    }
    branches[place].papers = zip(papers, answers).filter(\.1).map(\.0.paper.id)
    return answers
  }

  private mutating func visit(_ term: QueryTerm, _ position: Position) -> [Bool] {
    papers.map { paper in
      guard let evidence = term.evidence(in: paper) else { return false }
      if !position.isExcluded {
        matches[paper.paper.id, default: []].append(QueryMatch(term, evidence))
      }
      return true
    }
  }

  private mutating func visit(_ group: QueryGroup, _ position: Position) -> [Bool] {
    var places: [Int] = []
    var answers: [[Bool]] = []
    for (number, part) in group.parts.enumerated() {
      places.append(branches.count)
      let isNegated = group.operation == .andNot && number > 0
      answers.append(visit(part, position.within(negating: isNegated)))
    }
    if group.operation == .or { countOnly(places, answers) }
    return papers.indices.map { paper in group.joined(answers.lazy.map { $0[paper] }) }
  }

  /// Counts for each alternative the papers that no other one means.
  private mutating func countOnly(_ places: [Int], _ answers: [[Bool]]) {
    let alternatives = papers.indices.map { paper in answers.count { $0[paper] } }
    for (place, answers) in zip(places, answers) {
      branches[place].only = papers.indices.count { answers[$0] && alternatives[$0] == 1 }
    }
  }
}
