import Testing

@testable import Models

@Suite("Lengths of time as providers write them")
struct ClockTextTests {
  @Test(
    "a length is read",
    arguments: [
      ("0s", Duration.zero), ("0", .zero), ("1s", .seconds(1)), ("26", .seconds(26)),
      ("1.5", .milliseconds(1500)), ("6m0s", .seconds(360)), ("1m2.5s", .milliseconds(62_500)),
      ("20ms", .milliseconds(20)), ("11.25s", .milliseconds(11_250)), ("1h2m3s", .seconds(3723)),
      ("24h0m0s", .seconds(86_400)), ("0.5ms", .microseconds(500)), ("36s", .seconds(36)),
      ("1m500ms", .milliseconds(60_500)),
    ])
  func read(text: String, length: Duration) {
    #expect(Duration(clockText: text) == length)
  }

  @Test("a length with many digits is read, to a millionth of a second")
  func fraction() throws {
    let length = try #require(Duration(clockText: "36.42819311s"))
    #expect(abs(length / .seconds(1) - 36.42819311) < 1e-6)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", " ", "s", "ms", ".", ".s", "-1", "-1s", "1m-2s", "+1s", "1x", "5 s", " 5s", "1.2.3s",
      "soon", "nan", "inf", "-inf", "1e9", "1e400", "1000000000s", "１s", "٣s", "1s2", "s1",
      "2026-09-21T00:00:06Z", "0x10s",
    ])
  func none(text: String) {
    #expect(Duration(clockText: text) == nil)
  }
}
