import Foundation
import HTTP
import Testing

/// What a server's wish to be left alone is read as.
@Suite("Retry-After")
struct RetryAfterTests {
  /// 26 July 2024, noon.
  private let now = Date(timeIntervalSince1970: 1_721_995_200)

  @Test(
    "is read in each form that the standard allows",
    arguments: [
      ("5", 5), ("0", 0), ("-1", 0),
      ("Fri, 26 Jul 2024 12:00:05 GMT", 5), ("Friday, 26-Jul-24 12:00:05 GMT", 5),
      ("Fri Jul 26 12:00:05 2024", 5), ("Fri, 26 Jul 2024 12:00:00 GMT", 0),
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sat, 27 Jul 2024 12:00:00 GMT", 86400),
      ("tomorrow", nil), ("", nil), ("--", nil),
    ] as [(String, Int?)])
  func seconds(value: String, expected: Int?) {
    let response = HTTPResponse(status: 429, headers: [HTTPHeader("Retry-After", value)])
    #expect(response.retryAfter(now: now) == expected.map { .seconds($0) })
  }

  @Test("is nothing where the header is missing")
  func missing() {
    #expect(HTTPResponse(status: 429).retryAfter(now: now) == nil)
  }
}
