import Testing

@testable import ArXiv

@Suite("A topic's query")
struct QueryGrammarTests {
  /// Writes a tree with all its parentheses, so that tests can show it.
  static func shape(of node: QueryNode) -> String {
    switch node {
    case .term(let term): term.description
    case .group(let group):
      "("
        + group.parts.map(shape).joined(separator: " \(group.operation.rawValue) ") + ")"
    }
  }

  /// What a query comes to: its tree, or the first mistake and how many characters are before it.
  static func verdict(on text: String) -> String {
    do { return shape(of: try TopicQuery(text).root) } catch {
      return "\(error.offset): \(error.message)"
    }
  }

  @Test(
    "is read as arXiv reads it",
    arguments: [
      ("abs:synthetic", "abs:synthetic"),
      ("  abs:\"synthetic data\" ", "abs:\"synthetic data\""),
      ("((abs:a))", "abs:a"),
      ("abs:a OR ti:b OR au:c", "(abs:a OR ti:b OR au:c)"),
      ("abs:a AND ti:b AND au:c", "(abs:a AND ti:b AND au:c)"),
      ("(abs:a OR abs:b) AND abs:c", "((abs:a OR abs:b) AND abs:c)"),
      ("abs:a OR (abs:b AND abs:c)", "(abs:a OR (abs:b AND abs:c))"),
      ("abs:a ANDNOT abs:b", "(abs:a ANDNOT abs:b)"),
      ("abs:a AND NOT abs:b", "(abs:a ANDNOT abs:b)"),
      ("abs:a NOT abs:b", "(abs:a ANDNOT abs:b)"),
      ("(abs:a ANDNOT abs:b) ANDNOT abs:c", "((abs:a ANDNOT abs:b) ANDNOT abs:c)"),
      ("abs:(\"a b\" OR c)", "(abs:\"a b\" OR abs:c)"),
      ("abs:(a AND (b OR c))", "(abs:a AND (abs:b OR abs:c))"),
      ("abs:(a)", "abs:a"),
      ("abs:or", "abs:or"),
      ("abs:\"a or b\"", "abs:\"a or b\""),
      ("cat:cs.* OR cat:hep-th", "(cat:cs.* OR cat:hep-th)"),
      ("abs:\"C++\" AND au:del_maestro", "(abs:\"C++\" AND au:del_maestro)"),
      ("ti:\"why? because\" OR ti:synth?tic", "(ti:\"why? because\" OR ti:synth?tic)"),
      ("abs:a   OR  abs:b", "(abs:a OR abs:b)"),
      (
        "jr:a OR rn:b OR doi:\"10.1/c:d\" OR id:2407.20021v1 OR co:e OR all:f",
        "(jr:a OR rn:b OR doi:\"10.1/c:d\" OR id:2407.20021v1 OR co:e OR all:f)"
      ),
      ("abs:\"連合学習\"", "abs:\"連合学習\""),
    ])
  func accepted(text: String, shape: String) {
    #expect(Self.verdict(on: text) == shape)
  }

  private static let mixedOrAnd =
    "OR and AND stand in one group without parentheses, and arXiv reads A OR B AND C as "
    + "A OR (B AND C); write (A OR B) AND C, or put the parentheses where they are meant"
  private static let mixedNotAnd =
    "ANDNOT and AND stand in one group without parentheses, and arXiv reads A ANDNOT B AND C as "
    + "A ANDNOT (B AND C); write (A ANDNOT B) AND C, or put the parentheses where they are meant"
  private static let date =
    "submittedDate: does not belong in a topic, because the program adds the week itself and arXiv "
    + "would search within both; leave it out"

  @Test(
    "that arXiv is known to read otherwise, or to refuse, is refused; the others are taken",
    arguments: [
      (
        "(abs:\"synthetic data\" OR abs:\"data synthesis\") "
          + "AND submittedDate:[202407260000 TO 202408012359]", "51: \(date)"
      ),
      (
        "abs:\"synthetic data\" OR abs:\"data synthesis\" AND submittedDate:[202407260000 TO *]",
        "49: \(date)"
      ),
      ("abs:\"synthetic data\" OR abs:\"data synthesis\" AND cat:cs.LG", "45: \(mixedOrAnd)"),
      ("abs:a ANDNOT abs:b AND abs:c", "19: \(mixedNotAnd)"),
      (
        "abs:synthetic data AND cat:cs.LG",
        "14: neither operator nor field stands before this, and arXiv reads it as OR all:data; put "
          + "words that belong together into quotes, as in abs:\"two words\", or write an operator "
          + "and a field"
      ),
      (
        "abs:(\"synthetic data\" OR \"data synthesis\")",
        "(abs:\"synthetic data\" OR abs:\"data synthesis\")"
      ),
      (
        "(abs:\"synthetic data\"",
        "0: this parenthesis is never closed, and arXiv refuses the query; add the ')'"
      ),
      ("submittedDate:[20240726 TO 20240801]", "0: \(date)"),
      ("submittedDate:[20240726000000 TO 20240801235959]", "0: \(date)"),
      ("submittedDate:20240726*", "0: \(date)"),
      (
        "abs:a AND lastUpdatedDate:[a TO b]",
        "10: lastUpdatedDate: does not belong in a topic, because the program adds the week itself "
          + "and arXiv takes it for submittedDate:; leave it out"
      ),
    ])
  func known(text: String, verdict: String) {
    #expect(Self.verdict(on: text) == verdict)
  }

  @Test("may be as deep as anybody needs, and no deeper, and never ends the program")
  func depth() {
    func nested(_ count: Int) -> String {
      String(repeating: "(", count: count) + "abs:a" + String(repeating: ")", count: count)
    }
    #expect(Self.verdict(on: nested(64)) == "abs:a")
    let message = "64: parentheses stand within each other more than 64 times; take some away"
    #expect(Self.verdict(on: nested(65)) == message)
    #expect(Self.verdict(on: nested(200_000)) == message)
    #expect(Self.verdict(on: String(repeating: "(", count: 200_000)) == message)
    #expect(Self.verdict(on: String(repeating: "\"", count: 99_999)).hasPrefix("99998: this quote"))
    let long = Array(repeating: "abs:a", count: 20_000).joined(separator: " OR ")
    #expect(Self.verdict(on: long) == "(\(long))")
  }

  @Test("keeps its parts' places and texts")
  func places() throws {
    let query = try TopicQuery("(abs:a OR ti:\"b  c\") AND cat:(x OR y)")
    guard case .group(let whole) = query.root else {
      Issue.record("the query is no group")
      return
    }
    #expect(
      ([query.root] + whole.parts).map { query.source(of: $0) }
        == ["(abs:a OR ti:\"b  c\") AND cat:(x OR y)", "abs:a OR ti:\"b  c\"", "cat:(x OR y)"])
    #expect(query.root.terms.map(\.range) == [1..<6, 10..<19, 30..<31, 35..<36])
  }
}
