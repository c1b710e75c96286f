import HTTP
import Testing

@Suite("HTTPError")
struct HTTPErrorTests {
  private static let passing: [HTTPError] = [
    .nameNotFound(host: "a.example", reason: "no such host"),
    .unreachable(host: "a.example", reason: "nobody listens"),
    .timedOut(host: "a.example", reason: "too slow"),
    .connectionLost(host: "a.example", reason: "reset"),
  ]

  private static let lasting: [HTTPError] = [
    .invalidRequest("a needs an absolute http or https URL"),
    .tlsFailed(host: "a.example", reason: "unknown issuer"),
    .bodyTooLarge(host: "a.example", limit: 1000),
    .redirectRefused(from: "http://a/", to: "http://b/", reason: "that is another host"),
    .waitTooLong(host: "a.example", seconds: 3600), .noRecording(name: "a/b", folder: "records"),
    .recordingFailed(file: "records/a", reason: "disk full"),
    .paceFileFailed(file: "/tmp/a.pace", reason: "it cannot be read"), .engine("out of memory"),
  ]

  @Test("tells what may well pass from what will not")
  func passes() {
    #expect(Self.passing.filter { !$0.isTransient } == [])
    #expect(Self.lasting.filter(\.isTransient) == [])
  }
}
