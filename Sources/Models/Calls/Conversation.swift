import HTTP

/// Puts questions to one server until they are answered or not worth putting again.
///
/// The one owner of retries towards a model, and of the ways in which JSON is asked for.
struct Conversation: Sendable {
  /// What is known of the server.
  let server: ModelServer
  /// Sends each request once.
  let http: HTTPClient
  /// Shut when nothing is to be sent any more.
  let door: Door

  /// The frame of the last request, which most requests share.
  private let frame = Locked<RequestFrame?>(nil)
  private var profile: ModelProfile { server.profile }
  private var timing: Timing { server.timing }
  /// The part of the profile's address that names the server, for messages.
  private let host: String

  /// Prepares for questions to one server.
  init(server: ModelServer, http: HTTPClient, door: Door) {
    self.server = server
    self.http = http
    self.door = door
    host = HTTPURL(server.profile.baseURL)?.host ?? server.profile.name
  }

  /// Gets a reply to a prompt.
  func complete(_ prompt: Prompt, meter: Meter) async throws -> ModelReply {
    var attempts = Attempts(profile.limits)
    while true {
      let format = server.format
      do {
        attempts.begin()
        var reply = try await exchange(prompt, format, meter)
        reply.requests = attempts.count
        return reply
      } catch let error as ModelError where error.kind.isAboutFormat {
        guard server.stepDown(from: format, to: error.kind, because: "\(error)") else {
          throw error
        }
      } catch {
        try checkPatience(error)
        let wait = try attempts.wait(after: error, answers: server.answers, timing: timing)
        meter.wait(
          Meter.Wait(
            name: prompt.name, profile: profile.name, failure: "\(error)", duration: wait))
        if wait >= .seconds(3) {
          server.noteNowAndThen(
            "wait", "\(prompt.name): \(error); trying again in \(wait.components.seconds) s")
        }
        try await timing.sleep(wait)
      }
    }
  }

  /// Notes whether a whole reply was in the shape that was asked for.
  func judge(_ reply: ModelReply, isInShape: Bool) {
    guard server.isIgnoring(reply.format, isInShape: isInShape) else { return }
    _ = server.stepDown(
      from: reply.format, to: .schemaRefused, because: "the model's server did not keep to it")
  }

  /// Throws where the server asks for more time than a run is ready to give.
  private func checkPatience(_ error: any Error) throws {
    guard let error = error as? ModelError, error.kind.isPassing, let asked = error.retryAfter,
      asked > RetryPolicy.longestWait
    else { return }
    throw HTTPError.waitTooLong(host: host, seconds: Int(asked.components.seconds))
  }

  /// Sends one request, within budget and pace, and reads its answer.
  private func exchange(
    _ prompt: Prompt, _ format: ReplyFormat, _ meter: Meter
  ) async throws -> ModelReply {
    let request = try frame(of: prompt, format).filled(with: prompt)
    let (bytes, cap) = (request.bodyBytes, prompt.outputTokens(profile))
    let entry = try await meter.reserve(
      Meter.Request(
        name: prompt.name, profile: profile.name, model: profile.model,
        mostUSD: profile.prices?.bound(bodyBytes: bytes, outputTokens: cap), bodyBytes: bytes))
    let result: Result<ModelReply, any Error>
    do {
      let tokens = server.expectedTokens(bytes: bytes, outputTokens: cap)
      result = try await server.throttle.admit(
        tokens: tokens, to: host, door: door,
        onWait: { wait in
          meter.wait(Meter.Wait(name: prompt.name, profile: profile.name, duration: wait))
        },
        { permit in
          try entry.send()
          return await answer(to: request, permit)
        })
    } catch {
      try entry.settle(.notSent)
      throw error
    }
    // What it cost is noted before anything is made of it.
    try entry.settle(Meter.Outcome(result, prices: profile.prices))
    var reply = try result.get()
    reply.format = format
    return reply
  }

  private func frame(of prompt: Prompt, _ format: ReplyFormat) throws -> RequestFrame {
    if let last = frame.withLock({ $0 }), last.fits(prompt, format) { return last }
    let new = try RequestFrame(of: prompt, format, profile)
    frame.withLock { $0 = new }
    return new
  }

  /// What a request comes to; the throttle learns from it.
  private func answer(
    to request: HTTPRequest, _ permit: Throttle.Permit
  ) async -> Result<ModelReply, any Error> {
    var allowances: [Allowance] = []
    do {
      let response = try await http.send(request)
      allowances = Allowance.all(in: response.headers, now: timing.date())
      let reply = try read(response, allowances)
      server.learn(from: reply.usage ?? TokenUsage(), bytes: request.bodyBytes)
      _ = server.throttle.learn(.answered, from: permit, allowances: allowances)
      return .success(reply)
    } catch {
      let outcome = Throttle.Outcome(error)
      if let places = server.throttle.learn(outcome, from: permit, allowances: allowances) {
        server.noteNowAndThen(
          "places", "\(profile.name): too many requests; \(places) at a time from now on")
      }
      return .failure(error)
    }
  }

  /// The reply that an answer carries; throws `ModelError` with the delay that the server wants.
  private func read(_ response: HTTPResponse, _ allowances: [Allowance]) throws -> ModelReply {
    do {
      let reply = try profile.kind.dialect.reply(response)
      guard !reply.isEmpty else {
        throw ModelError(
          .unreadable, status: 200, message: "the reply is empty", usage: reply.usage)
      }
      return reply
    } catch var error as ModelError {
      error.retryAfter =
        response.retryAfter(now: timing.date()) ?? error.retryAfter
        ?? (error.kind == .rateLimited ? allowances.wait : nil)
      throw error
    }
  }
}

extension HTTPRequest {
  /// Bytes of the body that is sent.
  fileprivate var bodyBytes: Int { if case .post(let body) = method { body.count } else { 0 } }
}

extension Throttle.Outcome {
  /// What an error says of the server's load.
  fileprivate init(_ error: any Error) {
    guard let error = error as? ModelError, [.rateLimited, .overloaded].contains(error.kind) else {
      self = .other
      return
    }
    self = .overcharged(error.retryAfter)
  }
}
