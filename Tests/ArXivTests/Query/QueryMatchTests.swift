import Records
import Testing

@testable import ArXiv

@Suite("A paper and a query")
struct QueryMatchTests {
  private static let paper = Samples.paper(
    "2407.20021", version: 2, title: "Découverte of Łukasz’s Method",
    abstract: """
      We study $\\varepsilon$-differential privacy for synthetic-data generation, and train GPT-4 \
      models. Users' records stay private.
      A second paragraph: the approach generalizes to "zero-knowledge" proofs (zk-SNARKs).
      """, authors: ["First Middle Author", "Second Müller-Author"],
    comment: "12 pages, 3 figures", categories: ["cs.CR", "stat.ML"])

  private func matches(_ query: String) throws -> Bool {
    try TopicQuery(query).matches(Self.paper)
  }

  @Test(
    "go together",
    arguments: [
      "abs:\"synthetic data\"", "abs:synthetic-data", "abs:\"Synthetic  Data\"", "abs:generator",
      "abs:\"differential privacy\"", "abs:\"differentially private\" OR abs:\"data generating\"",
      "abs:\"training models\" OR abs:\"train gpt\"", "abs:\"gpt 4 models\"", "abs:gpt-4",
      "abs:\"user record\"", "abs:\"users' records\"", "abs:\"generalize to zero knowledge proof\"",
      "abs:zk-SNARK", "abs:\"paragraphs\"", "abs:varepsilon", "abs:synth*", "abs:g?t",
      "abs:differential AND abs:generalizes", "ti:decouverte", "ti:DÉCOUVERTE", "ti:lukasz",
      "ti:\"lukasz method\"", "ti:\"Łukasz's methods\"", "cat:cs.CR", "cat:CS.cr", "cat:cs.*",
      "cat:stat.ML", "cat:\"stat.ML\"", "cat:c?.CR", "co:figures", "co:\"3 figure\"",
      "au:Author", "au:\"First Author\"", "au:author_f", "au:muller", "au:Müller", "au:mull*",
      "id:2407.20021", "id:2407.20021v1", "id:2407.*", "all:decouverte", "all:\"3 figures\"",
      "all:muller", "all:cs.CR", "all:2407.20021", "all:privacy",
      "abs:privacy ANDNOT abs:\"federated learning\"", "abs:privacy AND NOT ti:privacy",
      "abs:(\"federated learning\" OR \"synthetic data\")",
      "(abs:nothing OR abs:privacy) AND (cat:cs.* OR cat:stat.ML)",
    ])
  func matching(query: String) throws {
    #expect(try matches(query))
  }

  @Test(
    "do not go together",
    arguments: [
      "abs:\"data synthetic\"", "abs:\"synthetic generation\"", "abs:\"privacy differential\"",
      "abs:decouverte", "ti:privacy", "cat:cs.LG", "cat:cs",
      "cat:cs.C", "cat:math.*", "co:\"figures pages\"", "au:\"First Müller\"", "au:author_x",
      "au:authors", "id:2407.2002", "id:2407.20022", "abs:synthe", "abs:privacy?", "abs:genera",
      "all:\"Method We\"", "all:\"Author Second\"", "abs:privacy ANDNOT cat:stat.ML",
      "abs:privacy AND abs:\"federated learning\"", "abs:nothing OR ti:nowhere",
      "abs:\"models users records stay private and more words than stand in any text\"",
    ])
  func notMatching(query: String) throws {
    #expect(try !matches(query))
  }

  @Test("a paper without a comment and with an empty abstract is compared by the rest")
  func bare() throws {
    let paper = Samples.paper(abstract: "", comment: nil)
    #expect(try TopicQuery("ti:sample").matches(paper))
    #expect(try !TopicQuery("co:sample OR abs:sample").matches(paper))
  }

  @Test(
    "what no record holds is told before any work",
    arguments: [
      ("abs:a AND jr:b", 10, "jr"), ("rn:b", 0, "rn"), ("abs:(a OR b) OR doi:c", 16, "doi"),
    ])
  func obstacles(text: String, offset: Int, field: String) throws {
    let nouns = ["jr": "journal reference", "rn": "report number", "doi": "DOI"]
    #expect(
      try TopicQuery(text).localObstacle
        == QueryError(
          message: "\(field): cannot be evaluated here, because the records of papers do not hold "
            + "the \(nouns[field] ?? ""); only the search of arXiv can", offset: offset))
  }

  @Test("what records hold is no obstacle")
  func noObstacle() throws {
    #expect(
      try TopicQuery("ti:a OR au:a OR abs:a OR co:a OR cat:a OR id:a OR all:a").localObstacle == nil
    )
  }

  @Test(
    "archives bound what can match",
    arguments: [
      ("cat:cs.LG", ["cs"]), ("cat:cs.*", ["cs"]), ("cat:CS.lg", ["cs"]),
      ("cat:hep-th", ["hep-th"]),
      ("cat:astro-ph.GA", ["astro-ph"]), ("cat:\"stat.ML\"", ["stat"]), ("cat:c*", nil),
      ("cat:c?.LG", nil), ("abs:a", nil), ("all:cs.LG", nil),
      ("cat:cs.* OR cat:stat.ML", ["cs", "stat"]), ("cat:cs.* OR abs:a", nil),
      ("abs:a AND cat:cs.*", ["cs"]), ("abs:a AND abs:b", nil),
      ("(cat:cs.* OR cat:stat.*) AND cat:math.ST", ["math"]),
      ("cat:cs.LG AND cat:stat.ML", ["cs"]),
      ("cat:cs.* ANDNOT cat:stat.ML", ["cs"]), ("abs:a ANDNOT cat:stat.ML", nil),
      ("cat:(cs.* OR math.*)", ["cs", "math"]),
      ("(abs:a OR abs:b) AND (cat:cs.* OR cat:stat.ML)", ["cs", "stat"]),
    ] as [(String, Set<String>?)])
  func archives(text: String, archives: Set<String>?) throws {
    #expect(try TopicQuery(text).archives == archives)
  }

  @Test(
    "a wildcard stands for any letters or for one",
    arguments: [
      ("a*", "abc", true), ("a*", "a", true), ("a?", "a", false), ("a?", "ab", true),
      ("a*c", "abcbc", true), ("a*c", "abcb", false), ("a**b?d", "axxbcd", true), ("a", "b", false),
      ("É*", "ete", true),
      // A naive comparison would try more ways than there is time for.
      (
        "a" + String(repeating: "*a", count: 60) + "*b", String(repeating: "a", count: 5000), false
      ),
    ])
  func wildcards(pattern: String, text: String, isLike: Bool) {
    #expect(Wildcard(pattern).matches(text) == isLike)
  }

  @Test("long and strange texts take no long time and end nothing")
  func hostile() throws {
    let long = String(repeating: "y", count: 200_000)
    let marks = "a" + String(repeating: "\u{301}", count: 100_000)
    let paper = Samples.paper(title: long, abstract: marks + " '" + "’s 's '", comment: "\u{0}\r\n")
    #expect(try TopicQuery("ti:y*").matches(paper))
    #expect(try TopicQuery("abs:a").matches(paper))
    #expect(try !TopicQuery("abs:y OR co:y").matches(paper))
  }
}
