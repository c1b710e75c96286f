import Foundation
import HTTP
import Models

/// What a batch server remembers, and what it does about each request.
struct BatchDesk {
  let wire: BatchWire
  var pace: BatchServer.Pace
  let model: BatchServer.Model
  let now: @Sendable () -> Date
  /// What is wrong with the batches to come, by the number of the attempt to make one.
  private(set) var script: [Int: [BatchSurprise]]

  var batches: [FakeBatch] = []
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var creations = 0
  private(set) var uploads = 0
  private(set) var cancellations: [String] = []
  var servings: [BatchServing] = []
  private(set) var onlineQuestions: [ProviderQuestion] = []
  private(set) var leaks: [String] = []

  init(
    wire: BatchWire, pace: BatchServer.Pace, model: @escaping BatchServer.Model,
    now: @escaping @Sendable () -> Date, script: [[BatchSurprise]]
  ) {
    (self.wire, self.pace, self.model, self.now) = (wire, pace, model, now)
    self.script = [:]
    setScript(script)
  }

  /// Begins a script at the next attempt to make a batch.
  mutating func setScript(_ script: [[BatchSurprise]]) {
    let numbered = script.enumerated().map { (creations + 1 + $0.offset, $0.element) }
    self.script = Dictionary(uniqueKeysWithValues: numbered)
  }

  /// Lets some batches come to their end.
  mutating func finish(_ isMeant: (FakeBatch) -> Bool) {
    for place in batches.indices where isMeant(batches[place]) { end(place) }
  }

  /// Answers a request.
  mutating func reply(to request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let keys = FakeDialect.keyHeaders.filter { request.headers[$0] != nil }
    let call = wire.call(request)
    if case .upload(_, isOpen: true) = call {
      // Whoever has the address may use it.
      if !keys.isEmpty { leaks.append(request.path) }
    } else if keys != [wire.dialect.keyHeader] {
      return refusal(.badKey, "no key")
    }
    switch call {
    case .startUpload(let address): return .status(200, headers: [address])
    case .upload(let bytes, _): return upload(bytes)
    case .create(let order): return create(order)
    case .list(let after, let limit): return list(after, limit)
    case .look(let id): return look(id)
    case .results(let name): return results(name)
    case .cancel(let id): return cancel(id)
    case nil: return online(request)
    }
  }

  /// An answer with an error, as the provider writes it.
  private func refusal(_ trouble: FakeDialect.Trouble, _ words: String) -> LoopbackServer.Reply {
    let failure = wire.dialect.fail(trouble, words)
    return json(failure.body, status: failure.status, headers: failure.headers)
  }

  private func json(
    _ body: JSON, status: Int = 200, headers: [HTTPHeader] = []
  ) -> LoopbackServer.Reply {
    guard let bytes = try? body.bytes() else { return .status(500) }
    return .answer(
      status: status, headers: headers + [HTTPHeader("Content-Type", "application/json")],
      body: bytes)
  }
}

/// The way of a batch to the server.
extension BatchDesk {
  private mutating func upload(_ bytes: [UInt8]?) -> LoopbackServer.Reply {
    guard let bytes else { return refusal(.status(400), "no file") }
    uploads += 1
    let name = wire.fileName(uploads)
    files[name] = bytes
    return json(wire.uploaded(name, bytes.count))
  }

  private mutating func create(_ order: BatchCall.Order) -> LoopbackServer.Reply {
    creations += 1
    let surprises = script[creations] ?? []
    guard let questions = questions(of: order) else {
      return refusal(.status(400), "no batch, no file, or a question that is none")
    }
    let batch = FakeBatch(
      number: batches.count + 1, id: wire.batchID(batches.count + 1), key: order.key,
      questions: questions, created: now(), surprises: surprises)
    if wire.objectsAtOnce, let objection = batch.objection {
      let isLoad = objection.line == nil
      return refusal(isLoad ? .busy() : .status(400), objection.words)
    }
    if let trouble = batch.surprise({ if case .createFails(let why) = $0 { why } else { nil } }) {
      return refusal(trouble, "a fault of the test")
    }
    batches.append(batch)
    for surprise in surprises {
      switch surprise {
      case .createHangsUp: return .hangUp
      case .createStalls: return .stall
      case .createAnswers(let status): return refusal(.status(status), "a fault of the test")
      default: break
      }
    }
    return json(wire.status(batch))
  }

  /// The questions in an order; nil where it, its file or one of them is none, or a key comes twice.
  private func questions(of order: BatchCall.Order) -> [ProviderQuestion]? {
    var items = order.questions
    if let name = order.file {
      guard let file = files[name] else { return nil }
      items = file.split(separator: 0x0A).map { line in
        (try? JSONDecoder().decode(JSON.self, from: Data(line))) ?? .null
      }
    }
    let questions = items.compactMap { item -> ProviderQuestion? in
      let (key, body) = wire.question(item)
      guard let key = key.text, Self.isKey(key), let asked = try? wire.dialect.read(body) else {
        return nil
      }
      return ProviderQuestion(key: key, body: body, asked: asked)
    }
    let isWhole = !items.isEmpty && questions.count == items.count
    return isWhole && Set(questions.map(\.key)).count == questions.count ? questions : nil
  }

  /// The narrowest rule that a provider has: 64 letters, digits, hyphens and low lines.
  private static func isKey(_ key: String) -> Bool {
    key.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil
  }
}

/// What can be seen of a batch.
extension BatchDesk {
  private mutating func list(_ after: String?, _ limit: Int) -> LoopbackServer.Reply {
    for place in batches.indices {
      batches[place].lists += 1
      // Who knows a batch by its results alone waits for its end by looking at the list.
      guard batches[place].key == nil else { continue }
      batches[place].looks += 1
      advance(place)
    }
    let known = Array(batches.filter { !$0.isUnlisted }.reversed())
    let start = after.flatMap { id in known.firstIndex { $0.id == id }.map { $0 + 1 } } ?? 0
    let page = known[start...].prefix(limit)
    return json(wire.page(Array(page), start + page.count < known.count))
  }

  private mutating func look(_ id: String) -> LoopbackServer.Reply {
    guard let place = batches.firstIndex(where: { $0.id == id }) else { return nothing }
    batches[place].looks += 1
    guard !batches[place].isHidden else { return nothing }
    advance(place)
    return json(wire.status(batches[place]))
  }

  private var nothing: LoopbackServer.Reply { refusal(.status(404), "no such thing") }

  private mutating func cancel(_ id: String) -> LoopbackServer.Reply {
    guard let place = batches.firstIndex(where: { $0.id == id }), !batches[place].isGone else {
      return nothing
    }
    cancellations.append(id)
    guard !batches[place].isOver else {
      return wire.takesLateCancels
        ? json(wire.status(batches[place])) : refusal(.status(409), "it is over")
    }
    batches[place].phase = .stopping
    return json(wire.status(batches[place]))
  }

  private mutating func results(_ name: String) -> LoopbackServer.Reply {
    for place in batches.indices {
      guard let file = BatchFiles(batches[place], wire).files[name] else { continue }
      batches[place].downloads += 1
      let failures = batches[place].surprise {
        if case .resultsFail(let times) = $0 { times } else { nil }
      }
      guard batches[place].downloads > failures ?? 0 else {
        return refusal(.status(503), "try later")
      }
      return .answer(status: 200, headers: [], body: file)
    }
    return nothing
  }
}

/// Questions that come by themselves.
extension BatchDesk {
  private mutating func online(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    if let trouble = wire.dialect.objection(to: request) {
      return refusal(trouble, "a fault of the test")
    }
    guard let body = try? JSONDecoder().decode(JSON.self, from: Data(request.body)),
      let asked = try? wire.dialect.read(body)
    else { return refusal(.status(400), "no question") }
    let question = ProviderQuestion(key: nil, body: body, asked: asked)
    onlineQuestions.append(question)
    switch model(question) {
    case .fails(let trouble): return refusal(trouble, "a fault of the test")
    case .says(let said):
      servings.append(BatchServing(batch: nil, papers: question.papers))
      return json(wire.dialect.write(said))
    }
  }
}
