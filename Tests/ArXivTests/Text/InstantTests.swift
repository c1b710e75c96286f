import Foundation
import Testing

@testable import ArXiv

@Suite("Instants")
struct InstantTests {
  @Test(
    "an instant of a feed is read to the second",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
      ("2024-07-26T12:00:00Z", 1_721_995_200), ("2024-07-26t12:00:00z", 1_721_995_200),
      ("2024-07-26T12:00:00.999Z", 1_721_995_200), ("2024-07-26T08:00:00-04:00", 1_721_995_200),
      ("2024-07-26T21:00:00.5+09:00", 1_721_995_200), ("2024-02-29T00:00:00Z", 1_709_164_800),
      ("2000-02-29T00:00:00Z", 951_782_400), ("2016-12-31T23:59:60Z", 1_483_228_800),
    ])
  func rfc3339(text: String, seconds: Double) {
    #expect(Instant.rfc3339(text)?.timeIntervalSince1970 == seconds)
  }

  @Test(
    "what the calendar or the format does not have is no instant",
    arguments: [
      "", "2024-07-26", "2024-02-31T00:00:00Z", "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z", "2024-04-31T00:00:00Z", "2024-13-01T00:00:00Z",
      "2024-00-01T00:00:00Z", "2024-01-00T00:00:00Z", "2024-01-01T24:00:00Z",
      "2024-01-01T00:60:00Z", "2024-01-01T00:00:61Z", "2024-01-01T00:00:00", "0000-01-01T00:00:00Z",
      "2024-01-01T00:00:00+0900", "2024-01-01T00:00:00+24:00", "2024-01-01T00:00:00.Z",
      "2024-01-01T00:00:00Z ", "2024-1-1T00:00:00Z", "+024-01-01T00:00:00Z",
      "２０２４-01-01T00:00:00Z", "2024-01-01 00:00:00Z",
    ])
  func notRFC3339(text: String) {
    #expect(Instant.rfc3339(text) == nil)
  }

  @Test(
    "an instant of a version is read with a day of one or two digits",
    arguments: [
      ("Mon, 2 Apr 2007 19:18:42 GMT", 1_175_541_522),
      ("Mon, 02 Apr 2007 19:18:42 GMT", 1_175_541_522),
      ("Fri, 26 Jul 2024 12:00:00 GMT", 1_721_995_200), ("Thu, 1 Jan 1970 00:00:00 GMT", 0),
      ("Wed, 31 Dec 1969 23:59:59 GMT", -1), ("Thu, 29 Feb 2024 00:00:00 UTC", 1_709_164_800),
    ])
  func rfc1123(text: String, seconds: Double) {
    #expect(Instant.rfc1123(text)?.timeIntervalSince1970 == seconds)
  }

  @Test(
    "another weekday, zone or day than there is, is no instant",
    arguments: [
      "", "Tue, 2 Apr 2007 19:18:42 GMT", "Mon, 2 Apr 2007 19:18:42 EST",
      "Mon, 2 Apr 2007 19:18:42", "2 Apr 2007 19:18:42 GMT", "Mon, 2 April 2007 19:18:42 GMT",
      "Sat, 31 Feb 2024 00:00:00 GMT", "Mon, 2 Apr 07 19:18:42 GMT",
      "Mon, 002 Apr 2007 19:18:42 GMT",
      "Mon, 2 Apr 2007 25:18:42 GMT", "Mon, 2 Apr 2007 19:18:42 GMT+1",
      "Mon,2 Apr 2007 19:18:42 GMT",
      "Mon, 2 apr 2007 19:18:42 GMT", "2007-04-02T19:18:42Z",
    ])
  func notRFC1123(text: String) {
    #expect(Instant.rfc1123(text) == nil)
  }

  @Test(
    "a day is its first instant",
    arguments: [("2024-07-26", 1_721_952_000), ("2024-02-31", nil), ("2024-7-26", nil), ("", nil)]
      as [(String, Double?)])
  func day(text: String, seconds: Double?) {
    #expect(Instant.day(text)?.timeIntervalSince1970 == seconds)
  }
}
