import Foundation
import HTTP

/// Has a provider answer many questions in its own time, at the price of a batch.
package struct BatchClient: Sendable {
  /// What is known of the server, formats included.
  private let server: ModelServer
  private let dialect: BatchDialect
  /// Sends each request once; what may be repeated is repeated here.
  private let http: HTTPClient

  private var profile: ModelProfile { server.profile }

  /// Prepares for batches; nil where the provider has no such API.
  init?(server: ModelServer, http: HTTPClient) {
    guard let dialect = server.profile.kind.batchDialect else { return nil }
    self.server = server
    self.dialect = dialect
    self.http = http
  }

  /// How much fits into one batch.
  package var limits: BatchLimits {
    var limits = dialect.limits
    limits.requests = min(limits.requests, profile.limits.batchRequests ?? .max)
    return limits
  }

  /// What is spoken to which server, such as `anthropic https://api.anthropic.com/v1`; no key is in it.
  package var address: String {
    "\(profile.kind.rawValue) \(HTTPURL(profile.baseURL)?.withoutQuery ?? profile.name)"
  }

  /// Seconds for which the provider may seem not to know a batch; twice as long it may take to stop one,
  /// and a tenth to have it on its list.
  package var graceSeconds: Double { profile.limits.batchGraceSeconds }

  /// The way in which JSON is asked for now.
  package var format: ReplyFormat { server.format }

  /// A question as it stands in the file of a batch.
  package func entry(_ key: String, _ prompt: Prompt, _ format: ReplyFormat) throws -> BatchEntry {
    let request = try profile.kind.dialect.request(prompt, format, profile)
    guard case .post(let body) = request.method else { return BatchEntry(bytes: []) }
    return BatchEntry(
      bytes: dialect.entry(key, body, profile),
      mostUSD: profile.prices?.inBatch.bound(
        bodyBytes: body.count, outputTokens: prompt.outputTokens(profile)))
  }

  /// What makes a file of such questions.
  package func frame(of key: String) -> BatchFrame { dialect.frame(key) }

  /// What a question has come to for the bill; nil where it was never asked.
  package func outcome(of outcome: BatchAnswer.Outcome) -> Meter.Outcome? {
    switch outcome {
    case .reply(let reply): Meter.Outcome(.success(reply), prices: profile.prices?.inBatch)
    case .failed(let error): Meter.Outcome(.failure(error), prices: profile.prices?.inBatch)
    case .unasked: nil
    }
  }

  /// Sends a batch, once.
  ///
  /// Throws `BatchInDoubt` where it may have been made all the same, and else what speaks against it.
  package func create(_ order: BatchOrder) async throws -> BatchStatus {
    let body = [UInt8](try Data(contentsOf: URL(filePath: order.file)))
    var answer: HTTPResponse?
    for step in dialect.create.dropLast() {
      answer = try await send(try step(order, body, answer, profile)).checked()
    }
    guard let last = dialect.create.last else {
      throw BatchInDoubt(reason: "it has no way to be sent")
    }
    let request = try last(order, body, answer, profile)
    do {
      return try dialect.created(try await http.send(request))
    } catch let error as ModelError where error.isRefusal {
      throw error
    } catch let error as HTTPError where !error.mayHaveArrived {
      throw error
    } catch {
      throw BatchInDoubt(reason: "\(error)")
    }
  }

  /// Looks for a batch that may have been made, among all that the provider has but the known ones.
  package func find(_ order: BatchOrder, known: Set<String>) async throws -> BatchSighting {
    var page: String?
    var isOpen = false
    repeat {
      let (batches, next) = try dialect.listed(try await read(try dialect.list(page, profile)))
      for batch in batches where !known.contains(batch.id) {
        switch try await sighting(of: batch, as: order) {
        case .found(let status): return .found(status)
        case .undecided: isOpen = true
        case .absent: break
        }
      }
      // What is older than the order need not be looked through.
      let isPast = batches.contains {
        ($0.created ?? .distantFuture) < order.made - Self.clockSkew
      }
      page = isPast && dialect.listsNewestFirst || next == page ? nil : next
    } while page != nil
    return isOpen ? .undecided : .absent
  }

  /// How far a batch is; nil where the provider does not know it.
  package func look(_ id: String) async throws -> BatchStatus? {
    let response = try await send(try dialect.look(id, profile))
    return response.status == 404 ? nil : try dialect.status(try response.checked())
  }

  /// One file with results, whole, as `BatchStatus.results` names it.
  package func results(_ name: String) async throws -> [UInt8] {
    try await read(try dialect.results(name, profile)).body
  }

  /// What a line of the results says; throws `ModelError` for one that cannot be read.
  package func answer(_ line: ArraySlice<UInt8>) throws -> BatchAnswer {
    try dialect.answer(line, profile)
  }

  /// Asks the provider to stop a batch; what is answered by then stays, and is paid for.
  package func cancel(_ id: String) async throws {
    _ = try await http.send(try dialect.cancel(id, profile)).checked()
  }

  /// Asks for JSON in a weaker way from now on; false where there is none.
  package func stepDown(from format: ReplyFormat, because error: ModelError) -> Bool {
    error.kind.isAboutFormat && server.stepDown(from: format, to: error.kind, because: "\(error)")
  }

  /// Seconds by which two clocks may differ: more than they ever do, because a batch that is not found is
  /// sent again.
  private static let clockSkew: TimeInterval = 6 * 3600

  /// Whether a batch of the list is the one that we look for.
  ///
  /// A provider that keeps no name of ours tells by the keys of the questions, once there are results.
  private func sighting(
    of batch: BatchStatus, as order: BatchOrder
  ) async throws -> BatchSighting {
    if dialect.keepsKey { return batch.key == order.key ? .found(batch) : .absent }
    guard batch.created.map({ $0 > order.made - Self.clockSkew }) ?? true,
      batch.total.map({ $0 == order.count }) ?? true
    else { return .absent }
    guard batch.phase == .ended else { return .undecided }
    // Nothing can be had any more from a batch whose results are gone, whosever it was.
    guard let file = batch.results.first else { return .absent }
    // One line is enough; one that cannot be read, or is of another batch, says nothing.
    let isOurs = try await results(file).split(separator: 0x0A).contains { line in
      (try? answer(line)).map { BatchOrder.holds($0.key, order.key) } ?? false
    }
    return isOurs ? .found(batch) : .absent
  }

  private func read(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await send(request).checked()
  }

  /// Sends a request that may be repeated.
  private func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await http.retrying(RetryPolicy(), timing: server.timing).send(request)
  }
}

/// A question as it stands in the file of a batch.
package struct BatchEntry: Sendable, Equatable {
  /// Its bytes.
  package let bytes: [UInt8]
  /// What it can cost at most in US dollars, in a batch; nil where the profile names no prices.
  package let mostUSD: Double?

  /// Pairs a question with its price.
  package init(bytes: [UInt8], mostUSD: Double? = nil) {
    self.bytes = bytes
    self.mostUSD = mostUSD
  }
}

/// What a look through a provider's batches has found.
package enum BatchSighting: Sendable, Equatable {
  /// It is there.
  case found(BatchStatus)
  /// It is not there.
  case absent
  /// One is there that may be it, which only its results will tell.
  case undecided
}

/// A batch that may have been made, although no answer says so.
package struct BatchInDoubt: Error, Equatable, CustomStringConvertible {
  /// What came instead of an answer.
  package let reason: String

  package var description: String { "the batch may have been made: \(reason)" }
}

extension HTTPResponse {
  /// The answer, where it has a good status; throws `ModelError` where it has not.
  fileprivate func checked() throws -> HTTPResponse {
    guard (200..<300).contains(status) else { throw ModelError(self) }
    return self
  }
}

extension ModelError {
  /// True where the server says that it did nothing.
  fileprivate var isRefusal: Bool { (400..<500).contains(status) && status != 408 }
}
