import Records

/// A piece of a query.
struct QueryToken: Equatable {
  /// What it is.
  let kind: Kind
  /// Where it stands, in Unicode scalars.
  let range: Range<Int>

  /// What a piece can be.
  enum Kind: Equatable {
    case open
    case close
    case operation(QueryOperator)
    /// `NOT`: between two parts, or behind `AND`.
    case not
    /// A field with its colon.
    case field(QueryField)
    case word(String)
    case phrase(String)
  }
}

/// Cuts a query into pieces.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var tokens: [QueryToken] = []

  /// The pieces of a query; throws `QueryError` for what can be no piece.
  static func tokens(of text: String) throws(QueryError) -> [QueryToken] {
    var lexer = QueryLexer(scalars: Array(text.unicodeScalars))
    try lexer.checkCharacters()
    try lexer.run()
    return lexer.tokens
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Marks that an editor or a Japanese keyboard puts where plain ones are needed.
  private static func plain(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "“", "”", "„", "‟", "＂", "«", "»": "\""
    case "（": "("
    case "）": ")"
    case "：": ":"
    case "＊": "*"
    case " ": nil
    // What arXiv makes of other white space depends on the place.
    default: scalar.properties.isWhitespace ? "space" : nil
    }
  }

  private func checkCharacters() throws(QueryError) {
    for (offset, scalar) in scalars.enumerated() {
      if let plain = Self.plain(for: scalar) {
        throw .lookalike(scalar, for: plain, at: offset)
      }
      if scalar.isHiddenControl || scalar.properties.generalCategory == .format {
        throw .hidden(scalar, at: offset)
      }
    }
  }

  private mutating func run() throws(QueryError) {
    while place < scalars.count {
      switch scalars[place] {
      case " ": place += 1
      case "(": take(.open)
      case ")": take(.close)
      case "\"": try takePhrase()
      default: try takeWord()
      }
    }
  }

  private mutating func take(_ kind: QueryToken.Kind, until end: Int? = nil) {
    let end = end ?? place + 1
    tokens.append(QueryToken(kind: kind, range: place..<end))
    place = end
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private mutating func takePhrase() throws(QueryError) {
    guard let end = scalars[(place + 1)...].firstIndex(of: "\"") else {
      throw .openQuote(at: place)
    }
    guard scalars[end - 1] != "\\" else { throw .escapedQuote(at: end) }
    take(.phrase(text(place + 1..<end)), until: end + 1)
  }

  private mutating func takeWord() throws(QueryError) {
    let end =
      scalars[place...].firstIndex {
        "()\" ".unicodeScalars.contains($0)
      }
      ?? scalars.count
    if let colon = scalars[place..<end].firstIndex(of: ":") {
      take(.field(try field(text(place..<colon))), until: colon + 1)
      guard place < end else { return }
      if let second = scalars[place..<end].firstIndex(of: ":") { throw .colon(at: second) }
      take(.word(text(place..<end)), until: end)
    } else {
      try takeBare(text(place..<end), until: end)
    }
  }

  private func field(_ name: String) throws(QueryError) -> QueryField {
    if let field = QueryField(rawValue: name) { return field }
    throw ["submitteddate", "lastupdateddate"].contains(name.lowercased())
      ? .date(name, at: place) : .unknownField(name, at: place)
  }

  private mutating func takeBare(_ word: String, until end: Int) throws(QueryError) {
    guard let kind: QueryToken.Kind = word == "NOT" ? .not : Self.operation(word) else {
      return take(.word(word), until: end)
    }
    // At the edges of the query and of a group the parser has more to say.
    let before =
      place == 0 || " (".unicodeScalars.contains(scalars[place - 1])
    let behind = end == scalars.count || " )".unicodeScalars.contains(scalars[end])
    guard before, behind else { throw .tight(word, at: place) }
    take(kind, until: end)
  }

  private static func operation(_ word: String) -> QueryToken.Kind? {
    QueryOperator(rawValue: word).map { .operation($0) }
  }
}
