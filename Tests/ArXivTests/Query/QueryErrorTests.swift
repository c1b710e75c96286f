import Testing

@testable import ArXiv

@Suite("A mistake in a query")
struct QueryErrorTests {
  @Test(
    "is shown by a caret under its place, on one line, with the neighbourhood of a long query",
    arguments: [
      ("abs:a or abs:b", 6, "abs:a or abs:b\n      ^"),
      ("abs:a\nor", 6, "abs:a or\n      ^"),
      ("", 0, "\n^"),
      ("abs:a AND", 9, "abs:a AND\n         ^"),
      (
        String(repeating: "a", count: 100) + "!" + String(repeating: "b", count: 100), 100,
        "…" + String(repeating: "a", count: 36) + "!" + String(repeating: "b", count: 35) + "…\n"
          + String(repeating: " ", count: 37) + "^"
      ),
      (
        "!" + String(repeating: "b", count: 100), 0,
        "!" + String(repeating: "b", count: 71) + "…\n^"
      ),
      (
        String(repeating: "a", count: 100) + "!", 100,
        "…" + String(repeating: "a", count: 36) + "!\n" + String(repeating: " ", count: 37) + "^"
      ),
    ])
  func caret(text: String, offset: Int, lines: String) {
    #expect(QueryError(message: "", offset: offset).caretLines(in: text) == lines)
  }
}
