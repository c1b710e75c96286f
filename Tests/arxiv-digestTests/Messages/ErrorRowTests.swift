import Models
import Testing

@Suite("The words of an error")
struct ErrorRowTests {
  @Test("say what happened, where, and what can be done", arguments: ErrorRow.all)
  func words(row: ErrorRow) {
    #expect("\(row.error)" == row.text)
  }

  @Test("are known for everything that a model's server can say")
  func kinds() {
    let kinds = ErrorRow.all.compactMap { ($0.error as? ModelError)?.kind }
    #expect(Set(kinds) == Set(ModelError.Kind.allCases))
  }
}
