import Records
import Testing

@Suite("arXiv identifiers")
struct ArXivIDTests {
  @Test(
    "an identifier of either scheme is split from its version",
    arguments: [
      ("2407.20021", "2407.20021", nil),
      ("2407.20021v2", "2407.20021", 2),
      ("0704.0001v1", "0704.0001", 1),
      ("2607.123456v12", "2607.123456", 12),
      ("hep-th/9711200", "hep-th/9711200", nil),
      ("hep-th/9711200v3", "hep-th/9711200", 3),
      ("math.GT/0309136v1", "math.GT/0309136", 1),
      ("cond-mat/0207270v1", "cond-mat/0207270", 1),
    ] as [(String, String, Int?)])
  func split(text: String, id: String, version: Int?) throws {
    let parsed = try #require(ArXivID.parse(text))
    #expect(parsed.id.text == id)
    #expect(parsed.version == version)
  }

  @Test(
    "what is no identifier is refused",
    arguments: [
      "", "v1", "2407", "2407.", "2407.123", "2407.1234567", "24070.0021", "2407.20021v",
      "2407.20021v12345", "2407.20021vx", " 2407.20021", "2407.20021\n", "２４０７.20021",
      "hep-th/971120", "hep-th/97112000", "HEP-TH/9711200", "/9711200", "math.gt/0309136",
      "math.GTX/0309136", "a/b/9711200", "../2407.20021", "2407.20021/..", "Error",
    ])
  func refusal(text: String) {
    #expect(ArXivID.parse(text) == nil)
  }

  @Test("a version is no part of an identifier")
  func withoutVersion() {
    #expect(ArXivID("2407.20021v1") == nil)
    #expect(ArXivID("2407.20021")?.description == "2407.20021")
  }
}
