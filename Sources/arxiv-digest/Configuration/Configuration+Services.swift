import ArXiv
import CTerminal
import Foundation
import HTTP
import Models
import Pipeline

extension Configuration {
  /// The clients of a run: one network beneath, and above it what each side needs.
  ///
  /// Read from the inside out: the wire, then the recording, then pace, then retries, so that a
  /// repeated request keeps the pace as well. A model's side has pace, places and retries of its own,
  /// because they depend on what its dialect makes of an answer.
  ///
  /// `note` hears of waits that an operator would notice.
  func services(note: @escaping @Sendable (String) -> Void) -> Services {
    let timing: Timing = traffic.isReplay ? .unhurried : .system
    let wire = wire(note: note)
    // One server, one memory of it: what a stage has learned holds for the next. The profile of a
    // stage that does not run has no key, and so is another one.
    var servers: [(profile: ModelProfile, server: ModelServer)] = []
    func clients(_ profiles: [ModelProfile]) -> [ModelClient] {
      profiles.map { profile in
        let known = servers.first { $0.profile == profile }?.server
        let server =
          known ?? ModelServer(profile, places: jobs[0].concurrency, timing: timing, note: note)
        if known == nil { servers.append((profile, server)) }
        return ModelClient.remote(server, http: wire)
      }
    }
    return Services(
      source: source(wire, timing: timing, note: note),
      translators: clients(translate), summarizers: clients(summarize), prompts: prompts,
      validator: validator, settings: settingsMark, now: timing.date,
      giveBackMemory: { cterminal_give_back_memory() })
  }

  /// What has a provider answer many questions at once; nil where it does no such thing.
  func batches(of profile: ModelProfile) -> BatchClient? {
    let server = ModelServer(profile, places: 1)
    return ModelClient.remote(server, http: wire(note: { _ in })).batches
  }

  private func wire(note: @escaping @Sendable (String) -> Void) -> HTTPClient {
    if case .replayed(let folder) = traffic { return .replaying(from: folder) }
    let options = CurlOptions(
      userAgent: arXiv.userAgent, certificateFile: arXiv.certificateFile,
      idleConnections: jobs[0].concurrency + 1)
    let network = HTTPClient.curl(options).followingRedirects()
    guard case .recorded(let folder) = traffic else { return network }
    return network.recording(to: folder) { note("the recording has a hole: \($0)") }
  }
}
