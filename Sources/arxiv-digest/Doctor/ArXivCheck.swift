import ArXiv
import Foundation
import HTTP

/// Asks arXiv one small question, as politely as a run does.
struct ArXivCheck {
  /// How arXiv is reached.
  let settings: Configuration.ArXivSettings
  /// Sends the request.
  let http: HTTPClient
  /// The clock.
  let timing: Timing

  /// Longer than this nobody waits for another process's turn.
  private static let patience = Duration.seconds(20)

  private static let name = "arXiv"

  /// Whether the file that all processes share can be used.
  func paceFile() -> Diagnosis {
    guard let path = settings.paceFile else {
      return .ok("pace file", "none, because no interval is kept")
    }
    do {
      try PaceFile(path: path).check()
      return .ok("pace file", path)
    } catch { return .failure("pace file", "\(error)") }
  }

  /// Whether arXiv knows whom to write to; nil where it need not.
  func contact() -> Diagnosis? {
    guard settings.isAnonymous else { return nil }
    return .warning(
      "contact",
      "arXiv asks to be told whom to write to; put \"contact\": \"you@example.org\" into digest.json"
    )
  }

  /// Whether arXiv answers a search, with its clock; throws `CancellationError` alone.
  func answer() async throws -> (finding: Diagnosis, date: Date?) {
    let file = settings.paceFile.map { PaceFile(path: $0) }
    let client = http.paced(every: settings.interval, sharing: file, timing: timing)
    let request = HTTPRequest(
      name: "probe/arxiv", method: .get,
      url: settings.url + "?search_query=cat:cs.LG&start=0&max_results=1",
      limits: ServerCheck.limits)
    do {
      guard let response = try await answer(of: client, to: request) else {
        return (
          .warning(
            Self.name,
            "not asked, because another run has its turn or was told to leave arXiv alone "
              + "(\(settings.paceFile ?? "")); try again later"), nil
        )
      }
      return (finding(response, file), response.date)
    } catch let error as CancellationError { throw error } catch {
      return (.failure(Self.name, "\(error)\(advice(error))"), nil)
    }
  }

  /// The answer; nil where the turn did not come in time.
  private func answer(
    of client: HTTPClient, to request: HTTPRequest
  ) async throws -> HTTPResponse? {
    try await withThrowingTaskGroup(of: HTTPResponse?.self) { group in
      group.addTask { try await client.send(request) }
      group.addTask { [timing] in
        try await timing.sleep(Self.patience)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }

  private func finding(_ response: HTTPResponse, _ file: PaceFile?) -> Diagnosis {
    let said = "\(HTTPURL(settings.url)?.host ?? settings.url) answered \(response.status)"
    switch response.feedKind {
    case .page: return .ok(Self.name, said)
    case .busy:
      // What this process is refused for, all would be; where that cannot be noted, they are refused
      // once more.
      let rest = response.retryAfter(now: timing.date()) ?? settings.interval * 20
      try? file?.hold(for: rest, timing: timing)
      return .warning(Self.name, "\(said): it asks to be left alone for a while; run later")
    case .unavailable, .incomplete:
      return .failure(
        Self.name, "\(said), but with no page; try again later, or run with --source oai")
    case .final: return .failure(Self.name, "\(said); check ARXIV_API_URL")
    }
  }

  private func advice(_ error: any Error) -> String {
    switch error as? HTTPError {
    case .tlsFailed: "; in a network with certificates of its own, name their file in SSL_CERT_FILE"
    case .unreachable, .timedOut, .connectionLost:
      "; check the network and its proxy (https_proxy), and ARXIV_API_URL"
    default: ""
    }
  }
}
