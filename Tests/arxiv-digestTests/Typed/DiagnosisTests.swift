import Foundation
import HTTP
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("What the doctor makes of numbers")
struct DiagnosisTests {
  @Test(
    "the room on a disk",
    arguments: [
      (19_999_999, "FAIL disk space: 19 MB free; a week does not fit, make room"),
      (20_000_000, "warn disk space: 20 MB free; make room soon"),
      (199_999_999, "warn disk space: 199 MB free; make room soon"),
      (200_000_000, "ok   disk space: 200 MB free"),
      (83_000_000_000, "ok   disk space: 83 GB free"),
    ])
  func room(free: Int, line: String) {
    #expect(FolderCheck.room(free: free).line == line)
  }

  @Test(
    "the distance of two clocks",
    arguments: [(120.0, Diagnosis.Level.ok), (-120, .ok), (121, .warning), (-121, .warning)])
  func clock(seconds: Double, level: Diagnosis.Level) {
    let there = Date(timeIntervalSince1970: 1_722_000_000)
    let diagnosis = ClockCheck.finding(here: there.addingTimeInterval(seconds), there: there)
    #expect(diagnosis.level == level)
  }

  @Test("arXiv's wish for a contact, where it is arXiv that is asked")
  func contact() throws {
    for (variables, isTold) in [([:], true), (["ARXIV_API_URL": "http://127.0.0.1:1"], false)] {
      let settings = try Configuration.arXiv(
        Arguments(["doctor"]), Variables(environment: variables, file: [:]), contact: nil)
      let check = ArXivCheck(
        settings: settings, http: HTTPClient { _ in throw CancellationError() }, timing: .system)
      #expect((check.contact()?.level == .warning) == isTold)
    }
  }

  @Test("a turn at arXiv that does not come in time")
  func noTurn() async throws {
    try await withTemporaryFolder { folder in
      let file = folder + "/pace"
      try Data("\(Date().timeIntervalSince1970 + 60)\n".utf8)
        .write(to: URL(filePath: file + ".hold"))
      let settings = try Configuration.arXiv(
        Arguments(["doctor"]),
        Variables(
          environment: ["ARXIV_API_URL": "http://127.0.0.1:1", "ARXIV_PACE_FILE": file], file: [:]),
        contact: nil)
      // Only the wait for the turn is longer than the doctor's patience; nothing is slept through.
      var timing = Timing.system
      timing.sleep = { if $0 > .seconds(20) { try await Task.sleep(for: $0) } }
      let check = ArXivCheck(
        settings: settings, http: HTTPClient { _ in HTTPResponse(status: 200) }, timing: timing)
      let (finding, date) = try await check.answer()
      #expect(
        finding
          == .warning(
            "arXiv",
            "not asked, because another run has its turn or was told to leave arXiv alone (\(file)); "
              + "try again later"))
      #expect(date == nil)
    }
  }

  @Test("a libcurl without TLS")
  func noTLS() {
    let findings = ProgramCheck.findings(
      features: CurlFeatures(tls: nil, names: ["gzip"], signs: false))
    #expect(findings.map(\.level) == [.ok, .failure])
    #expect(
      findings[1].detail
        == "\(CurlVersion.running) speaks no TLS; install the system's own: libcurl4")
  }
}
