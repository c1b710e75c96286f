import Testing

@testable import ArXiv

@Suite("Bytes in bytes")
struct BytePatternTests {
  @Test(
    "a pattern is found wherever it stands, and nowhere else",
    arguments: [
      ("", "a", false), ("a", "a", true), ("b", "a", false), ("ab", "b", true), ("aab", "ab", true),
      ("abcabd", "abd", true), ("abcabc", "abd", false), (" Jul 2024 ", " Jul 2024 ", true),
      ("x Jul 2024 ", " Jul 2024 ", true), (" Jul 2024 x", " Jul 2024 ", true),
      (" Jul 2024", " Jul 2024 ", false), ("ul 2024 ", " Jul 2024 ", false),
      (" Jul 202 4 Jul 2024 ", " Jul 2024 ", true), ("aaaaab", "aab", true),
      ("ababac", "abac", true),
      ("合成データ", "データ", true),
    ])
  func found(text: String, pattern: String, isFound: Bool) {
    #expect(BytePattern(pattern).isFound(in: Array(text.utf8)[...]) == isFound)
  }

  @Test("only the slice counts, not what is around it")
  func slice() {
    let bytes = Array("abcabc".utf8)
    #expect(!BytePattern("cab").isFound(in: bytes[0..<4]))
    #expect(BytePattern("cab").isFound(in: bytes[2..<5]))
  }
}
