import Records
import Testing

@testable import ArXiv

@Suite("The query of a topic and a week")
struct SearchQueryTests {
  @Test(
    "a topic is put in parentheses and narrowed to the week, up to the next week's midnight",
    arguments: [
      (
        "abs:\"sample text\" OR abs:\"text sample\"", "2024-07-28",
        "(abs:\"sample text\" OR abs:\"text sample\") "
          + "AND submittedDate:[202407260000 TO 202408020000]"
      ),
      ("cat:cs.CL", "2024-01-01", "(cat:cs.CL) AND submittedDate:[202312290000 TO 202401050000]"),
      ("cat:cs.CL", "2024-02-29", "(cat:cs.CL) AND submittedDate:[202402230000 TO 202403010000]"),
    ])
  func text(topic: String, day: String, query: String) throws {
    #expect(try self.query(topic, day).description == query)
  }

  @Test(
    "the echo of a feed means the query that was sent, however it is spelled",
    arguments: [
      "ArXiv Query: search_query=\(sent)&id_list=&start=0&max_results=200",
      "arXiv Query: search_query=(abs:\"sample text\" OR ti:C++) "
        + "AND submittedDate:\"202407260000 TO 202408020000\"&id_list=&start=0&max_results=200",
      "search_query=((abs:\"sample  text\"  OR ti:C++)) AND submittedDate:[202407260000 TO 202408020000]",
    ])
  func echo(title: String) throws {
    #expect(try query().matches(echo: title))
  }

  @Test(
    "a query that was rewritten, cut or lost is another one",
    arguments: [
      "", "arXiv Search Results", "arXiv Query: search_query=&id_list=&start=0&max_results=200",
      "arXiv Query: search_query=abs:sample OR all:text&id_list=&start=0&max_results=200",
      "arXiv Query: search_query=(abs:\"sample text\" OR ti:C++)&id_list=&start=0",
      "arXiv Query: search_query=\(sent.replacing("0726", with: "0719"))&id_list=",
      "arXiv Query: search_query=\(sent.replacing("abs", with: "all"))&id_list=",
      "arXiv Query: &id_list=&search_query=\(sent)", "arXiv Query: \(sent)",
    ])
  func otherEcho(title: String) throws {
    #expect(try !query().matches(echo: title))
  }

  private static let sent =
    "(abs:\"sample text\" OR ti:C++) AND submittedDate:[202407260000 TO 202408020000]"

  private func query(
    _ text: String = "abs:\"sample text\" OR ti:C++", _ day: String = "2024-07-26"
  ) throws -> SearchQuery {
    let week = try #require(Week(containing: day, startingOn: .friday))
    return SearchQuery(topic: Topic(slug: "sd", name: "合成データ", query: text), week: week)
  }
}
