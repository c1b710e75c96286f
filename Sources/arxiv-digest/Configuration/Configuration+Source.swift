import ArXiv
import Foundation
import HTTP
import Pipeline

extension Configuration {
  /// Where papers come from: the network beneath, then pace, then retries, then arXiv's own words.
  func source(
    _ wire: HTTPClient, timing: Timing, note: @escaping @Sendable (String) -> Void
  ) -> PaperSource {
    chosenSource(wire, timing: timing, note: note).refusingOnce
  }

  private func chosenSource(
    _ wire: HTTPClient, timing: Timing, note: @escaping @Sendable (String) -> Void
  ) -> PaperSource {
    if jobs[0].stages.contains(.fetch), arXiv.isAnonymous, !traffic.isReplay {
      note(
        "arXiv asks to be told whom to write to: put \"contact\": \"you@example.org\" into digest.json"
      )
    }
    // Without an interval, as on loopback, the waits that are multiples of it still need a measure.
    let unit = max(arXiv.interval, .milliseconds(1))
    let http = polite(wire, timing: timing, unit: unit, note: note)
    switch arXiv.source {
    case .oai:
      return .oai(
        server: OAIServer(http: http.retrying { $0.oaiKind }, url: arXiv.oaiURL),
        search: localSearch, now: timing.date)
    case .file(let path):
      return .file(path: path, search: localSearch, now: timing.date)
    case .api:
      return .api(
        ArXivAPI(
          http: http.retrying { $0.feedKind }, url: arXiv.url, timing: timing, interval: unit))
    }
  }

  /// The topics and weeks of the run, for sources that cannot search: one reading serves them all.
  private var localSearch: LocalSearch {
    LocalSearch(topics: jobs[0].topics, weeks: jobs.map(\.week))
  }

  /// A client that keeps arXiv's pace, and the retries that an answer's kind asks for.
  private func polite(
    _ wire: HTTPClient, timing: Timing, unit: Duration, note: @escaping @Sendable (String) -> Void
  ) -> PoliteClient {
    let file = traffic.isReplay ? nil : arXiv.paceFile.map { PaceFile(path: $0) }
    let told = Duration.seconds(3)
    let paced = wire.paced(
      every: traffic.isReplay ? .zero : arXiv.interval, sharing: file, timing: timing
    ) { wait in
      guard wait >= told else { return }
      note(
        "another run on this machine is asking arXiv, or was asked to leave it alone "
          + "(\(file?.path ?? "")); waiting \(wait < .seconds(10) ? "" : "\(wait.components.seconds) s")"
      )
    }
    // What one process is refused for, all of them would be, and the next run as well.
    let hold: @Sendable (RetryWait) -> Void = { wait in
      try? file?.hold(for: wait.duration, timing: timing)
    }
    let tell: @Sendable (RetryWait) -> Void = { wait in
      hold(wait)
      guard wait.duration >= told, !traffic.isReplay else { return }
      note("\(wait.name): \(wait.reason); trying again in \(wait.duration.components.seconds) s")
    }
    return PoliteClient { kind in
      let policy = Politeness.retries(interval: unit, kind)
      return paced.retrying(policy, timing: timing, onWait: tell, onEnd: hold)
    }
  }
}

/// A client at arXiv's pace, before it is known what its answers look like.
private struct PoliteClient {
  /// The client that sends again what an answer's kind says is worth it.
  let retrying: (@escaping @Sendable (HTTPResponse) -> AnswerKind) -> HTTPClient
}
