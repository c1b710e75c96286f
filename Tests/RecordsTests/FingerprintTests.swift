import Records
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
  @Test("they are on disk, so they must not change")
  func golden() {
    #expect(Fingerprint().description == "cbf29ce484222325")
    #expect(Fingerprint("").description == "a8c7f832281a39c5")
    #expect(Fingerprint("a", "b").description == "6bc39b0c5f6065bc")
  }

  @Test("a moved border between two texts changes them")
  func border() {
    #expect(Fingerprint("ab", "c") != Fingerprint("a", "bc"))
    #expect(Fingerprint("abc") != Fingerprint("abc", ""))
  }

  @Test("texts that look alike and are other bytes differ")
  func bytes() {
    #expect(Fingerprint("\u{E9}") != Fingerprint("e\u{301}"))
  }
}
