import HTTP
import Testing

@Suite("Excerpts")
struct ExcerptTests {
  @Test(
    "an excerpt is one line that ends where it grows long",
    arguments: [
      ("", ""), (" a\n b ", "a b"),
      (String(repeating: "x", count: 160), String(repeating: "x", count: 160)),
      (String(repeating: "x", count: 161), String(repeating: "x", count: 160) + "…"),
    ])
  func excerpt(text: String, excerpt: String) {
    #expect(text.excerpt == excerpt)
  }
}
