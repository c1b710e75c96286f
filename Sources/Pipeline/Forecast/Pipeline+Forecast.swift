import ArXiv
import Models
import Records
import Synchronization

extension Pipeline {
  /// Says what `run` would do; asks nothing and writes nothing.
  ///
  /// Throws `RecordError` for records that cannot be read.
  package func forecast() async throws -> Forecast { try await forecast(of: job.stages) }

  /// Says what a run would do in some stages.
  func forecast(of stages: [Stage]) async throws -> Forecast {
    let papers = try roster().wanted
    var forecast = Forecast(week: job.week, stages: [], papers: papers.count)
    forecast.withdrawn = papers.count(where: \.isWithdrawn)
    let history = RequestHistory(around: job.folder)
    for stage in stages {
      switch stage {
      case .fetch:
        let fetch = try fetchForecast()
        forecast.stages.append(fetch.stage)
        forecast.isBeforeFetch = fetch.stage.missing > 0
        forecast.usualPapers = fetch.usual
      case .translate: forecast.stages.append(try await self.forecast(of: try translating, history))
      case .summarize: forecast.stages.append(try await self.forecast(of: try summarizing, history))
      case .validate: forecast.stages.append(try await validationForecast())
      case .render: forecast.stages.append(try await renderForecast())
      }
    }
    return forecast
  }

  /// What a paid stage would ask, and what that would take.
  private func forecast<Output: Draft>(
    of stage: PaidStage<Output>, _ history: RequestHistory
  ) async throws -> StageForecast {
    var forecast = StageForecast(stage.name)
    let agenda = try await agenda(of: stage)
    forecast.count(agenda)
    for (turn, client) in stage.clients.enumerated() {
      let errands = agenda.errands.indices.filter {
        agenda.turn(of: agenda.errands[$0]) == turn
      }.map { UInt32($0) }
      guard !errands.isEmpty else { continue }
      forecast.add(
        try await stage.load(of: errands, in: agenda), on: client, lane: job.batches.lane,
        lanes: job.concurrency,
        repairs: job.repairs,
        by: try history.experience(of: stage.name, model: client.model),
        fallbacks: Array(stage.clients[(turn + 1)...]))
    }
    return forecast
  }

  /// Which topics arXiv would be asked about, and how many papers it usually has for them.
  private func fetchForecast() throws -> (stage: StageForecast, usual: Int?) {
    let receipts = try job.folder.coverage.read()
    let plan = try FetchPlan(
      job, source: services.source.name, papers: try job.folder.knownPapers(),
      onDisk: try roster().onDisk, receipts: receipts, now: services.now())
    var forecast = StageForecast(.fetch)
    forecast.done = plan.reused.count
    forecast.missing = plan.requests.count
    let usual = plan.requests.map(\.usual)
    let isKnown = !usual.isEmpty && !usual.contains(nil)
    return (forecast, isKnown ? usual.compactMap(\.self).reduce(0, +) : nil)
  }
}

/// What a number of questions asks of a model.
private struct Load {
  /// Requests to begin with.
  var requests = 0
  /// Papers that they are about, each counted as often as it is asked about.
  var papers = 0
  /// Bytes of all bodies.
  var bytes = 0.0
  /// What the requests can cost at most, in US dollars; nil where prices are not known.
  var mostUSD: Double? = 0
}

extension PaidStage {
  /// Questions that are weighed one by one; of more, so many are taken from all over.
  private static var mostWeighed: Int { 400 }

  /// Weighs questions, by their places among all, by having their requests made by the client that would send them.
  fileprivate func load(
    of errands: [UInt32], in agenda: Agenda<Output>
  ) async throws -> Load {
    var load = Load(requests: errands.count)
    for errand in errands { load.papers += agenda.errands[Int(errand)].numbers.count }
    let step = (errands.count + Self.mostWeighed - 1) / Self.mostWeighed
    let sample = stride(from: 0, to: errands.count, by: max(1, step)).map {
      agenda.errands[Int(errands[$0])]
    }
    for errand in sample {
      guard let request = try await unsent(try question(errand, in: agenda)) else { continue }
      load.bytes += Double(request.bodyBytes)
      load.mostUSD = load.mostUSD.flatMap { sum in request.mostUSD.map { sum + $0 } }
    }
    let factor = Double(errands.count) / Double(max(1, sample.count))
    load.bytes *= factor
    load.mostUSD = load.mostUSD.map { $0 * factor }
    return load
  }

  /// The request that a question begins with; nothing is sent.
  private func unsent(_ question: Question) async throws -> Meter.Request? {
    try Task.checkCancellation()
    let caught = Mutex<Meter.Request?>(nil)
    let meter = Meter { request in
      caught.withLock { $0 = request }
      throw NothingSent()
    }
    do {
      _ = try await clients[question.turn].complete(
        prompt(question, question.papers.map(subject)), meter)
    } catch is NothingSent {}
    return caught.withLock { $0 }
  }
}

/// Ends a request before it is sent.
private struct NothingSent: Error {}

extension StageForecast {
  /// Counts what is done and what is not.
  fileprivate mutating func count<Output: Draft>(_ agenda: Agenda<Output>) {
    var isAsked = [Bool](repeating: false, count: agenda.roll.entries.count)
    for number in agenda.errands.numbers { isAsked[Int(number)] = true }
    for (entry, isAsked) in zip(agenda.roll.entries, isAsked) {
      switch (isAsked, entry.needsAnswer) {
      case (true, let needs): if !entry.hasDraft { missing += 1 } else if needs { failed += 1 }
      case (false, true): waiting += 1
      case (false, false): done += 1
      }
      guard !entry.isFresh, !entry.needsAnswer else { continue }
      staleCount += 1
      for change in entry.changes { stale[change, default: 0] += 1 }
    }
  }

  /// Adds what a load takes of a client, by what such requests have taken before.
  ///
  /// A question is asked again at most `repairs` times, whatever happened in other weeks.
  fileprivate mutating func add(
    _ load: Load, on client: ModelClient, lane: Lane, lanes: Int, repairs most: Int,
    by experience: Experience, fallbacks: [ModelClient]
  ) {
    let factor = experience.requestsPerQuestion.map { min($0, Double(1 + most)) }
    let input = experience.tokensPerByte.times(factor).map { $0 * load.bytes }
    let output = experience.outputPerPaper.times(factor).map { $0 * Double(load.papers) }
    requests += load.requests
    learnedFrom += experience.answers
    repairs = repairs + factor.map { Double(load.requests) * ($0 - 1) }
    inputTokens = inputTokens + input
    outputTokens = outputTokens + output
    let isInBatches = lane == .batch && client.batches != nil
    self.isInBatches = self.isInBatches || isInBatches
    let share = isInBatches ? Prices.batchShare : 1
    costUSD = costUSD.flatMap { sum in
      client.cost(of: input, output, experience).map { sum + $0.map { $0 * share } }
    }
    mostUSD = mostUSD.flatMap { sum in load.mostUSD.map { sum + $0 * share } }
    seconds = seconds.flatMap { sum in
      guard !isInBatches else { return sum }
      return experience.seconds.map { seconds in
        sum + (Double(load.requests) * factor.expected / Double(lanes)).rounded(.up) * seconds
      }
    }
    for fallback in fallbacks where !self.fallbacks.contains(fallback.profile) {
      self.fallbacks.append(fallback.profile)
    }
    for fallback in fallbacks {
      fallbackUSD = fallbackUSD.flatMap { sum in
        fallback.cost(of: input, output, experience).map { sum + $0.expected }
      }
    }
  }
}

extension ModelClient {
  /// What tokens cost, from and to the provider's cache as before; nil where prices are not known.
  fileprivate func cost(
    of input: Estimate, _ output: Estimate, _ experience: Experience
  ) -> Estimate? {
    func dollars(_ input: Double, _ output: Double) -> Double? {
      cost(
        TokenUsage(
          inputTokens: Int(input), cachedTokens: Int(input * experience.cachedShare),
          cacheWriteTokens: Int(input * experience.cacheWriteShare), outputTokens: Int(output)))
    }
    guard let low = dollars(input.low, output.low),
      let expected = dollars(input.expected, output.expected),
      let high = dollars(input.high, output.high)
    else { return nil }
    return Estimate(low: low, expected: expected, high: high)
  }
}

extension Estimate {
  fileprivate func times(_ other: Estimate) -> Estimate {
    Estimate(
      low: low * other.low, expected: expected * other.expected, high: high * other.high)
  }
}
