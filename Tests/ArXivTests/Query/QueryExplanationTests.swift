import Records
import Testing

@testable import ArXiv

@Suite("The explanation of a query")
struct QueryExplanationTests {
  private static func paper(_ number: Int, _ abstract: String, _ category: String) -> Paper {
    Samples.paper("2407.0000\(number)", abstract: abstract, categories: [category])
  }

  private static let papers = [
    paper(1, "We made synthetic data, and then we looked at it twice.", "cs.LG"),
    paper(2, "Data synthesis gives synthetic data.", "stat.ML"),
    paper(3, "On the synthesis\nof data: synthetic data and surveys.", "math.ST"),
    paper(4, "A survey of synthetic data.", "cs.LG"),
    paper(5, "Nothing of this kind.", "cs.LG"),
  ]

  private func explanation(_ text: String) throws -> QueryExplanation {
    try TopicQuery(text).explanation(of: Self.papers.map { SearchablePaper($0) })
  }

  private static func ids(_ numbers: Int...) -> [ArXivID] {
    numbers.compactMap { ArXivID("2407.0000\($0)") }
  }

  @Test("counts what each part brings, and what it alone brings among alternatives")
  func branches() throws {
    let text =
      "((abs:\"synthetic data\" OR abs:\"data synthesis\") ANDNOT abs:survey) "
      + "AND (cat:cs.* OR cat:stat.ML)"
    let made = try explanation(text)
    func branch(
      _ depth: Int, _ source: String, _ papers: [ArXivID], only: Int? = nil, negated: Bool = false
    ) -> QueryBranch {
      QueryBranch(depth: depth, source: source, isNegated: negated, papers: papers, only: only)
    }
    #expect(
      made.branches == [
        branch(0, text, Self.ids(1, 2)),
        branch(
          1, "(abs:\"synthetic data\" OR abs:\"data synthesis\") ANDNOT abs:survey",
          Self.ids(1, 2)),
        branch(2, "abs:\"synthetic data\" OR abs:\"data synthesis\"", Self.ids(1, 2, 3, 4)),
        branch(3, "abs:\"synthetic data\"", Self.ids(1, 2, 3, 4), only: 3),
        branch(3, "abs:\"data synthesis\"", Self.ids(2), only: 0),
        branch(2, "abs:survey", Self.ids(3, 4), negated: true),
        branch(1, "cat:cs.* OR cat:stat.ML", Self.ids(1, 2, 4, 5)),
        branch(2, "cat:cs.*", Self.ids(1, 4, 5), only: 3),
        branch(2, "cat:stat.ML", Self.ids(2), only: 1),
      ])
    #expect(made.papers == Self.ids(1, 2))
  }

  @Test("shows the words that matched among their neighbours, and no term that is excluded")
  func matches() throws {
    let made = try explanation("(abs:\"synthetic data\" OR abs:synth*) ANDNOT abs:survey")
    func match(_ term: String, _ before: String, _ words: String, _ after: String) -> QueryMatch {
      QueryMatch(term: term, before: before, words: words, after: after)
    }
    let phrase = "abs:\"synthetic data\""
    #expect(made.matches.count == 4)
    #expect(
      Self.ids(1, 2, 3).map { made.matches[$0] ?? [] } == [
        [
          match(phrase, "We made ", "synthetic data", ", and then we looked…"),
          match("abs:synth*", "We made ", "synthetic", " data, and then we…"),
        ],
        [
          match(phrase, "Data synthesis gives ", "synthetic data", "."),
          match("abs:synth*", "Data ", "synthesis", " gives synthetic data."),
        ],
        [
          match(phrase, "…the synthesis of data: ", "synthetic data", " and surveys."),
          match("abs:synth*", "On the ", "synthesis", " of data: synthetic data…"),
        ],
      ])
  }

  @Test("of a single term has one part, and names a category whole")
  func term() throws {
    let made = try explanation("cat:math.*")
    #expect(
      made
        == QueryExplanation(
          branches: [
            QueryBranch(
              depth: 0, source: "cat:math.*", isNegated: false, papers: Self.ids(3), only: nil)
          ],
          matches: [
            Self.ids(3)[0]: [
              QueryMatch(term: "cat:math.*", before: "", words: "math.ST", after: "")
            ]
          ]))
  }
}
