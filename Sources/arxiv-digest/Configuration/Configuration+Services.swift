import ArXiv
import Foundation
import HTTP
import Models
import Pipeline

extension Configuration {
  /// The clients of a run: one network beneath, and above it what each side needs.
  ///
  /// Read from the inside out: the wire, then the recording, then pace or places, then retries. So
  /// a repeated request keeps the pace as well, and a wait holds no place.
  ///
  /// `note` hears of waits that an operator would notice.
  func services(note: @escaping @Sendable (String) -> Void) -> Services {
    let onWait: @Sendable (RetryWait) -> Void = { wait in
      guard wait.duration >= .seconds(3), !traffic.isReplay else { return }
      note("\(wait.name): \(wait.reason); trying again in \(wait.duration.components.seconds) s")
    }
    let timing: Timing = traffic.isReplay ? .unhurried : .system
    let wire = wire(note: note)
    let arXivHTTP =
      wire
      .paced(every: traffic.isReplay ? .zero : arXiv.interval, timing: timing)
      .retrying(
        ArXivAPI.retryPolicy(base: max(arXiv.interval, .milliseconds(10))), timing: timing,
        onWait: onWait)
    let places = Slots(job.concurrency)
    func model(_ profile: ModelProfile) -> ModelClient {
      let policy = ModelClient.retryPolicy(profile)
      let door = Door()
      let http = wire.behind(door).limited(to: places)
        .retrying(policy, timing: timing, onWait: onWait)
      return .remote(profile, http: http, door: door)
    }
    return Services(
      search: TopicSearch(api: ArXivAPI(http: arXivHTTP, url: arXiv.url), now: timing.date),
      translator: model(translate), summarizer: model(summarize), prompts: prompts,
      now: timing.date)
  }

  private func wire(note: @escaping @Sendable (String) -> Void) -> HTTPClient {
    if case .replayed(let folder) = traffic { return .replaying(from: folder) }
    let options = CurlOptions(
      userAgent: arXiv.userAgent, certificateFile: arXiv.certificateFile,
      idleConnections: job.concurrency + 1)
    let network = HTTPClient.curl(options).followingRedirects()
    guard case .recorded(let folder) = traffic else { return network }
    return network.recording(to: folder) { note("the recording has a hole: \($0)") }
  }
}
