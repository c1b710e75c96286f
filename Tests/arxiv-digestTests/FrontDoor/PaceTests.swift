import Foundation
import HTTP
import TestSupport
import Testing

/// An arXiv that notes when each request has come and when it was answered.
private final class WatchedArXiv: Sendable {
  /// A request, from its arrival to its answer.
  struct Visit: Sendable {
    let start: Date
    let end: Date
  }

  private let server: LoopbackServer
  private let state: Locked<[Visit]>
  private let searches: Locked<Int>

  /// Knows some papers; the first `stalled` searches are never answered.
  init(papers: [FakePaper], stalled: Int = 0) throws {
    let (state, searches) = (Locked<[Visit]>([]), Locked(0))
    (self.state, self.searches) = (state, searches)
    server = try LoopbackServer { request in
      // The program measures with the same clock.
      let start = Date()
      let number = searches.withLock { count in
        count += 1
        return count
      }
      guard number > stalled else {
        state.withLock { $0.append(Visit(start: start, end: start)) }
        return .stall
      }
      let feed = FakeFeed(FakeSearch(path: request.path), among: papers, format: .current)
      let reply = LoopbackServer.Reply.text(feed.text)
      state.withLock { $0.append(Visit(start: start, end: Date())) }
      return reply
    }
  }

  var url: String { server.baseURL + "/api/query" }
  var visits: [Visit] { state.withLock { $0 } }

  /// The time from the end of each visit to the start of the next; negative where two overlap.
  var gaps: [Double] {
    let visits = self.visits.sorted { $0.start < $1.start }
    return zip(visits, visits.dropFirst()).map { $1.start.timeIntervalSince($0.end) }
  }
}

@Suite("Two programs that ask one arXiv")
struct PaceTests {
  private static let interval = 0.3

  /// The words of a fetch of one topic into a folder of its own.
  private static func words(_ topic: String) -> [String] {
    ["fetch", "--week", "2024-07-26", "--topic", topic, "--runs", "runs-" + topic]
  }

  /// Where the arXiv is, and the file that keeps both programs to one pace.
  private static func environment(_ arXiv: WatchedArXiv, _ world: World) -> [String: String] {
    [
      "ARXIV_API_URL": arXiv.url, "ARXIV_INTERVAL_SECONDS": "\(interval)",
      "ARXIV_PACE_FILE": world.folder + "/pace",
    ]
  }

  @Test("started together keep its interval between them, and each gets all its papers")
  func together() async throws {
    let papers =
      FakePaper.week(450)
      + FakePaper.week(410, phrase: "federated learning", day: "2024-07-29", first: 2407_10000)
    let arXiv = try WatchedArXiv(papers: papers)
    try await withWorld { world in
      let environment = Self.environment(arXiv, world)
      let programs = try ["sd", "fl"].map { topic in
        try world.start(Self.words(topic), environment: environment)
      }
      for program in programs {
        let outcome = await world.outcome(of: program)
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
      }
      #expect(try world.records(runs: "runs-sd").count == 450)
      #expect(try world.records(runs: "runs-fl").count == 410)
    }
    #expect(arXiv.visits.count == 6)
    #expect(arXiv.gaps.allSatisfy { $0 >= Self.interval }, "\(arXiv.gaps)")
  }

  @Test("of which one is killed while it asks: the other has its turn, after the interval")
  func killed() async throws {
    let arXiv = try WatchedArXiv(papers: FakePaper.week(3), stalled: 1)
    try await withWorld { world in
      let environment = Self.environment(arXiv, world)
      let first = try world.start(Self.words("fl"), environment: environment)
      try await eventually("the first has asked") { arXiv.visits.count == 1 }
      // It set out a moment before it came, and noted that.
      let noted = try #require(
        world.read("pace")?.split(separator: "\n").first.flatMap { Double($0) })
      let second = try world.start(Self.words("sd"), environment: environment)
      first.kill()
      #expect(await world.outcome(of: first).status == .signal(SIGKILL))
      let outcome = await world.outcome(of: second)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(try world.records(runs: "runs-sd").count == 3)
      #expect(arXiv.visits.count == 2)
      let last = try #require(arXiv.visits.map(\.start.timeIntervalSince1970).max())
      #expect(last - noted >= Self.interval)
    }
  }
}
