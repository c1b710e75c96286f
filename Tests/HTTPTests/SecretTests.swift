import HTTP
import Testing

/// A key that must not be seen by accident.
@Suite("Secret")
struct SecretTests {
  private let secret = Secret("sk-1234")

  @Test("a key shows in no text that is made of it")
  func texts() {
    var dumped = ""
    dump(secret, to: &dumped)
    let texts = [
      secret.description, "\(secret)", String(describing: secret), String(reflecting: secret),
      "\(Optional(secret) as Any)", "\([secret])", "\([1: secret])", dumped,
    ]
    #expect(
      texts == [
        "•••", "•••", "•••", "•••", "Optional(•••)", "[•••]", "[1: •••]", "- •••\n",
      ])
  }

  @Test("a key cannot be found by looking inside")
  func mirror() {
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test("what holds a key shows none either")
  func holders() {
    let request = HTTPRequest.get("http://a.example/", credential: .bearer("sk-1234"))
    var dumped = ""
    dump(request, to: &dumped)
    let texts = [
      "\(request)", String(reflecting: request), "\([request])", dumped,
      "\(String(describing: request.credential))", String(reflecting: request.credential),
    ]
    #expect(texts.filter { $0.contains("1234") } == [])
    #expect(dumped.contains("•••"))
  }

  @Test("a key can be compared and, on purpose, read")
  func value() {
    #expect(secret == Secret("sk-1234"))
    #expect((secret == Secret("sk-1235")) as Bool == false)
    #expect(secret.value == "sk-1234")
  }

  @Test(
    "every occurrence is replaced",
    arguments: [
      ("key", "", ""), ("key", "nothing here", "nothing here"), ("key", "ke", "ke"),
      ("key", "key", "•••"), ("key", "key at the start", "••• at the start"),
      ("key", "at the end: key", "at the end: •••"), ("key", "a key, a key", "a •••, a •••"),
      ("key", "keykeykey", "•••••••••"), ("key", "kekey", "ke•••"), ("key", "kkeyey", "k•••ey"),
      ("aa", "aaa", "•••a"), ("aa", "aaaa", "••••••"), ("aba", "ababa", "•••ba"),
      ("", "an empty key is nowhere", "an empty key is nowhere"), ("", "", ""),
      ("鍵", "鍵と錠", "•••と錠"), ("KEY", "key", "key"), ("•••", "•••", "•••"),
    ])
  func redacted(key: String, text: String, expected: String) {
    let bytes = Secret(key).redacted(from: Array(text.utf8), shortest: 1)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(
    "a key is found wherever it stands, however long it is", arguments: [1, 2, 254, 255, 256, 700])
  func long(length: Int) {
    let key = String(repeating: "a", count: length - 1) + "b"
    for before in [0, 1, length - 1, length, 1000] {
      let text = String(repeating: "a", count: before) + key + "c"
      let bytes = Secret(key).redacted(from: Array(text.utf8), shortest: 1)
      #expect(
        String(decoding: bytes, as: UTF8.self) == String(repeating: "a", count: before) + "•••c")
    }
  }

  @Test("bytes that are no text stay as they are")
  func binary() {
    #expect(
      Secret("key").redacted(from: [0xFF, 0x6B, 0x65, 0x79, 0x00, 0xFE], shortest: 1)
        == [0xFF] + Array("•••".utf8) + [0x00, 0xFE])
  }
}
