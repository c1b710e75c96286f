import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("The same papers in both wire formats")
struct FeedFixtureTests {
  @Test("the format since November 2025 gives these papers")
  func current() throws {
    let feed = try feed("current")
    #expect(feed.title == "arXiv Query: \(Self.query)")
    #expect([feed.totalResults, feed.startIndex] == [3, 0])
    #expect(try feed.entries.map(paper) == [Self.wrapped(classes: []), Self.old, Self.marked])
  }

  @Test("the format until then gives the same papers, and mathematical and ACM classes")
  func legacy() throws {
    let feed = try feed("legacy")
    #expect(feed.title == "ArXiv Query: \(Self.query)")
    #expect([feed.totalResults, feed.startIndex] == [3, 0])
    let first = Self.wrapped(classes: ["68T50", "I.2.7; I.2.6"])
    #expect(try feed.entries.map(paper) == [first, Self.old, Self.marked])
  }

  private static let query =
    "search_query=&id_list=2407.00001v2,hep-th/9711200v3,2407.00003v1&start=0&max_results=3"

  /// Twelve authors, two paragraphs, a second version, and lines that are too long for one format.
  private static func wrapped(classes: [String]) -> Paper {
    let numbers = [
      "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
      "Eleventh", "Twelfth",
    ]
    return Samples.paper(
      "2407.00001", version: 2,
      title: "A Sample Title That Is Long Enough to Be Wrapped in the Format That arXiv Used "
        + "Until November 2025",
      abstract: """
        This first paragraph of a sample abstract runs over more than one line, so that the older \
        format wraps it and the newer one does not; nothing else is said in it.
        The second paragraph begins with two spaces in both formats, and it is long enough to be \
        wrapped as well.
        """,
      authors: numbers.map { "\($0) Author" }, comment: "12 pages, 3 figures",
      categories: ["cs.CL", "cs.LG"] + classes, published: "2024-07-26T17:42:08Z",
      updated: "2024-07-30T09:15:00Z")
  }

  /// An identifier of the old scheme.
  private static let old = Samples.paper(
    "hep-th/9711200", version: 3, title: "A Short Sample Title", authors: ["Old Author"],
    categories: ["hep-th"], published: "1997-11-27T12:00:00Z", updated: "1998-01-22T12:00:00Z")

  /// TeX, characters that XML escapes, and names that are not ASCII.
  private static let marked = Samples.paper(
    "2407.00003", title: #"Samples & Texts: $k$-Fold for 5\% of "Everything" < 1"#,
    abstract: #"An abstract with \textit{TeX}, R&D and x < y."#,
    authors: ["Accénted Author", "著者 一"], comment: "Accepted at a workshop",
    categories: ["stat.ML", "cs.LG", "math.ST"], published: "2024-07-29T00:00:00Z")

  private func feed(_ format: String) throws -> Feed {
    let body = try Fixture.bytes("arxiv/\(format).xml")
    return try Feed(response: HTTPResponse(status: 200, body: body))
  }

  /// The paper of an entry, in whatever week it was submitted.
  private func paper(_ entry: FeedEntry) throws -> Paper {
    var paper = try entry.paper()
    paper.topics = [Samples.topic.slug]
    return paper
  }
}
