import Testing

@testable import Models

@Suite("Model replies")
struct ModelReplyTests {
  @Test("a model that came to its end and wrote nothing but blanks is empty")
  func empty() {
    for text in ["", " ", "\n\r\n\t"] {
      #expect(ModelReply(text: text).isEmpty)
      for other in [ModelReply.Completeness.truncated, .filtered, .refused("")] {
        #expect(!ModelReply(text: text, completeness: other).isEmpty)
      }
    }
    #expect(!ModelReply(text: " x").isEmpty)
    #expect(!ModelReply(text: "\u{3000}").isEmpty)
  }
}
