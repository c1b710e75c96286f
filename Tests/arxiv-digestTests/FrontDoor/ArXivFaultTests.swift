import HTTP
import TestSupport
import Testing

@Suite("An arXiv whose trouble passes")
struct ArXivFaultTests {
  @Test(
    "gives every paper in the end, and says so",
    arguments: [
      FaultCase(testDescription: "none", faults: [:], starts: [0, 200, 400]),
      FaultCase(
        testDescription: "429 without a word of how long",
        faults: [.requests(2...5): .status(429, "Rate exceeded.")],
        starts: [0, 200, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "429 in the shape of 200",
        faults: [.requests(1...4): .text("Rate exceeded.")], starts: [0, 0, 0, 0, 0, 200, 400]),
      FaultCase(
        testDescription: "503", faults: [.requests(2...7): .status(503, "<html>Busy</html>")],
        starts: [0, 200, 200, 200, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "503 that asks for no wait",
        faults: [.request(2): .status(503, headers: [HTTPHeader("Retry-After", "0")])],
        starts: [0, 200, 200, 400]),
      FaultCase(
        testDescription: "503 with a wait in the past",
        faults: [
          .request(1): .status(
            503, headers: [HTTPHeader("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT")])
        ], starts: [0, 0, 200, 400]),
      FaultCase(
        testDescription: "502 and 504",
        faults: [.request(1): .status(502), .request(2): .status(504)],
        starts: [0, 0, 0, 200, 400]),
      FaultCase(
        testDescription: "a page of HTML",
        faults: [.requests(2...4): .text("<!DOCTYPE html><html><body>Hello</body></html>")],
        starts: [0, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "an empty body", faults: [.requests(1...3): .text("")],
        starts: [0, 0, 0, 0, 200, 400]),
      FaultCase(
        testDescription: "a feed that breaks off", faults: [.requests(2...4): .cutShort],
        starts: [0, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "a feed with a hole in its middle",
        faults: [.request(2): .replacing("</title>", with: [])], starts: [0, 200, 200, 400]),
      FaultCase(
        testDescription: "a body shorter than announced",
        faults: [.requests(1...6): .announcing(100)], starts: [0, 0, 0, 0, 0, 0, 0, 200, 400]),
      FaultCase(
        testDescription: "a body longer than announced",
        faults: [.requests(2...4): .announcing(-100)],
        starts: [0, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "a closed connection", faults: [.requests(1...3): .reply(.hangUp)],
        starts: [0, 0, 0, 0, 200, 400]),
    ])
  func passes(row: FaultCase) async throws {
    try await row.check()
  }

  @Test(
    "that asks for a wait is left alone for as long, and not for what is longer than a run waits")
  func retryAfter() async throws {
    try await withWorld(papers: FaultCase.papers) { world in
      world.arXiv.setFaults([
        .request(2): .status(503, headers: [HTTPHeader("Retry-After", "1")])
      ])
      // Every wait is a multiple of the interval, and all of them together are 400 of it.
      let pace = ["ARXIV_INTERVAL_SECONDS": "0.01", "ARXIV_PACE_FILE": world.folder + "/pace"]
      let start = ContinuousClock.now
      let outcome = try await world.run(World.fetchWords, environment: pace)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(ContinuousClock.now - start >= .seconds(1))
      #expect(world.searches.map(\.start) == [0, 200, 200, 400])
    }
  }
}
