import Foundation
import Records
import TestSupport
import Testing

@Suite("Instants as texts")
struct InstantTextTests {
  @Test(
    "an instant is read as Foundation reads it, with other ways to write it",
    arguments: [
      "2024-07-26T00:00:00Z", "2024-07-26T23:59:59Z", "2024-02-29T12:00:00Z",
      "2000-02-29T00:00:00Z", "1900-02-28T00:00:00Z", "1970-01-01T00:00:00Z",
      "1969-12-31T23:59:59Z", "1583-01-01T00:00:00Z", "1582-12-31T00:00:00Z",
      "1582-10-04T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
      "12024-07-26T00:00:00Z", "2024-07-26T00:00:00z", "2024-07-26T00:00:00.5Z",
      "2024-07-26T00:00:00+09:00", "2024-07-26T00:00:00-0030", "2024-07-26T00:00:00GMT",
      "2024-02-31T00:00:00Z", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
      "2024-07-26T24:00:00Z", "2024-07-26T23:59:60Z", "2024-07-26T00:60:00Z",
      "2024-13-26T00:00:00Z", "2024-00-26T00:00:00Z", "2024-07-00T00:00:00Z",
      "2024-07-32T00:00:00Z", "2024-7-26T00:00:00Z", "2024-07-26 00:00:00Z", "2024-07-26",
      "2024-07-26T00:00:00", "2024-07-26T00:00:00ZZ", " 2024-07-26T00:00:00Z",
      "20240726T000000Z", "2024-07-26T00:00:0xZ", "２０２４-07-26T00:00:00Z", "",
    ])
  func reading(text: String) {
    let bytes = Array(#"{"id":"a","time":"\#(text)"}"#.utf8)
    #expect(Probe.ours(bytes) == Probe.foundations(bytes))
  }

  @Test("what is no text is no instant", arguments: ["1", "1.5", "true", "null", "[]", "{}"])
  func otherTypes(text: String) {
    let bytes = Array(#"{"id":"a","time":\#(text)}"#.utf8)
    #expect(Probe.ours(bytes) == Probe.foundations(bytes))
  }

  @Test(
    "an instant is written as Foundation writes it, and fractions of a second are cut off",
    arguments: [
      0, 0.999, -0.4, -1, -86_400.5, 1_722_261_460.9999, 951_782_400, 951_868_799, 4_107_542_400,
      -12_219_292_800, -12_219_292_801, -62_135_596_800, 253_402_300_799, 253_402_300_800, 4e11,
      -1e11, 1e13,
    ] as [TimeInterval])
  func writing(seconds: TimeInterval) {
    let date = Date(timeIntervalSince1970: seconds)
    #expect(date.iso8601 == date.formatted(.iso8601))
  }

  @Test("any instant is written and read as Foundation does it")
  func random() throws {
    var dice = Dice(seed: 3)
    for _ in 0..<1000 {
      let date = Date(timeIntervalSince1970: Double(dice.next(below: 260_000_000_000)) - 12e9)
      let text = date.formatted(.iso8601)
      #expect(date.iso8601 == text)
      let bytes = Array(#"{"id":"a","time":"\#(text)"}"#.utf8)
      #expect(Probe.ours(bytes) == Probe.foundations(bytes), "\(text)")
    }
  }
}
