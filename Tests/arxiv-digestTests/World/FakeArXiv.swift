import Foundation
import HTTP
import TestSupport

/// The test's arXiv: finds papers by phrase, date and identifier, and pages through them, unless it is
/// to do something wrong.
final class FakeArXiv: Sendable {
  private struct State {
    var papers: [FakePaper]
    var format = WireFormat.current
    var faults: [ArXivFault.Moment: ArXivFault] = [:]
    var searches: [FakeSearch] = []
  }

  private let server: LoopbackServer
  private let state: Locked<State>

  /// Starts a server that knows some papers; `step` is called at each request.
  init(papers: [FakePaper], _ step: @escaping @Sendable () -> Void = {}) throws {
    let state = Locked(State(papers: papers))
    self.state = state
    server = try LoopbackServer { request in
      step()
      return Self.answer(FakeSearch(path: request.path), state)
    }
  }

  /// The address of the search.
  var url: String { server.baseURL + "/api/query" }

  /// What was asked for so far.
  var searches: [FakeSearch] { state.withLock { $0.searches } }

  /// The papers that it knows by now.
  var papers: [FakePaper] { state.withLock { $0.papers } }

  /// Forgets what was asked.
  func forget() { state.withLock { $0.searches = [] } }

  /// Changes what it knows.
  func change(_ change: @Sendable (inout [FakePaper]) -> Void) {
    state.withLock { change(&$0.papers) }
  }

  /// Chooses how it writes.
  func write(_ format: WireFormat) { state.withLock { $0.format = format } }

  /// Has it do these things wrong, and no others; a fault at a request goes before one of a page.
  func setFaults(_ faults: [ArXivFault.Moment: ArXivFault]) {
    state.withLock { $0.faults = faults }
  }

  private static func answer(
    _ search: FakeSearch, _ state: Locked<State>
  ) -> LoopbackServer.Reply {
    state.withLock { state in
      state.searches.append(search)
      let number = state.searches.count
      let moments = state.faults.keys.filter { $0.isNow(number, search) }
      let fault = moments.min { $0.rank < $1.rank }.flatMap { state.faults[$0] }
      if case .list(let change) = fault { change(&state.papers) }
      if case .reply(let reply) = fault { return reply }
      var feed = FakeFeed(search, among: state.papers, format: state.format)
      if case .page(let spoil) = fault { spoil(&feed) }
      let bytes = Array(feed.text.utf8)
      if case .wire(let spoil) = fault { return spoil(bytes) }
      return .answer(
        status: 200, headers: [HTTPHeader("Content-Type", "application/atom+xml")], body: bytes)
    }
  }
}

extension ArXivFault.Moment {
  /// What is said more exactly comes first.
  fileprivate var rank: Int {
    switch self {
    case .requests: 0
    case .page: 1
    case .always: 2
    }
  }
}
