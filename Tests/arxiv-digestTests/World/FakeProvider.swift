import Dispatch
import Foundation
import HTTP
import TestSupport

/// A model's server on loopback, which speaks one dialect and may have faults.
final class FakeProvider: Sendable {
  /// What it speaks.
  let dialect: FakeDialect
  private let server: LoopbackServer
  private let state = Locked(State())
  private let gate = DispatchSemaphore(value: 0)

  fileprivate struct State {
    var faults: [String: FakeModel.Fault] = [:]
    /// What is wrong with the next answers about a paper, one after the other; good ones follow.
    var series: [String: [FakeModel.Fault]] = [:]
    /// What is wrong with every question.
    var everywhere: FakeModel.Fault?
    var echoesKeys = false
    var countsTokens = false
    var questions: [FakeModel.Question] = []
    var keys: Set<String> = []
  }

  /// Starts a server; `onRequest` hears of every request.
  init(_ dialect: FakeDialect, onRequest: @escaping @Sendable () -> Void = {}) throws {
    self.dialect = dialect
    server = try LoopbackServer { [state, gate] request in
      onRequest()
      return Self.answer(request, dialect, state, gate)
    }
  }

  deinit {
    for _ in 0..<256 { gate.signal() }
  }

  /// What a profile has as its base URL.
  var baseURL: String { server.baseURL + dialect.base }
  /// What was asked so far.
  var questions: [FakeModel.Question] { state.withLock { $0.questions } }
  /// What stood in the header for the key so far.
  var keys: Set<String> { state.withLock { $0.keys } }

  /// Forgets what was asked.
  func forget() {
    state.withLock { $0.questions = [] }
  }

  /// Sets what is wrong with every question, until nil is set.
  func setFault(_ fault: FakeModel.Fault?) {
    state.withLock { $0.everywhere = fault }
  }

  /// Sets what is wrong with the answers about some papers.
  func setFaults(_ faults: [String: FakeModel.Fault]) {
    state.withLock { state in
      state.faults = faults
      state.series = [:]
    }
  }

  /// Sets what is wrong with the first summary of some papers.
  func setPassingFaults(_ faults: [String: FakeModel.Fault]) {
    setSeries(faults.mapValues { [$0] })
  }

  /// Sets what is wrong with the next summaries of some papers, one after the other.
  func setSeries(_ series: [String: [FakeModel.Fault]]) {
    state.withLock { state in
      state.faults = [:]
      state.series = series
    }
  }

  /// Sends the key of every request back: in headers, in errors, and in a reply's small print.
  func echoKeys() {
    state.withLock { $0.echoesKeys = true }
  }

  /// Counts tokens by the length of what is said, and not always the same.
  func countTokens() {
    state.withLock { $0.countsTokens = true }
  }

  /// Lets one held answer go.
  func release() {
    gate.signal()
  }

  private static func answer(
    _ request: LoopbackServer.Request, _ dialect: FakeDialect, _ state: Locked<State>,
    _ gate: DispatchSemaphore
  ) -> LoopbackServer.Reply {
    state.withLock { _ = $0.keys.insert(request.headers[dialect.keyHeader] ?? "none") }
    do {
      let question = try FakeModel.Question(request, in: dialect)
      let (fault, titles, echoes, counts) = state.withLock { state in
        state.questions.append(question)
        return (
          state.fault(of: question), state.titles(of: question), state.echoesKeys,
          state.countsTokens
        )
      }
      if fault == .hold { gate.wait() }
      let met = dialect.objection(to: request).map { .trouble($0) } ?? fault
      let reply = try FakeModel.answer(
        question, fault: met == .hold ? nil : met, titles: titles, in: dialect,
        size: counts ? request.body.count : nil)
      return echoes ? reply.echoing(request) : reply
    } catch {
      // What the protocol has no word for is not there.
      let path = request.path.prefix { $0 != "?" }
      guard path.hasSuffix(dialect.path) else { return .status(404) }
      return .answer(status: 400, headers: [], body: Array("the test's model: \(error)".utf8))
    }
  }
}

extension FakeProvider.State {
  /// What is wrong with the answer to a question.
  fileprivate mutating func fault(of question: FakeModel.Question) -> FakeModel.Fault? {
    if let everywhere {
      // Who does not know schemas has nothing against questions without.
      return everywhere == .trouble(.noSchema) && question.format != "schema" ? nil : everywhere
    }
    guard question.stage == "summarize", let id = question.ids.first else { return nil }
    return next(of: id)
  }

  /// What is wrong with the titles of a question.
  fileprivate mutating func titles(of question: FakeModel.Question) -> [String: FakeModel.Fault] {
    guard question.stage == "translate" else { return [:] }
    var titles: [String: FakeModel.Fault] = [:]
    for id in question.ids where isOfTitle(series[id]?.first ?? faults[id]) {
      titles[id] = next(of: id)
    }
    return titles
  }

  private func isOfTitle(_ fault: FakeModel.Fault?) -> Bool {
    if case .title = fault { true } else { fault == .noTitle }
  }

  private mutating func next(of id: String) -> FakeModel.Fault? {
    guard let first = series[id]?.first else { return faults[id] }
    series[id]?.removeFirst()
    return first
  }
}

extension LoopbackServer.Reply {
  /// The same answer with the request's keys in it, as a careless server might send it.
  fileprivate func echoing(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    guard case .answer(let status, let headers, let body) = self else { return self }
    let keys = (FakeDialect.keyHeaders + ["x-amz-security-token"])
      .compactMap { request.headers[$0] }
    // In small print, so that a good answer stays a good one; and as some servers write JSON.
    let words = keys.flatMap { [$0, $0.replacing("/", with: #"\/"#)] }.joined(separator: ", ")
    let text = String(decoding: body, as: UTF8.self)
      .replacing("a fault of the test", with: "a wrong key: \(words)")
      .replacing("test-model-snapshot", with: words)
    let echoes = ["x-request-id", "request-id", "x-amzn-requestid", "x-your-key"].flatMap { name in
      keys.map { HTTPHeader(name, $0) }
    }
    return .answer(status: status, headers: headers + echoes, body: Array(text.utf8))
  }
}
