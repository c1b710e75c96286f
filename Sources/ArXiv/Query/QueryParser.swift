/// Makes a tree of a query's pieces.
///
/// arXiv's operators are right-associative and without precedence, a missing operator is OR and a
/// missing field is `all:`; so whatever would rest on one of these rules is refused.
struct QueryParser {
  /// How deep parentheses may stand within each other.
  private static let depthLimit = 64

  private let tokens: [QueryToken]
  private var index = 0

  /// The tree of a query; throws `QueryError` for the first thing that is not as it looks.
  static func parse(_ text: String) throws(QueryError) -> QueryNode {
    var parser = QueryParser(tokens: try QueryLexer.tokens(of: text))
    guard !parser.tokens.isEmpty else { throw .empty }
    let root = try parser.expression(of: nil, depth: 0)
    if let token = parser.next { throw .strayClose(at: token.range.lowerBound) }
    return root
  }

  private init(tokens: [QueryToken]) {
    self.tokens = tokens
  }

  private var next: QueryToken? { index < tokens.count ? tokens[index] : nil }
  private var last: QueryToken? { index > 0 ? tokens[index - 1] : nil }

  /// Reads parts and the operators between them, up to a closing parenthesis or the end.
  private mutating func expression(
    of field: QueryField?, depth: Int
  ) throws(QueryError) -> QueryNode {
    let start = next?.range.lowerBound ?? 0
    var parts = [try part(of: field, depth: depth)]
    var operation: QueryOperator?
    while let token = next, token.kind != .close {
      let found = try self.operation(at: token, of: field)
      if let operation, found != operation || found == .andNot {
        throw .mixed(operation, found, at: token.range.lowerBound)
      }
      operation = found
      parts.append(try part(of: field, depth: depth))
    }
    guard let operation else { return parts[0] }
    let end = last?.range.upperBound ?? start
    return .group(QueryGroup(operation: operation, parts: parts, range: start..<end))
  }

  /// Reads an operator, which may have two words.
  private mutating func operation(
    at token: QueryToken, of field: QueryField?
  ) throws(QueryError) -> QueryOperator {
    index += 1
    switch token.kind {
    case .not: return .andNot
    case .operation(let operation):
      guard operation == .and, next?.kind == .not else { return operation }
      index += 1
      return .andNot
    case .word(let word) where field == nil:
      try checkCase(of: word, at: token)
      throw .looseWord(word, at: token.range.lowerBound)
    case .word(let word):
      try checkCase(of: word, at: token)
      throw .noOperator(at: token.range.lowerBound)
    case .phrase(let text) where field == nil:
      throw .looseWord("\"\(text)\"", at: token.range.lowerBound)
    case .open, .close, .field, .phrase: throw .noOperator(at: token.range.lowerBound)
    }
  }

  /// Reads a term or a group in parentheses.
  private mutating func part(
    of field: QueryField?, depth: Int
  ) throws(QueryError) -> QueryNode {
    guard let token = next else { throw missingPart() }
    switch token.kind {
    case .close, .operation, .not: throw missingPart()
    case .open: return try group(of: field, depth: depth)
    case .field(let inner):
      guard field == nil else {
        throw .fieldWithin(field ?? inner, at: token.range.lowerBound)
      }
      return try value(of: inner, behind: token, depth: depth)
    case .word(let text), .phrase(let text):
      if case .word = token.kind { try checkCase(of: text, at: token) }
      index += 1
      let isPhrase = token.kind == .phrase(text)
      guard let field else {
        throw .noField(isPhrase ? "\"\(text)\"" : text, at: token.range.lowerBound)
      }
      return .term(try QueryTerm(field, text, isPhrase: isPhrase, at: token.range))
    }
  }

  /// Reads what stands right behind a field.
  private mutating func value(
    of field: QueryField, behind mark: QueryToken, depth: Int
  ) throws(QueryError) -> QueryNode {
    let start = mark.range.lowerBound
    index += 1
    guard let token = next, token.range.lowerBound == mark.range.upperBound else {
      throw .emptyTerm(field, at: start)
    }
    switch token.kind {
    case .open:
      let node = try group(of: field, depth: depth)
      return node.placed(at: start..<(last?.range.upperBound ?? start))
    case .word(let text), .phrase(let text):
      index += 1
      let isPhrase = token.kind == .phrase(text)
      let term = try QueryTerm(field, text, isPhrase: isPhrase, at: token.range)
      return QueryNode.term(term).placed(at: start..<token.range.upperBound)
    case .close, .operation, .not, .field: throw .emptyTerm(field, at: start)
    }
  }

  private mutating func group(
    of field: QueryField?, depth: Int
  ) throws(QueryError) -> QueryNode {
    let start = next?.range.lowerBound ?? 0
    guard depth < Self.depthLimit else { throw .tooDeep(Self.depthLimit, at: start) }
    index += 1
    if next?.kind == .close { throw .emptyGroup(at: start) }
    guard next != nil else { throw .openGroup(at: start) }
    let node = try expression(of: field, depth: depth + 1)
    guard next?.kind == .close else { throw .openGroup(at: start) }
    index += 1
    return node
  }

  /// What is wrong where a part should begin and none does.
  private func missingPart() -> QueryError {
    let place = next?.range.lowerBound ?? 0
    if let next, let name = Self.name(of: next.kind), name.hasSuffix("NOT") {
      return .leadingNot(name, at: place)
    }
    if let last, let name = Self.name(of: last.kind) {
      return .nothingAfter(name, at: last.range.lowerBound)
    }
    guard let next, let name = Self.name(of: next.kind) else { return .strayClose(at: place) }
    return .nothingBefore(name, at: place)
  }

  private static func name(of kind: QueryToken.Kind) -> String? {
    switch kind {
    case .operation(let operation): operation.rawValue
    case .not: "NOT"
    default: nil
    }
  }

  private func checkCase(of word: String, at token: QueryToken) throws(QueryError) {
    guard ["and", "or", "andnot", "not"].contains(word.lowercased()) else { return }
    throw .lowerCase(word, at: token.range.lowerBound)
  }
}
