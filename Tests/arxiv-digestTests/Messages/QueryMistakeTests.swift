import ArXiv
import Testing

@Suite("The message about a query")
struct QueryMistakeTests {
  @Test("names the place, what arXiv makes of it, and what to write", arguments: QueryMistake.all)
  func refused(mistake: QueryMistake) {
    let error = #expect(throws: QueryError.self) { try TopicQuery(mistake.text) }
    #expect(error?.message == mistake.message)
    #expect(error?.offset == mistake.offset)
  }

  @Test("names what no record holds", arguments: QueryMistake.ofRecords)
  func unrecorded(mistake: QueryMistake) throws {
    let error = try TopicQuery(mistake.text).localObstacle
    #expect(error?.message == mistake.message)
    #expect(error?.offset == mistake.offset)
  }
}
