import Foundation
import HTTP
import Testing

@Suite("A server's clock")
struct ResponseDateTests {
  @Test(
    "is read from the header, and is nothing where that cannot be",
    arguments: [
      ("Fri, 26 Jul 2024 12:00:05 GMT", 1_721_995_205), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("noon", nil), ("", nil),
    ] as [(String, Double?)])
  func date(value: String, expected: Double?) {
    let response = HTTPResponse(status: 200, headers: [HTTPHeader("date", value)])
    #expect(response.date == expected.map { Date(timeIntervalSince1970: $0) })
  }

  @Test("is nothing where the server does not tell")
  func missing() { #expect(HTTPResponse(status: 200).date == nil) }
}
